import {
  type Conflict,
  type FieldKey,
  type FieldSave,
  fieldKey,
  isGraver,
  type OutboxSummary,
  type Refusal,
  type WaitingReason,
  type WritingState,
} from './desk-state';
import { type Entry, judgementOf } from './entry';
import { fieldOf, type Known, recordOf } from './known';
import { isClaim } from './landing';
import type { Ledger, Standing } from './ledger';

/** What the sending of the queue is up to, as far as a person is told. */
export interface Sending {
  /** Why nothing is sent now; null while the server answers. */
  readonly down: Exclude<WaitingReason, 'earlier'> | null;
  /** Entries that rest after the server failed on them. */
  readonly resting: ReadonlySet<string>;
  /** When a field was acknowledged in this visit. */
  readonly acknowledged: ReadonlyMap<FieldKey, Pick<FieldSave, 'recordId' | 'field' | 'claimId' | 'at'>>;
  /** Entries whose newest edit is not on this browser's disk. */
  readonly unshelved: ReadonlySet<string>;
  readonly kept: OutboxSummary['kept'];
  /** How what is written into the text stands. */
  readonly writing: WritingState;
  /** Whether what was written last is not on this browser's disk yet. */
  readonly textUnshelved: boolean;
}

type Standings = ReadonlyMap<string, Standing>;

/**
 * The save state of every field that was touched in this visit or is still queued; of a field queued twice, the graver one.
 * A state that says the same as in `before` is the same object.
 */
export function savesOf(
  ledger: Ledger,
  standings: Standings,
  sending: Sending,
  before: ReadonlyMap<FieldKey, FieldSave> = new Map(),
): ReadonlyMap<FieldKey, FieldSave> {
  const saves = new Map<FieldKey, FieldSave>();
  const put = (key: FieldKey, save: FieldSave) => {
    const had = before.get(key);
    saves.set(key, had && sameMembers(had, save) ? had : save);
  };
  for (const [key, saved] of sending.acknowledged) put(key, { ...saved, state: 'saved', reason: null });
  for (const entry of ledger.entries) {
    const { recordId, field, claimId, at } = entry;
    const key = fieldKey(recordId, field);
    const save = { recordId, field, claimId, at, ...saveStateOf(entry, standings.get(entry.id) ?? 'ready', sending) };
    if (isGraver(save.state, saves.get(key)?.state ?? 'saved')) put(key, save);
  }
  return saves.size === before.size && [...saves].every(([key, save]) => before.get(key) === save) ? before : saves;
}

function saveStateOf(
  entry: Entry,
  standing: Standing,
  { down, resting, unshelved }: Sending,
): Pick<FieldSave, 'state' | 'reason'> {
  if (standing === 'conflict' || standing === 'refused') return { state: standing, reason: null };
  if (standing === 'stuck') return { state: 'waiting', reason: 'earlier' };
  // "Waiting" promises that it is kept: what is not on the disk yet is still on its way there.
  if (unshelved.has(entry.id)) return { state: 'saving', reason: null };
  if (down) return { state: 'waiting', reason: down };
  if (resting.has(entry.id)) return { state: 'waiting', reason: 'server' };
  return { state: 'saving', reason: null };
}

/** Fields of free text: two versions of one can be joined. */
const FREE_TEXT = new Set(['rationale', 'correction', 'quote', 'note', 'body']);

export function conflictsOf(ledger: Ledger, standings: Standings): readonly Conflict[] {
  return ledger.entries
    .filter(({ id }) => standings.get(id) === 'conflict')
    .map((entry) => {
      const { id, recordKind, recordId, claimId, field, base, value: mine } = entry;
      const theirs = theirsOf(ledger.known, entry);
      const changer = ledger.changers.get(fieldKey(recordId, field));
      const joinable = FREE_TEXT.has(field) && Boolean(mine) && Boolean(theirs);
      const who = { by: changer?.by ?? null, at: changer?.at ?? null };
      return { id, recordKind, recordId, claimId, field, base, mine, theirs, ...who, joinable };
    });
}

/** What the server holds where a queued change would go. */
export function theirsOf(known: Known, entry: Entry): unknown {
  const record = recordOf(known, entry);
  if (!record) return null;
  return entry.kind === 'claim.approved' && isClaim(record) ? judgementOf(record) : fieldOf(record, entry.field);
}

export function refusalsOf(ledger: Ledger): readonly Refusal[] {
  return ledger.entries.flatMap((entry) => {
    const { id, kind, recordKind, recordId, claimId, field, value: mine, at, refused } = entry;
    return refused ? [{ id, kind, recordKind, recordId, claimId, field, mine, at, ...refused }] : [];
  });
}

export function summaryOf(ledger: Ledger, standings: Standings, sending: Sending): OutboxSummary {
  const waiting = ledger.entries.filter(
    (entry) => saveStateOf(entry, standings.get(entry.id) ?? 'ready', sending).state === 'waiting',
  );
  const [first] = waiting;
  const reason = first ? saveStateOf(first, standings.get(first.id) ?? 'ready', sending).reason : null;
  const { unsent, down } = sending.writing;
  // However many its edits are, what is written into the text is one thing to a person.
  const written = unsent > 0 ? 1 : 0;
  return {
    count: ledger.entries.length + written,
    waiting: waiting.length + (down ? written : 0),
    reason: reason ?? (written ? down : null),
    oldestAt: ledger.entries.reduce<string | null>((oldest, { at }) => (oldest && oldest < at ? oldest : at), null),
    kept: sending.kept,
    unsafe:
      sending.textUnshelved ||
      (written > 0 && sending.kept === 'memory') ||
      ledger.entries.some(({ id }) => sending.kept === 'memory' || sending.unshelved.has(id)),
  };
}

export function sameItems<T extends object>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, at) => sameMembers(item, b[at]));
}

function sameMembers(a: object, b: object | undefined): boolean {
  return (
    b !== undefined &&
    Object.entries(a).every(([name, value]) => Object.is(value, (b as Record<string, unknown>)[name]))
  );
}
