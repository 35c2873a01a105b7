import type { Claim } from '@/core/claim/claim';
import { inReadingOrder } from '@/core/claim/reading-order';
import type { PlainScale } from '@/core/claim/scale';
import type { House } from '@/core/claim/unmet-rules';
import type { Guest } from '@/core/newsroom/guest';
import type { Me, Person } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { Rules } from '@/core/newsroom/rules';
import { type DeskState, fieldKey } from './desk-state';
import { isCreation, isFieldChange } from './entry';
import type { Known } from './known';
import { type Ledger, type Standing, standingsOf } from './ledger';
import { articleLaidOver, laidOver, type Queued } from './optimism';
import { conflictsOf, refusalsOf, type Sending, sameItems, savesOf, summaryOf } from './save-state';

/** What a desk stands on beside its article: the newsroom's own. */
export interface Furniture {
  readonly scales: readonly PlainScale[];
  readonly people: readonly Person[];
  readonly guests: readonly Guest[];
  readonly rules: Rules;
  readonly me: Me;
}

/** What the view shows beside the ledger. */
export interface Surroundings extends Sending, Furniture {
  readonly connection: DeskState['connection'];
  readonly present: DeskState['present'];
  readonly writing: DeskState['writing'];
  /** What could be taken back in a state. */
  undoable(state: DeskState): DeskState['undoable'];
}

/**
 * Makes each `DeskState` out of the one before, the ledger and what surrounds it: what did not change stays the same object, so
 * that one changed claim among thousands is one changed claim.
 */
export class View {
  private known: Known | null = null;
  private queuedBefore: ReadonlyMap<string, readonly Queued[]> = new Map();
  state: DeskState;

  constructor(ledger: Ledger, around: Surroundings) {
    this.state = this.next(ledger, around);
  }

  next(ledger: Ledger, around: Surroundings): DeskState {
    const before = this.state as DeskState | undefined;
    const standings = standingsOf(ledger);
    const article = articleOf(ledger, standings, before);
    const house = kept(before?.house, houseOf(article.scale, around), (a, b) => sameItems([a], [b]));
    const claimById = this.claims(ledger, standings, { me: around.me, house }, before?.claimById);
    const ordered = inOrder(claimById, before);
    const { people, guests } = around;
    const personById = before?.people === people && before.guests === guests ? before.personById : byId(people, guests);
    const state: DeskState = {
      article,
      steps: ledger.known.steps,
      claimById,
      ...ordered,
      provisional: kept(
        before?.provisional,
        provisionalOf(ledger),
        (a, b) => a.size === b.size && [...a].every((id) => b.has(id)),
      ),
      scale: around.scales.find(({ id }) => id === article.scale) ?? missingScale(article.scale),
      scales: around.scales,
      people,
      guests,
      personById,
      me: around.me,
      house,
      connection: around.connection,
      online: around.connection.state !== 'down',
      saves: savesOf(ledger, standings, around, before?.saves),
      conflicts: kept(before?.conflicts, conflictsOf(ledger, standings), sameItems),
      refusals: kept(before?.refusals, refusalsOf(ledger), sameItems),
      outbox: summaryOf(ledger, standings, around),
      present: kept(before?.present, around.present, sameItems),
      writing: kept(before?.writing, around.writing, (a, b) => sameItems([a], [b])),
      undoable: null,
    };
    this.state = { ...state, undoable: around.undoable(state) };
    return this.state;
  }

  /** Claims to show, by id. Computes only those whose record or queue changed. */
  private claims(
    ledger: Ledger,
    standings: ReadonlyMap<string, Standing>,
    { me, house }: Pick<DeskState, 'me' | 'house'>,
    before: ReadonlyMap<string, Claim> = new Map(),
  ): ReadonlyMap<string, Claim> {
    const queued = queuedByClaim(ledger, standings);
    const { known } = ledger;
    const stale = new Set([...queued.keys(), ...this.queuedBefore.keys()]);
    if (this.known?.claims !== known.claims)
      for (const [id, claim] of known.claims) if (this.known?.claims.get(id) !== claim) stale.add(id);
    const claims = new Map(before);
    let changed = false;
    for (const id of stale) {
      const list = queued.get(id) ?? [];
      const had = this.queuedBefore.get(id) ?? [];
      if (this.known && this.known.claims.get(id) === known.claims.get(id) && sameQueue(list, had)) continue;
      const claim = laidOver(known.claims.get(id), list, { role: me.role, house });
      changed = true;
      if (claim && (claim.deletedAt === null || isMissed(ledger, id, list, me))) claims.set(id, claim);
      else claims.delete(id);
    }
    this.known = known;
    this.queuedBefore = queued;
    return changed ? claims : before;
  }
}

/** Someone else deleted the claim under this person's unsent words: it stays in sight, with its `deletedAt`. */
function isMissed(ledger: Ledger, claimId: string, queued: readonly Queued[], me: Me): boolean {
  return (
    ledger.changers.get(fieldKey(claimId, 'deletedAt'))?.by !== me.id &&
    queued.some(({ entry }) => isFieldChange(entry) || isCreation(entry)) &&
    !queued.some(({ entry }) => entry.kind === 'claim.deleted')
  );
}

function queuedByClaim(
  ledger: Ledger,
  standings: ReadonlyMap<string, Standing>,
): ReadonlyMap<string, readonly Queued[]> {
  const queued = new Map<string, Queued[]>();
  for (const entry of ledger.entries) {
    if (entry.claimId === null) continue;
    const one = { entry, standing: standings.get(entry.id) ?? 'ready' };
    const list = queued.get(entry.claimId);
    if (list) list.push(one);
    else queued.set(entry.claimId, [one]);
  }
  return queued;
}

const sameQueue = (a: readonly Queued[], b: readonly Queued[]) =>
  a.length === b.length && a.every(({ entry, standing }, at) => entry === b[at]?.entry && standing === b[at]?.standing);

/** The claims in reading order; sorts only when a claim came, went or moved. */
function inOrder(
  claimById: ReadonlyMap<string, Claim>,
  before: DeskState | undefined,
): Pick<DeskState, 'claims' | 'numberOf'> {
  if (before?.claimById === claimById) return { claims: before.claims, numberOf: before.numberOf };
  const stands =
    before?.claims.length === claimById.size &&
    before.claims.every((had) => {
      const claim = claimById.get(had.id);
      return claim === had || (claim !== undefined && claim.createdAt === had.createdAt && samePlaces(claim, had));
    });
  if (stands) return { claims: before.claims.map((had) => claimById.get(had.id) ?? had), numberOf: before.numberOf };
  const claims = inReadingOrder([...claimById.values()]);
  // Places move at every edit of the text, and mostly nothing changes its place among the others.
  const sameOrder =
    before?.claims.length === claims.length && claims.every(({ id }, at) => before.claims[at]!.id === id);
  return { claims, numberOf: sameOrder ? before.numberOf : new Map(claims.map(({ id }, at) => [id, at + 1])) };
}

const samePlaces = (a: Claim, b: Claim) =>
  a.anchors === b.anchors ||
  (a.anchors.length === b.anchors.length &&
    a.anchors.every(({ from, to }, at) => from === b.anchors[at]?.from && to === b.anchors[at]?.to));

function houseOf(scale: string, { rules, people }: Furniture): House {
  const checkers = people.filter(({ active, role }) => active && may(role, 'claim.change')).length;
  return { rules, scale, checkers };
}

function articleOf(ledger: Ledger, standings: ReadonlyMap<string, Standing>, before: DeskState | undefined) {
  const queued = ledger.entries
    .filter((entry) => entry.recordKind === 'article')
    .map((entry) => ({ entry, standing: standings.get(entry.id) ?? 'ready' }));
  const article = articleLaidOver(ledger.known.article, queued);
  const same =
    before &&
    (Object.keys(article) as (keyof typeof article)[]).every((field) =>
      Object.is(article[field], before.article[field]),
    );
  return same ? before.article : article;
}

function provisionalOf(ledger: Ledger): ReadonlySet<string> {
  return new Set(ledger.entries.filter(({ kind }) => kind === 'claim.created').map(({ recordId }) => recordId));
}

/** A guest is named like anybody; they are nobody to give work to. */
function byId(people: readonly Person[], guests: readonly Guest[]): ReadonlyMap<string, Person> {
  const found = new Map(people.map((person) => [person.id, person]));
  for (const { personId: id, name } of guests)
    found.set(id, { id, name, revision: 1, email: null, role: 'viewer', active: false, twoFactor: false });
  return found;
}

/** A scale that was deleted under the desk: no verdicts to choose from, rather than no desk. */
const missingScale = (id: string): PlainScale => ({ id, name: '', revision: 1, verdicts: [] });

function kept<T>(before: T | undefined, now: T, same: (a: T, b: T) => boolean): T {
  return before !== undefined && same(before, now) ? before : now;
}
