import type { Mark } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';
import { webAddress } from '../html/inline';

/**
 * A field (ECMA-376 part 1, 17.16): a code that says what it is, and the result that a reader sees. Between the two and at the
 * end stand signs; a field whose end never comes is none, and all its words are kept.
 */
export class Field {
  ended = false;
  private code = '';
  private phase: 'code' | 'result' = 'code';
  private ownLink: Mark | null = null;
  /** The address of a link that leads elsewhere than to the web. */
  lost: string | null = null;
  /** Contents of the article with page numbers: the headings say it already. */
  contents = false;

  constructor(readonly outer: Field | null) {}

  get inCode(): boolean {
    return this.phase === 'code';
  }

  addCode(characters: string): void {
    // A code of this length says nothing that is looked at.
    if (this.code.length < 10_000) this.code += characters;
  }

  /** The code is whole: what follows is the result. */
  beginResult(): void {
    if (this.phase === 'result') return;
    this.phase = 'result';
    this.contents = /^\s*TOC(?:\s|$)/i.test(this.code);
    const written = linkOf(this.code);
    const href = written === null ? null : webAddress(written);
    if (href !== null) this.ownLink = articleSchema.marks.link.create({ href });
    else this.lost = written;
  }

  /** The link that its result is, or that one outside is. */
  get link(): Mark | null {
    for (let field: Field | null = this; field; field = field.outer) if (field.ownLink) return field.ownLink;
    return null;
  }

  /** The outermost field whose code or contents this would be a part of; null where it is part of a result. */
  get swallowing(): Field | null {
    let found: Field | null = null;
    for (let field: Field | null = this; field; field = field.outer) if (field.inCode || field.contents) found = field;
    return found;
  }
}

/** Where a HYPERLINK code leads (17.16.5.25); null for other codes and for links inside the document. */
function linkOf(code: string): string | null {
  const match = /^\s*HYPERLINK\s+(?:"((?:[^"\\]|\\.)*)"|([^\s"\\]\S*))/i.exec(code);
  if (!match) return null;
  const address = (match[1] ?? match[2] ?? '').replace(/\\(.)/g, '$1');
  const place = /\\l\s+"((?:[^"\\]|\\.)*)"/i.exec(code.slice(match[0].length))?.[1];
  return place && !address.includes('#') ? `${address}#${place}` : address;
}
