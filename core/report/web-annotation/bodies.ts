import { sameWords } from '@/core/anchor/fold';
import type { Claim } from '@/core/claim/claim';
import { type Comment, type Thread, threadsOf } from '@/core/claim/comment';
import type { Reading } from '../reading';
import { urnOf } from './linked-data';
import { sourceBody } from './source-body';
import { JUDGED_WORDS, NEWSROOM_ALONE, RESOLVED, STATUS } from './vocabulary';

/**
 * All that is said of a claim, a body each with its purpose (section 3.3.5): the verdict assesses and tags, the rationale
 * describes, the correction edits, sources link, an approval moderates, a thread comments and its replies, which follow it, reply.
 */
export function bodiesOf(reading: Reading, claim: Claim): object[] {
  const { report } = reading;
  return [
    ...verdict(reading, claim),
    ...(claim.rationale ? [textual('describing', claim.rationale, { format: 'text/markdown' })] : []),
    ...(claim.correction
      ? [textual('editing', claim.correction, { format: 'text/plain', language: report.article.language })]
      : []),
    ...claim.citations.map(sourceBody),
    ...approval(reading, claim),
    ...threadsOf(claim.comments).flatMap((thread) => threadBodies(reading, thread)),
  ];
}

/** Somebody of the newsroom, as the model describes who made something (section 3.3.2). */
export function person({ name }: Reading, id: string): object {
  return { id: urnOf(id), type: 'Person', name: name(id) };
}

function textual(purpose: string | string[], value: string, about: object): object {
  return { type: 'TextualBody', purpose, value, ...about };
}

function verdict(reading: Reading, claim: Claim): object[] {
  if (claim.verdict === null) return [];
  return [
    textual(['assessing', 'tagging'], reading.verdictOf(claim)?.label ?? claim.verdict, {
      format: 'text/plain',
      ...judgedWords(claim),
      ...signed(reading, claim.verdictBy, claim.verdictAt),
    }),
  ];
}

/** All words that a verdict is of, where they stand at some place no more: whoever reads it back must not take it for others. */
function judgedWords({ anchors }: Claim): object {
  if (anchors.every(({ exact, current }) => current !== null && sameWords(exact, current))) return {};
  return { [JUDGED_WORDS]: [...new Set(anchors.map(({ exact }) => exact))] };
}

function approval(reading: Reading, { approvedBy, approvals }: Claim): object[] {
  if (approvedBy === null) return [];
  return approvals.map(({ by, at }) =>
    textual('moderating', reading.words('review_approved'), { format: 'text/plain', ...signed(reading, by, at) }),
  );
}

function threadBodies(reading: Reading, { first, replies }: Thread): object[] {
  const settled = first.resolvedAt === null ? {} : { [STATUS]: RESOLVED };
  return [
    comment(reading, 'commenting', first, settled),
    ...replies.map((reply) => comment(reading, 'replying', reply, {})),
  ];
}

/** Without an id of its own: beside one, the W3C's own schemas take a body for a resource elsewhere. */
function comment(reading: Reading, purpose: string, { body, author, createdBy, createdAt }: Comment, about: object) {
  const creator = author === null ? person(reading, createdBy) : { type: 'Person', name: author };
  return textual(purpose, body, {
    format: 'text/markdown',
    creator,
    created: createdAt,
    audience: NEWSROOM_ALONE,
    ...about,
  });
}

function signed(reading: Reading, by: string | null, at: string | null): object {
  return { ...(by !== null && { creator: person(reading, by) }), ...(at !== null && { created: at }) };
}
