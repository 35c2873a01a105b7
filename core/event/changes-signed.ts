import type { Event } from './event';

/** Fields of a claim that a signature is for, or whose change takes away what it stood on. */
const judged = ['verdict', 'rationale', 'correction', 'attributedTo', 'words'];
/** Fields of the article that its readers are told of. */
const shown = ['title', 'scale'];

/**
 * Whether a change is one of what was signed off: of the text and its title, of which claims there are and where they stand, of
 * their verdicts with reasons, corrections and sources; and a claim that is approved no longer, for whatever reason. Who works on
 * a claim, how grave it is, what is said about it inside, and what becomes of the article itself is none.
 */
export function changesWhatWasSigned({ kind, before, after }: Pick<Event, 'kind' | 'before' | 'after'>): boolean {
  const says = (fields: readonly string[]) => fields.some((field) => field in (before ?? {}) || field in (after ?? {}));
  const [subject, what] = kind.split('.');
  switch (subject) {
    case 'anchor':
    case 'citation':
    case 'correction':
      return true;
    case 'article':
      return what === 'edited' || (what === 'changed' && says(shown));
    case 'comment':
      return false;
    default:
      return claimKinds.has(kind) || (subject !== 'notice' && (says(judged) || isUnsettled(before, after)));
  }
}

/** Changes of a claim that count whatever they say of it. */
const claimKinds: ReadonlySet<string> = new Set<Event['kind']>([
  'claim.created',
  'claim.deleted',
  'claim.restored',
  'claim.confirmed',
  'claim.closed',
  'claim.reopened',
]);

function isUnsettled(before: Event['before'], after: Event['after']): boolean {
  return before?.status === 'approved' && after?.status !== 'approved';
}
