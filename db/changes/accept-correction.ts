import { eq } from 'drizzle-orm';
import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import { Mapping } from 'prosemirror-transform';
import { placeAnchor } from '@/core/anchor/place';
import type { Placement } from '@/core/anchor/placement';
import { applySteps } from '@/core/article/apply-steps';
import { correctionSteps } from '@/core/article/correction-steps';
import type { Anchor, Claim, JudgedWords } from '@/core/claim/claim';
import { Problem, type ProblemCode } from '@/core/problem';
import { wordsOf } from '@/core/words/words';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { openToChange } from '@/db/queries/checks';
import { anchorsOf, oneClaimRecord } from '@/db/queries/claim-records';
import { docOf } from '@/db/queries/doc';
import { type Opened, openArticle } from '@/db/queries/open-article';
import { claims } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { refuseStale, writeClaim } from './write-claim';
import { writeText } from './write-text';

/**
 * Puts a claim's correction into the text, at every place whose words are the ones judged; or, with `seen`, at those that still
 * read as the person saw them. The anchor then covers the new words; what was judged stays what it was, so that the claim waits
 * for its recheck. Throws `absent`, `stale`, `correction-missing`, `correction-outdated`, `correction-across-blocks`.
 */
export async function acceptCorrection(
  store: Store,
  call: Call,
  id: string,
  revision: number,
  seen?: JudgedWords,
): Promise<Claim> {
  needRight(call, 'text.change');
  return store.change(async (tx) => {
    const opened = await openToChange(tx, call, id);
    await refuseStale(tx, call, opened, revision);
    await putIn(tx, call, opened, seen);
    const now = await openToChange(tx, call, id);
    return oneClaimRecord(tx, call, now.article, now.claim);
  });
}

/** What came of putting several in. */
export interface CorrectionsApplied {
  version: number;
  applied: string[];
  refused: { id: string; code: ProblemCode; detail: string }[];
}

/** Puts the corrections of several claims in, in the order given; one that cannot be is named, and hinders no other. */
export async function applyCorrections(
  store: Store,
  call: Call,
  articleId: string,
  chosen: readonly { id: string; revision: number }[],
): Promise<CorrectionsApplied> {
  needRight(call, 'text.change');
  return store.change(async (tx) => {
    await openArticle(tx, call, articleId);
    const applied: string[] = [];
    const refused: CorrectionsApplied['refused'] = [];
    for (const { id, revision } of chosen) {
      try {
        const opened = await openToChange(tx, call, id);
        if (opened.article.id !== articleId) throw new Problem('absent');
        if (opened.claim.revision !== revision) throw new Problem('stale');
        await putIn(tx, call, opened);
        applied.push(id);
      } catch (failure) {
        if (!(failure instanceof Problem)) throw failure;
        const detail = wordsOf('problem')(failure.code, failure.values);
        refused.push({ id, code: failure.code, detail });
      }
    }
    return { version: (await openArticle(tx, call, articleId)).version, applied, refused };
  });
}

async function putIn(tx: Db, call: Call, { claim, article }: Opened, seen?: JudgedWords): Promise<void> {
  const { correction } = claim;
  if (correction === null) throw new Problem('correction-missing');
  const before = await docOf(tx, article);
  const places = (await anchorsOf(tx, claim.id)).map((anchor) => placeAnchor(before, anchor));
  const chosen = places.filter((place): place is Standing => isStanding(place) && isMeant(place, seen));
  if (chosen.length === 0) throw new Problem('correction-outdated');
  const { steps, placed } = corrected(before, chosen, correction);
  if (steps.length > 0) {
    const after = applySteps(before, steps);
    const stroke = { kind: 'corrected' as const };
    await writeText(tx, call, { article, before, after, steps, clientId: call.newId(), placed, stroke });
  }
  // The row may have changed with its words.
  const [row] = await tx.select().from(claims).where(eq(claims.id, claim.id));
  const now = await openArticle(tx, call, article.id);
  await writeClaim(
    tx,
    call,
    { claim: row!, article: now },
    'correction.accepted',
    { correction: null },
    { before: { exact: chosen[0]!.current }, after: { places: chosen.length } },
  );
}

type Standing = Anchor & { from: number; to: number; current: string };
const isStanding = (place: Anchor): place is Standing => place.from !== null;

function isMeant({ id, current, state }: Standing, seen: JudgedWords | undefined): boolean {
  return seen ? seen[id] === current : state === 'anchored';
}

/** The steps that put the wording in at each place, and where those places then are, all of their words included. */
function corrected(before: Node, places: readonly Standing[], wording: string) {
  const steps: Step[] = [];
  const placed = new Map<string, Omit<Placement, 'id'>>();
  let doc = before;
  for (const { id, from, to } of places) {
    const mapping = new Mapping(steps.map((step) => step.getMap()));
    const here = { from: mapping.map(from, -1), to: mapping.map(to, 1) };
    const more = correctionSteps(doc, here.from, here.to, wording);
    const inside = new Mapping(more.map((step) => step.getMap()));
    for (const step of more) doc = step.apply(doc).doc!;
    for (const [other, place] of placed)
      placed.set(other, { from: inside.map(place.from!, 1), to: inside.map(place.to!, -1) });
    placed.set(id, { from: inside.map(here.from, -1), to: inside.map(here.to, 1) });
    steps.push(...more);
  }
  return { steps, placed };
}
