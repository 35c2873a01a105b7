import type { Kit } from './kit';

/**
 * Ids that callers chose for what they created, with a hash of the body that each was created from: a create that is repeated is
 * told apart from a create that takes another's id.
 */
export function creationTables(kit: Kit) {
  const creations = kit.table('creations', {
    id: kit.text().primaryKey(),
    noun: kit.text().$type<Noun>().notNull(),
    bodyHash: kit.text().notNull(),
    by: kit.text().notNull(),
  });
  return { creations };
}

/** What a caller may choose the id of. */
export type Noun =
  | 'article'
  | 'claim'
  | 'citation'
  | 'comment'
  | 'check'
  | 'notice'
  | 'source'
  | 'file'
  | 'contact'
  | 'scale';
