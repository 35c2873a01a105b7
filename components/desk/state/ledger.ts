import { type Field, type FieldKey, fieldKey } from './desk-state';
import { alike, answeredBy, type Entry, isCreation, isFieldChange, judgementOf, sameValue } from './entry';
import { fieldOf, type Known, recordOf } from './known';
import { isLanded } from './landing';

/**
 * The whole truth at one instant, as a value: what the server is known to hold, and what this person changed that it has not
 * acknowledged. Whatever the desk shows follows from it, and every rule about it is a pure function.
 */
export interface Ledger {
  readonly known: Known;
  /** Every unacknowledged change of the article, in the order of the acts. */
  readonly entries: readonly Entry[];
  /** Who last changed a field, as events told in this visit. */
  readonly changers: ReadonlyMap<FieldKey, Changer>;
}

export interface Changer {
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

export function openLedger(known: Known): Ledger {
  return { known, entries: [], changers: new Map() };
}

/**
 * How an entry stands, apart from the network. `ready`: it may be sent. `held`: an earlier one that it builds on goes first.
 * `stuck`: that earlier one needs the person. `conflict`: someone else changed what it changes. `refused`: the server said no.
 */
export type Standing = 'ready' | 'held' | 'stuck' | 'conflict' | 'refused';

/** The standing of every entry by id, in the order of the queue. Linear in the length of the queue. */
export function standingsOf(ledger: Ledger): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  const ahead = new Ahead();
  for (const entry of ledger.entries) {
    const standing = entry.refused
      ? 'refused'
      : (ahead.blockerOf(entry) ?? (isConflicting(ledger.known, entry) ? 'conflict' : 'ready'));
    standings.set(entry.id, standing);
    ahead.add(entry, standing);
  }
  return standings;
}

/**
 * What of the queue ahead an entry has to wait for: its record's creation, its claim's and that of the comment which it answers; an earlier change of the same
 * field; for an act (something done to a claim as a whole), every earlier change of that claim; for a change of a field, the
 * acts before it.
 */
class Ahead {
  private readonly creations = new Map<string, Standing>();
  private readonly fields = new Map<FieldKey, Standing>();
  private readonly acts = new Map<string, Standing>();
  private readonly anything = new Map<string, Standing>();

  blockerOf(entry: Entry): 'held' | 'stuck' | null {
    const blockers = [
      this.creations.get(entry.recordId),
      this.creations.get(answeredBy(entry) ?? ''),
      this.fields.get(fieldKey(entry.recordId, entry.field)),
    ];
    if (entry.claimId !== null) {
      blockers.push(this.creations.get(entry.claimId), this.acts.get(entry.claimId));
      // A claim may be deleted or restored over changes that need the person; they stay kept.
      const after = isAct(entry) ? this.anything.get(entry.claimId) : undefined;
      if (after && !(entry.field === 'deletedAt' && needsPerson(after))) blockers.push(after);
    }
    const found = blockers.filter((one) => one !== undefined);
    return found.length === 0 ? null : found.some(needsPerson) ? 'stuck' : 'held';
  }

  add(entry: Entry, standing: Standing): void {
    if (isCreation(entry)) worsen(this.creations, entry.recordId, standing);
    worsen(this.fields, fieldKey(entry.recordId, entry.field), standing);
    if (entry.claimId === null) return;
    // A refused act is over as far as fields are concerned: they change after it as if it had not been tried.
    if (isAct(entry) && standing !== 'refused') worsen(this.acts, entry.claimId, standing);
    worsen(this.anything, entry.claimId, standing);
  }
}

function isAct(entry: Entry): boolean {
  return entry.recordKind === 'claim' && !isFieldChange(entry) && !isCreation(entry);
}

const needsPerson = (standing: Standing) => standing !== 'ready' && standing !== 'held';

function worsen<K>(map: Map<K, Standing>, key: K, standing: Standing): void {
  const had = map.get(key);
  if (!had || !needsPerson(had)) map.set(key, standing);
}

/** Whether the server holds something else than what this change started from. */
function isConflicting(known: Known, entry: Entry): boolean {
  const record = recordOf(known, entry);
  if (!record) return false;
  // What another tab of this person was answered can be newer than what this tab knows.
  if (isFieldChange(entry))
    return record.revision > (entry.baseRevision ?? 0) && !sameValue(fieldOf(record, entry.field), entry.base);
  return entry.kind === 'claim.approved' && 'anchors' in record && !sameValue(judgementOf(record), entry.base);
}

/** The last queued change of a field, if there is one. */
export function lastOfField(ledger: Ledger, recordId: string, field: Field): Entry | undefined {
  return ledger.entries.findLast((entry) => entry.recordId === recordId && entry.field === field);
}

export function entryOf(ledger: Ledger, id: string): Entry | undefined {
  return ledger.entries.find((entry) => entry.id === id);
}

/** Acts that tell the server which words the person saw. */
const JUDGING: ReadonlySet<Entry['kind']> = new Set<Entry['kind']>(['claim.confirmed', 'correction.accepted']);

const isSameDeed = (a: Entry, b: Entry) => a.kind === b.kind && a.claimId === b.claimId;

/**
 * Queues a change. A change of a field takes the place of the one that is queued for it, unless the claim was approved, sent
 * back, deleted or the like in between: then it comes after that. Editing what was refused offers it again, as does judging anew
 * what was refused because its words had changed: the old try would be refused for ever, and hold the new one up.
 */
export function enqueue(ledger: Ledger, entry: Entry): Ledger {
  const tried = JUDGING.has(entry.kind) && ledger.entries.find((one) => one.refused && isSameDeed(one, entry));
  if (tried) {
    const { value, body, at, stamp, shown } = entry;
    return offeredAgain(ledger, tried, { value, body, at, stamp, shown });
  }
  const last = isFieldChange(entry) ? lastOfField(ledger, entry.recordId, entry.field) : undefined;
  if (!last) return { ...ledger, entries: [...ledger.entries, entry] };
  const since = ledger.entries.slice(ledger.entries.indexOf(last) + 1);
  if (since.some((later) => later.claimId === entry.claimId && isAct(later)))
    return { ...ledger, entries: [...ledger.entries, { ...entry, base: last.value, baseRevision: last.baseRevision }] };
  const { value, body, at, stamp } = entry;
  return last.refused
    ? offeredAgain(ledger, last, { value, body, at, stamp })
    : replaced(ledger, last, { ...last, value, body, at, stamp, failures: 0 });
}

/**
 * A refused change, changed or not, goes to the end of the queue: what the person did since (restored the claim, say) may be what
 * makes it possible. One that others build on keeps its place.
 */
export function offeredAgain(ledger: Ledger, entry: Entry, edit: Partial<Entry> = {}): Ledger {
  const again: Entry = { ...entry, ...edit, refused: null, failures: 0 };
  const builtOn = ledger.entries.some((later) => later.seq > entry.seq && isSameField(later, entry));
  if (isCreation(entry) || builtOn) return replaced(ledger, entry, again);
  const seq = Math.max(...ledger.entries.map((one) => one.seq)) + 1;
  return { ...ledger, entries: [...ledger.entries.filter((one) => one !== entry), { ...again, seq }] };
}

export function replaced(ledger: Ledger, from: Entry, to: Entry): Ledger {
  return { ...ledger, entries: ledger.entries.map((entry) => (entry === from ? to : entry)) };
}

/** What a change of a field starts from: the field's value, and the record's revision that has it. */
export type Start = Pick<Entry, 'base' | 'baseRevision'>;

/** Takes an entry out of the queue; the next change of the same field then starts from `start`. */
export function without(ledger: Ledger, gone: Entry, start: Start): Ledger {
  const next = ledger.entries.find(
    (entry) => entry.seq > gone.seq && isFieldChange(gone) && isFieldChange(entry) && isSameField(entry, gone),
  );
  const entries = ledger.entries.filter((entry) => entry !== gone);
  const rest = { ...ledger, entries };
  return next ? replaced(rest, next, { ...next, ...start }) : rest;
}

const isSameField = (a: Entry, b: Entry) => a.recordId === b.recordId && a.field === b.field;

/**
 * Brings entries and knowledge together after either changed: drops what the server turns out to hold already, and moves the
 * start of a field whose value there is one that we sent (an answer that was lost, an event that overtook its answer). The same
 * ledger when there is nothing to do.
 */
export function tidied(ledger: Ledger): Ledger {
  const ahead = new Ahead();
  const starts = new Map<FieldKey, Start>();
  const entries: Entry[] = [];
  for (const queued of ledger.entries) {
    const key = fieldKey(queued.recordId, queued.field);
    const start = isFieldChange(queued) ? starts.get(key) : undefined;
    let entry = start ? { ...queued, ...start } : queued;
    starts.delete(key);
    if (!entry.refused && !ahead.blockerOf(entry)) {
      if (isLanded(entry, ledger.known)) {
        const revision = recordOf(ledger.known, entry)?.revision ?? entry.baseRevision;
        starts.set(key, { base: entry.value, baseRevision: revision });
        continue;
      }
      entry = startedFromOwn(entry, ledger.known);
    }
    entries.push(entry);
    ahead.add(entry, entry.refused ? 'refused' : 'ready');
  }
  const same = entries.length === ledger.entries.length && entries.every((entry, at) => entry === ledger.entries[at]);
  return same ? ledger : { ...ledger, entries };
}

function startedFromOwn(entry: Entry, known: Known): Entry {
  const record = isFieldChange(entry) ? recordOf(known, entry) : undefined;
  if (!record || record.revision < (entry.baseRevision ?? 0)) return entry;
  const value = fieldOf(record, entry.field);
  const ours = !sameValue(value, entry.base) && entry.sent.some((sent) => alike(sent, value));
  return ours ? { ...entry, base: value, baseRevision: record.revision } : entry;
}

/** A creation and the queued changes of what it makes. */
export function builtOn(ledger: Ledger, creation: Entry): readonly Entry[] {
  const answers = ledger.entries.filter((entry) => answeredBy(entry) === creation.recordId);
  const made = new Set([creation, ...answers].map(({ recordId }) => recordId));
  return ledger.entries.filter(
    (entry) => made.has(entry.recordId) || (isCreation(creation) && entry.claimId === creation.recordId),
  );
}

/** The refused entry that would have made a claim, a citation, a comment or an anchor, by the id under which it is shown. */
export function refusedMaker(ledger: Ledger, id: string): Entry | undefined {
  return ledger.entries.find(
    (entry) =>
      entry.refused !== null &&
      ((isCreation(entry) && entry.recordId === id) ||
        (entry.kind === 'anchor.added' &&
          entry.shown !== null &&
          'anchor' in entry.shown &&
          entry.shown.anchor.id === id)),
  );
}
