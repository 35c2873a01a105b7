/** Edits of the text that are unsent: plain data. */
export interface KeptText {
  /** The desk that wrote them: the server knows its steps by it. */
  readonly clientId: string;
  readonly personId: string;
  readonly articleId: string;
  /** The version that they were made on. */
  readonly version: number;
  /** ProseMirror steps as JSON. */
  readonly steps: readonly unknown[];
}
