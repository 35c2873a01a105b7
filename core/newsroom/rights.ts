import type { Role } from './vocabulary';

/**
 * Who may do what. Every route asks this table and every screen reads it, so that what is refused is never offered.
 * Access to a restricted article is a second question, asked of the article itself (`mayOpen`).
 */
export const rights = {
  'newsroom.change': ['admin'],
  'person.invite': ['admin'],
  'person.change': ['admin'],
  'person.list': ['admin', 'editor', 'checker', 'viewer'],
  'scale.change': ['admin'],
  'article.read': ['admin', 'editor', 'checker', 'viewer'],
  'article.create': ['admin', 'editor'],
  'article.change': ['admin', 'editor'],
  'article.delete': ['admin', 'editor'],
  'article.sign-off': ['admin', 'editor'],
  'text.change': ['admin', 'editor'],
  'claim.change': ['admin', 'editor', 'checker'],
  'claim.assign': ['admin', 'editor'],
  'claim.approve': ['admin', 'editor'],
  'notice.change': ['admin', 'editor'],
  'check.ask': ['admin', 'editor'],
  'check.give': ['admin', 'editor', 'checker'],
  'check.decide': ['admin', 'editor'],
  'agreement.read': ['admin', 'editor'],
  'comment.add': ['admin', 'editor', 'checker'],
  'comment.delete-others': ['admin', 'editor'],
  // Who a query was put to may answer it whoever they are.
  'query.answer': ['admin', 'editor'],
  'source.read': ['admin', 'editor', 'checker', 'viewer'],
  'source.change': ['admin', 'editor', 'checker'],
  'file.remove-others': ['admin', 'editor'],
  'link.check': ['admin', 'editor'],
  'source.judge': ['admin', 'editor'],
  'source.merge': ['admin', 'editor'],
  'contact.change-others': ['admin', 'editor'],
  // Notes, comments and contacts; and of what is confidential, what they have a hand in (`mayKnow`).
  'confidential.read': ['admin', 'editor', 'checker'],
  'confidential.read-all': ['admin', 'editor'],
  'report.export': ['admin', 'editor', 'checker', 'viewer'],
  'report.export-internal': ['admin', 'editor', 'checker'],
  'audit.read': ['admin', 'editor'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rights;

export function may(role: Role, right: Right): boolean {
  return (rights[right] as readonly Role[]).includes(role);
}

/** Whether a person may open an article: the newsroom's are everybody's, a restricted one is its people's and its maker's. */
export function mayOpen(
  personId: string,
  article: { createdBy: string; access: { kind: 'newsroom' } | { kind: 'restricted'; people: string[] } },
): boolean {
  return (
    article.access.kind === 'newsroom' || article.createdBy === personId || article.access.people.includes(personId)
  );
}

/**
 * Whether a person may give a claim that is `from`'s to `to`; null is nobody. Who may assign gives out everything; whoever checks
 * takes on what is nobody's, and gives up or passes on what is theirs.
 */
export function mayAssign(
  { id, role }: { id: string; role: Role },
  { from, to }: { from: string | null; to: string | null },
): boolean {
  if (from === to || may(role, 'claim.assign')) return true;
  return may(role, 'claim.change') && (from === id || (from === null && to === id));
}

/** Whether work can be somebody's: they still belong to the newsroom, and their role checks. */
export function mayHold(person: { active: boolean; role: Role }): boolean {
  return person.active && may(person.role, 'claim.change');
}
