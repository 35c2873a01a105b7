/** A guest whose link stands: who they are wherever somebody is named, and the one article that they may see. */
export interface GuestOfArticle {
  /** The link's own id. */
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly articleId: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/**
 * A guest's call: what `Call` is for the people of the newsroom. It is no `Call`, so that none of the queries and changes which
 * those have can be asked by a guest.
 */
export interface GuestCall {
  readonly guest: GuestOfArticle;
  /** ISO 8601. */
  readonly at: string;
  readonly newId: () => string;
}
