import { Lexer, Marked, type Token, type TokenizerAndRendererExtension, type Tokens } from 'marked';
import { languageTag } from '@/core/article/language';
import type { Tally } from './dropped';
import { fromText } from './from-text';
import { type FoundInHtml, fromHtml } from './html/from-html';

/** What Markdown says about itself, beside its text. */
interface FoundInMarkdown extends FoundInHtml {
  /** Out of the front matter. */
  statedTitle: string | null;
}

/**
 * Reads Markdown (CommonMark and GitHub's tables, strikes and bare links; footnotes) into the article's schema, by way of
 * HTML. Front matter between `---` lines gives title and language; the rest of it is counted and left out. Line ends are `\n`.
 */
export function fromMarkdown(markdown: string, tally: Tally): FoundInMarkdown {
  const { fields, body } = splitFrontMatter(markdown);
  const statedTitle = fields.get('title') ?? null;
  const language = languageTag(fields.get('lang') ?? fields.get('language') ?? '');
  const unread = [...fields.keys()].filter((name) => !['title', 'lang', 'language'].includes(name)).length;
  if (unread > 0) tally.add('front-matter', unread);
  const html = toHtml(body, tally);
  if (html === null) {
    tally.add('markup');
    return { doc: fromText(body), pageTitle: null, socialTitle: null, statedTitle, language };
  }
  const found = fromHtml(html, tally);
  return { ...found, statedTitle, language: language ?? found.language };
}

/** Null when the markup is nested deeper than the parser can go; such a text is then read as plain text. */
function toHtml(markdown: string, tally: Tally): string | null {
  try {
    return marked.parser(new BoundedLexer(tally).lex(markdown));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The parser's work on marks inside a block grows with their number times the block's length: on a hundred thousand `[` it
 * would hold up the server for a minute. This is as much of it as an article gets, some two seconds; a hundred times what
 * one of 200,000 words needs. Blocks beyond it keep their marks as characters, and are counted.
 */
const INLINE_WORK = 2e9;

class BoundedLexer extends Lexer {
  private left = INLINE_WORK;

  constructor(private readonly tally: Tally) {
    super(marked.defaults);
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    const marks = source.match(/[[\]_*`~<!]/g)?.length ?? 0;
    if (marks * source.length <= this.left) {
      this.left -= marks * source.length;
      return super.inlineTokens(source, tokens);
    }
    this.tally.add('markup');
    tokens.push({ type: 'text', raw: source, text: source, escaped: false });
    return tokens;
  }
}

/** `[^1]` in a line, and its note `[^1]: words` at the beginning of a block. Both stay where they stand. */
const footnote: TokenizerAndRendererExtension = {
  name: 'footnote',
  level: 'block',
  tokenizer(source) {
    const match = /^\[\^([^\]\s]+)\]:[ \t]*([^\n]*(?:\n[ \t]+[^\n]+)*)(?:\n+|$)/.exec(source);
    if (!match) return undefined;
    return { type: 'footnote', raw: match[0], label: match[1], tokens: this.lexer.inlineTokens(match[2] ?? '') };
  },
  renderer(token) {
    return `<p><sup>${escaped(token.label)}</sup> ${this.parser.parseInline(token.tokens ?? [])}</p>\n`;
  },
};
const footnoteReference: TokenizerAndRendererExtension = {
  name: 'footnoteReference',
  level: 'inline',
  tokenizer(source) {
    const match = /^\[\^([^\]\s]+)\]/.exec(source);
    return match ? { type: 'footnoteReference', raw: match[0], label: match[1] } : undefined;
  },
  renderer: (token: Tokens.Generic) => `<sup>${escaped(token.label)}</sup>`,
};

const marked = new Marked({
  gfm: true,
  extensions: [footnote, footnoteReference],
  renderer: { checkbox: ({ checked }) => (checked ? '☑ ' : '☐ ') },
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Front matter is the lines between a first line `---` and the next such line, when each of them reads as YAML's simplest form. */
function splitFrontMatter(markdown: string): { fields: Map<string, string>; body: string } {
  const fields = new Map<string, string>();
  const match = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(markdown);
  const lines = match?.[1]?.split('\n') ?? [];
  if (!match || !lines.every((line) => /^([\w-]+[ \t]*:|[ \t]+\S|[ \t]*-[ \t]|[ \t]*#|[ \t]*$)/.test(line)))
    return { fields, body: markdown };
  for (const line of lines) {
    const field = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line);
    if (field) fields.set(field[1]!.toLowerCase(), unquoted(field[2]!.trim()));
  }
  return { fields, body: markdown.slice(match[0].length) };
}

function unquoted(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted ? quoted[2]! : value;
}
