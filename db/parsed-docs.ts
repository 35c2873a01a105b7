import type { Node } from 'prosemirror-model';

/**
 * Texts of articles, parsed, for the versions asked for last: one marks many claims in one article, and what is computed from a
 * text (its plain text, its sentences) is remembered by the parsed value. A version of an article never changes, so nothing here
 * grows old; what a failed commit may have left is forgotten by `clear`.
 */
export class ParsedDocs {
  readonly #known = new Map<string, Node>();

  /** `kept`: how many texts at most; the longest takes some ten megabytes. */
  constructor(private readonly kept = 48) {}

  get(key: string): Node | undefined {
    const doc = this.#known.get(key);
    if (doc) {
      this.#known.delete(key);
      this.#known.set(key, doc);
    }
    return doc;
  }

  set(key: string, doc: Node): void {
    this.#known.set(key, doc);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.kept) break;
      this.#known.delete(oldest);
    }
  }

  clear(): void {
    this.#known.clear();
  }
}
