import { Lexer, Marked, type Token, type TokenizerAndRendererExtension, type Tokens } from 'marked';
import type { Tally } from './dropped';
import { fromText } from './from-text';
import { readFrontMatter } from './front-matter';
import { type FoundInHtml, fromHtml } from './html/from-html';

/** What Markdown says about itself, beside its text. */
interface FoundInMarkdown extends FoundInHtml {
  /** Out of the front matter. */
  statedTitle: string | null;
}

/**
 * Reads Markdown (CommonMark and GitHub's tables, strikes and bare links; footnotes) into the article's schema, by way of
 * HTML. Front matter between `---` lines says what the text is; what of it is not read is counted and left out. Line ends are `\n`.
 */
export function fromMarkdown(markdown: string, tally: Tally): FoundInMarkdown {
  const { title: statedTitle, language, byline, publisher, publishedAt, url, unread, body } = readFrontMatter(markdown);
  if (unread > 0) tally.add('front-matter', unread);
  const html = toHtml(body, tally);
  const about = { statedTitle, byline, publisher, publishedAt, url };
  if (html === null) {
    tally.add('markup');
    return { ...about, doc: fromText(body), pageTitle: null, socialTitle: null, language };
  }
  // HTML inside Markdown is text: it says nothing about the whole.
  const { doc, pageTitle, socialTitle, language: shown } = fromHtml(html, tally);
  return { ...about, doc, pageTitle, socialTitle, language: language ?? shown };
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
 * would hold up the server for a minute. This is as much of it as an article gets, about a second; fifty times what
 * one of 200,000 words needs. Blocks beyond it keep their marks as characters, and are counted.
 */
const INLINE_WORK = 1e9;

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
