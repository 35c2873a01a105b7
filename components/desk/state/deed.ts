import type { Done, Passage } from './commands';
import type { Change, DeskState, RecordKind } from './desk-state';
import { type Entry, sameValue } from './entry';
import { fieldOf, type KnownRecord } from './known';
import type { Making } from './provisional';
import type { Undoable } from './undo';

/** What a command hands to the store; the store adds who, when and which place in the queue. */
export type Draft = Pick<Entry, 'kind' | 'recordKind' | 'recordId' | 'claimId' | 'field' | 'method' | 'path'> &
  Partial<Pick<Entry, 'body' | 'value' | 'base' | 'baseRevision' | 'shown'>>;

/** How soon a change goes out: as soon as it can, or once the typing of it pauses. */
export type Pace = 'now' | 'typing';

export interface Desk {
  state(): DeskState;
  /** The server's record, without what is queued. */
  known(kind: RecordKind, id: string, claimId: string | null): KnownRecord | undefined;
  queue(draft: Draft, pace: Pace): void;
  /** Takes a refused creation, and what builds on it, out of the queue. The way to put it back; null if it was not refused. */
  withdraw(recordId: string): (() => void) | null;
  remember(act: Undoable): void;
  takeBack(act: Undoable): void;
  making(): Making;
}

/** Fields that are written, not chosen. They go out when the typing pauses, and undo themselves while they have the focus. */
const WRITTEN = new Set(['rationale', 'correction', 'attributedTo', 'quote', 'locator', 'note', 'title']);

export const claimPath = (id: string) => `/api/claims/${encodeURIComponent(id)}`;

/** What every entry about a claim itself says of it. */
export const aboutClaim = (claimId: string) => ({ recordKind: 'claim', recordId: claimId, claimId }) as const;

/** How the interface is told of a passage. */
export const selectorOf = ({ from, to }: Passage, { article }: DeskState) => ({ from, to, version: article.version });

/** What was asked for cannot be done any more: there is nothing there to do it to. */
export const notDone = (change: Change): Done => ({ change, undo: () => {} });

/** What was done, with the way back; remembered for Ctrl/Cmd-Z unless it is told not to be. */
export function done(
  desk: Desk,
  change: Change,
  stands: Undoable['stands'],
  takeBack: () => void,
  remembered = true,
): Done {
  const act: Undoable = { change, stands, takeBack };
  if (remembered) desk.remember(act);
  let open = true;
  const undo = () => {
    if (open && stands(desk.state())) desk.takeBack(act);
    open = false;
  };
  return { change, undo };
}

/** Queues each field of a patch by itself, so that one that is refused or in conflict does not hold up the others. */
export function changeFields(
  desk: Desk,
  record: Pick<Draft, 'kind' | 'recordKind' | 'recordId' | 'claimId' | 'path'>,
  shown: object,
  patch: object,
  again: (patch: Record<string, unknown>) => void,
  shownNow: (state: DeskState) => object | undefined,
  /** What the interface is told beside a field's value. */
  beside: (field: string) => object = () => ({}),
): Done {
  const was = shown as Readonly<Record<string, unknown>>;
  const known = desk.known(record.recordKind, record.recordId, record.claimId);
  const changed = Object.entries(patch).filter(
    ([field, value]) => value !== undefined && !sameValue(was[field], value),
  );
  for (const [field, value] of changed) {
    const base = known ? fieldOf(known, field) : was[field];
    const draft = {
      ...record,
      field,
      method: 'PATCH',
      body: { [field]: value, ...beside(field) },
      value,
      base,
    } as const;
    desk.queue({ ...draft, baseRevision: known?.revision ?? null }, WRITTEN.has(field) ? 'typing' : 'now');
  }
  const [field = '', after = null] = changed[0] ?? [];
  const before = was[field] ?? null;
  const change: Change = { ...record, field, before, after };
  const stands = (state: DeskState) => {
    const now = shownNow(state) as Record<string, unknown> | undefined;
    return now !== undefined && changed.length > 0 && changed.every(([name, value]) => sameValue(now[name], value));
  };
  const back = () => again(Object.fromEntries(changed.map(([name]) => [name, was[name] ?? null])));
  return done(
    desk,
    change,
    stands,
    back,
    changed.some(([name]) => !WRITTEN.has(name)),
  );
}
