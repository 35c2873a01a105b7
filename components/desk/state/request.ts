import type { Anchor } from '@/core/claim/claim';
import { anchorOf, type Entry, isCreation } from './entry';
import { recordOf } from './known';
import { hasShape, isClaim } from './landing';
import type { Ledger } from './ledger';

/** The call that an entry becomes. */
export interface Request {
  readonly method: Entry['method'];
  readonly path: string;
  readonly init: { readonly body?: object; readonly ifMatch?: number; readonly personId: string };
}

/** The call that sends an entry now, with what is known by now: the newest revision, the anchor's real id. */
export function requestOf(entry: Entry, ledger: Ledger): Request {
  const init = { ...(entry.body && { body: entry.body }), ...ifMatchOf(entry, ledger), personId: entry.personId };
  return { method: entry.method, path: pathOf(entry, ledger), init };
}

/** The path to call, with an anchor's id as the server knows it. */
function pathOf(entry: Entry, ledger: Ledger): string {
  if (!entry.path.includes('{anchorId}')) return entry.path;
  const claim = recordOf(ledger.known, entry);
  const seen = entry.base as Anchor;
  const anchor = isClaim(claim) ? anchorOf(claim, seen) : undefined;
  return entry.path.replace('{anchorId}', encodeURIComponent((anchor ?? seen).id));
}

/** What may be done whatever the record is by then, and twice. */
const UNCONDITIONAL: ReadonlySet<Entry['kind']> = new Set<Entry['kind']>([
  'claim.restored',
  'comment.restored',
  'comment.resolved',
  'comment.reopened',
]);

/** Whatever changes what is there carries the newest revision that is known of it. */
function ifMatchOf(entry: Entry, ledger: Ledger): { ifMatch?: number } {
  if (isCreation(entry) || UNCONDITIONAL.has(entry.kind)) return {};
  const known = recordOf(ledger.known, entry)?.revision ?? 0;
  return { ifMatch: Math.max(1, known, entry.baseRevision ?? 0) };
}

/** Whether a 2xx is Stet's: the record that was asked for, or nothing where nothing is due. */
export function isAnswerTo(entry: Entry, record: unknown): boolean {
  if (record === undefined) return entry.method === 'DELETE';
  return hasShape(record) && record.id === entry.recordId;
}
