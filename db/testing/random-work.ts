import fc from 'fast-check';
import { articleText } from '@/core/article/text';
import type { Claim } from '@/core/claim/claim';
import { Problem } from '@/core/problem';
import { standings } from '@/core/source/vocabulary';
import { acceptCorrection } from '@/db/changes/accept-correction';
import { addAnchor } from '@/db/changes/add-anchor';
import { addCitation } from '@/db/changes/add-citation';
import { addComment } from '@/db/changes/add-comment';
import { addContact } from '@/db/changes/add-contact';
import { addLook } from '@/db/changes/add-look';
import { addNotice } from '@/db/changes/add-notice';
import { approveClaim } from '@/db/changes/approve-claim';
import { changeArticle } from '@/db/changes/change-article';
import { changeClaim } from '@/db/changes/change-claim';
import { changeSource } from '@/db/changes/change-source';
import { closeClaim } from '@/db/changes/close-claim';
import { createClaim } from '@/db/changes/create-claim';
import { deleteClaim } from '@/db/changes/delete-claim';
import { dropCitation } from '@/db/changes/drop-citation';
import { editText } from '@/db/changes/edit-text';
import { mergeSource } from '@/db/changes/merge-source';
import { resolveComment } from '@/db/changes/resolve-comment';
import { setStanding } from '@/db/changes/set-standing';
import { signOff } from '@/db/changes/sign-off';
import { restoreVersion, takeDraft } from '@/db/changes/take-draft';
import { readArticle } from '@/db/queries/articles';
import { listClaims } from '@/db/queries/claims';
import type { Desk } from './desk';
import { Hand, type RandomEdit, randomEdit } from './random-edits';

/** What somebody does at a desk; numbers choose what it is done to, whatever is there by then. */
export type RandomAct = { readonly does: (typeof doings)[number]; readonly at: number; readonly edits: RandomEdit[] };
const doings = [
  'write',
  'write',
  'mark',
  'mark',
  'mark',
  'repeat',
  'judge',
  'approve',
  'assign',
  'source',
  'cite',
  'drop',
  'resource',
  'detail',
  'stand',
  'merge',
  'try',
  'say',
  'say',
  'answer',
  'answer',
  'resolve',
  'delete',
  'close',
  'correct',
  'draft',
  'restore',
  'restrict',
  'title',
  'look',
  'log',
  'sign',
] as const;

export const randomAct: fc.Arbitrary<RandomAct> = fc.record({
  does: fc.constantFrom(...doings),
  at: fc.nat(5000),
  edits: fc.array(randomEdit, { minLength: 1, maxLength: 6 }),
});

/** Does these one after another; what cannot be done is left out. */
export async function work(at: Desk, acts: readonly RandomAct[]): Promise<void> {
  const hand = new Hand();
  for (const act of acts) {
    try {
      await doOne(at, hand, act);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
}

async function doOne({ store, call, ed, cy, ann, vi, article: { id } }: Desk, hand: Hand, act: RandomAct) {
  const { does, at, edits } = act;
  const { article, doc } = await readArticle(store, call(ed), id);
  const { items: claims } = await listClaims(store, call(ed), id);
  const claim = claims[at % claims.length];
  const citation = claim?.citations[at % claim.citations.length];
  const comment = claim?.comments[at % claim.comments.length];
  const { points } = articleText(doc);
  const start = at % Math.max(1, points);
  const place = { start, end: Math.min(points, start + 1 + (at % 40)) };
  const by = call(at % 2 === 0 ? ed : cy);
  switch (does) {
    case 'write': {
      const { steps } = hand.all(doc, edits);
      const edit = { version: article.version, clientId: `desk-${at % 3}`, steps: steps.map((step) => step.toJSON()) };
      return editText(store, call(ed), id, edit);
    }
    case 'mark':
      return createClaim(store, by, id, { anchors: [place], severity: 'minor', attributedTo: 'the mayor' });
    case 'draft':
      return takeDraft(store, call(ed), id, {
        text: `${articleText(doc).text}\n\nIt rained on day ${at}.`,
        title: 'Rain',
      });
    case 'restore':
      return restoreVersion(store, call(ed), id, at % (article.version + 1));
    case 'look':
      return addLook(store, by, id, place);
    case 'log':
      return addNotice(store, call(ed), id, { body: `It is ${at}.`, claimId: claim?.id, before: at % 2 ? '41' : null });
    case 'sign':
      return approveAndSign({ store, call, ann }, id, claims);
    case 'restrict':
      return changeArticle(store, call(ed), id, article.revision, {
        access: { kind: 'restricted', people: [cy.id, ...(at % 2 ? [vi.id] : [])] },
      });
    case 'title':
      return changeArticle(store, call(ed), id, article.revision, {
        title: `The bridge, ${at}`,
        deadline: '2026-04-01T10:00:00Z',
        url: 'https://post.example.org/bridge',
      });
  }
  if (!claim) return;
  switch (does) {
    case 'repeat':
      return addAnchor(store, by, claim.id, claim.revision, place);
    case 'judge':
      return changeClaim(store, by, claim.id, claim.revision, {
        verdict: (['true', 'false', null] as const)[at % 3],
        rationale: `Seen in **ledger ${at}**.`,
        correction: `It is ${at}.`,
      });
    case 'approve':
      return changeClaim(store, call(ed), claim.id, claim.revision, { status: 'approved' });
    case 'assign':
      return changeClaim(store, by, claim.id, claim.revision, { assigneeId: ann.id, secondCheckerId: cy.id });
    case 'source':
      return addCitation(store, by, claim.id, {
        source: { title: `Ledger ${at}`, url: 'https://ledger.example.org', confidential: at % 2 === 0, note: 'Ours.' },
        stance: 'refutes',
        quote: '“forty”',
        note: 'Asked.',
      });
    case 'correct':
      return acceptCorrection(store, call(ed), claim.id, claim.revision);
    case 'delete':
      return deleteClaim(store, by, claim.id, claim.revision);
    case 'close':
      return closeClaim(store, by, claim.id, 'Cut.', claim.revision);
    case 'say':
      return addComment(store, by, claim.id, {
        body: at % 4 === 0 ? `@Cy and @Ed, is it ${at}?` : `Is it ${at}?`,
        ...(at % 3 === 0 && { kind: 'query', to: at % 2 === 0 ? cy.id : ed.id }),
        ...(at % 5 === 0 && { confidential: true }),
        ...(at % 7 === 0 && { proposal: `It is ${at}.` }),
      });
  }
  if (comment && does === 'answer') return addComment(store, by, claim.id, { body: 'It is.', parentId: comment.id });
  if (comment && does === 'resolve') return resolveComment(store, by, comment.id);
  if (!citation) return;
  if (does === 'drop') return dropCitation(store, by, citation.id, citation.revision);
  const { source } = citation;
  if (does === 'cite')
    return addCitation(store, by, claims[0]!.id, { sourceId: source.id, stance: 'context', locator: 'p. 4' });
  if (does === 'detail')
    return changeSource(store, by, source.id, source.revision, {
      kind: 'interview',
      details: { whom: `Ane ${at}`, role: 'keeper', contact: '555', consent: at % 2 === 0, channel: 'phone' },
    });
  if (does === 'stand')
    return setStanding(store, call(ed), source.id, { standing: standings[at % 3]!, reason: `Seen on day ${at}.` });
  if (does === 'merge') {
    const others = claims.flatMap((one) => one.citations.map(({ sourceId }) => sourceId));
    return mergeSource(store, call(ed), source.id, others[at % others.length]!);
  }
  if (does === 'try')
    return addContact(store, by, source.id, {
      channel: 'phone',
      who: 'Ane Holt',
      at: '2026-03-01T10:00:00Z',
      outcome: `No answer, ${at}`,
      ...(at % 2 && { nextTry: '2026-03-02T10:00:00Z', note: 'Ask for the log.' }),
    });
  if (does === 'resource') return changeSource(store, by, source.id, source.revision, { publisher: `Press ${at}` });
}

/** An admin approves what can be, and signs where that is enough. */
async function approveAndSign({ store, call, ann }: Pick<Desk, 'store' | 'call' | 'ann'>, id: string, claims: Claim[]) {
  for (const claim of claims)
    try {
      await approveClaim(store, call(ann), claim.id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  return signOff(store, call(ann), id);
}
