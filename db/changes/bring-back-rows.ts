import { isDeepStrictEqual } from 'node:util';
import { asc, isNull } from 'drizzle-orm';
import type { Node } from 'prosemirror-model';
import type { Claim } from '@/core/claim/claim';
import type { KeptText } from '@/core/report/replay';
import type { Report } from '@/core/report/report';
import { appendEvent, chainEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { fold } from '@/db/fold';
import { insertion } from '@/db/insertion';
import type { ArticleRow } from '@/db/records/article';
import { type AnchorRow, returnedColumns, toldOnce } from '@/db/records/claim';
import {
  anchors,
  approvals,
  articles,
  checks,
  citations,
  claims,
  comments,
  contacts,
  docs,
  looks,
  notices,
  people,
  placements,
  readers,
  scales,
  sources,
  steps,
  strokes,
} from '@/db/schema/schema';
import { soughtBy } from './create-source';

const insertPerson = insertion(people);
const insertDoc = insertion(docs);
const insertStep = insertion(steps);
const insertClaim = insertion(claims);
const insertAnchor = insertion(anchors);
const insertApproval = insertion(approvals);
const insertCitation = insertion(citations);
const insertComment = insertion(comments);
const insertCheck = insertion(checks);
const insertSource = insertion(sources);
const insertContact = insertion(contacts);
/**
 * Makes an inactive entry of everybody whom the newsroom does not know: a name for an id, with an address where no mail goes
 * (RFC 2606) and nothing to sign in with. Whom it knows keeps the name that they have here.
 */
export async function writePeople(tx: Db, call: Call, named: Report['people']): Promise<void> {
  const rows = await tx.select({ id: people.id }).from(people);
  const known = new Set(rows.map(({ id }) => id));
  const moment = new Date(call.at);
  for (const { id, name } of named) {
    if (known.has(id)) continue;
    await insertPerson(tx, {
      id,
      revision: 1,
      name,
      email: `${call.newId()}@people.invalid`,
      emailVerified: false,
      image: null,
      role: 'viewer',
      active: false,
      guest: false,
      twoFactorEnabled: false,
      digest: false,
      createdAt: moment,
      updatedAt: moment,
    });
  }
}

/** The id of the newsroom's scale of this name with these verdicts, which is made where there is none. */
export async function scaleOf(tx: Db, call: Call, { name, verdicts }: Report['scale']): Promise<string> {
  const rows = await tx.select().from(scales).where(isNull(scales.deletedAt)).orderBy(asc(scales.id));
  const same = rows.find((row) => row.name === name && isDeepStrictEqual(row.verdicts, verdicts));
  if (same) return same.id;
  const id = call.newId();
  await tx.insert(scales).values({ id, name, verdicts, createdAt: call.at });
  await appendEvent(tx, call, { kind: 'scale.created', after: { scaleId: id, name, verdicts } });
  return id;
}

/** Writes the article, as it is called here, with its versions and who may read it; `admitted` where the importer was let in beside those. */
export async function writeArticleRow(
  tx: Db,
  call: Call,
  { article, notices: log, steps: told, archive }: Report,
  texts: readonly KeptText[],
  about: Pick<ArticleRow, 'title' | 'language' | 'deadline' | 'scale' | 'newsroom'>,
): Promise<{ row: ArticleRow; admitted: boolean }> {
  const { doc: _, access, changedSinceSignOff, progress: __, ...said } = article;
  const [row] = await tx
    .insert(articles)
    .values({
      ...said,
      ...about,
      finding: fold(about.title),
      changedSince: changedSinceSignOff ? article.updatedAt : null,
      restricted: access.kind === 'restricted',
    })
    .returning();
  const articleId = article.id;
  for (const { version, doc } of texts) await insertDoc(tx, { articleId, version, doc: doc as { type: 'doc' } });
  for (const { version, step, clientId, by, at } of told)
    await insertStep(tx, { articleId, version, step, clientId, by, at });
  for (const stroke of archive?.strokes ?? []) await tx.insert(strokes).values({ articleId, ...stroke });
  for (const notice of log) await tx.insert(notices).values({ ...notice, deletedAt: null });
  for (const look of archive?.looks ?? []) await tx.insert(looks).values({ articleId, ...look });
  for (const placed of archive?.placements ?? []) await tx.insert(placements).values({ articleId, ...placed });
  if (access.kind === 'newsroom') return { row: row!, admitted: false };
  const admitted = article.createdBy !== call.by.id && !access.people.includes(call.by.id);
  for (const personId of new Set([...access.people, ...(admitted ? [call.by.id] : [])]))
    await tx.insert(readers).values({ articleId, personId });
  return { row: row!, admitted };
}

/** Writes the sources that are not here yet, with their contacts. */
export async function writeSources(tx: Db, { sources: cited, archive }: Report, known: ReadonlySet<string>) {
  for (const source of [...cited, ...(archive?.sources ?? [])]) {
    if (known.has(source.id)) continue;
    const { files: _, contacts: log, ...said } = source;
    await insertSource(tx, { ...said, ...soughtBy(said) });
    for (const contact of log) await insertContact(tx, { ...contact, sourceId: source.id });
  }
}

/** Writes the claims, deleted ones too, with their places in `doc`, citations, comments and second checks. */
export async function writeClaims(tx: Db, { claims: told, archive }: Report, doc: Node): Promise<void> {
  const traces = new Map(archive?.anchors.map((trace) => [trace.id, trace]));
  for (const claim of [...told, ...(archive?.claims ?? [])]) {
    const { id: claimId, closed, approvals: given, returned } = claim;
    const stored = claim.anchors.map(({ id, from, to, exact, prefix, suffix }): AnchorRow => {
      const { createdAt = claim.createdAt, lost = null } = traces.get(id) ?? {};
      return { id, claimId, from, to, exact, prefix, suffix, lost, createdAt };
    });
    await insertClaim(tx, {
      ...columnsOf(claim),
      closedBy: closed?.by ?? null,
      closedAt: closed?.at ?? null,
      closedReason: closed?.reason ?? null,
      ...returnedColumns(returned),
      ...toldOnce(doc, stored),
    });
    for (const anchor of stored) await insertAnchor(tx, anchor);
    for (const { by, at } of given) await insertApproval(tx, { claimId, personId: by, at });
    for (const { source: _, ...citation } of claim.citations)
      await insertCitation(tx, { ...citation, deletedAt: null });
    for (const comment of claim.comments) await insertComment(tx, { ...comment, deletedAt: null });
    if (claim.check) await insertCheck(tx, { ...claim.check, withdrawnAt: null });
  }
  for (const check of archive?.checks ?? []) await insertCheck(tx, { ...check, withdrawnAt: null });
}

/** The fields of a claim that its row has under the same names. */
function columnsOf(claim: Claim) {
  const { version, anchors, closed, approvals, returned, citations, comments, check, repeats, ...columns } = claim;
  return columns;
}

/** Writes what happened before; of the sources that are here already, their history is too. Nobody hears of it. */
export async function writeHistory(tx: Db, { history }: Report, known: ReadonlySet<string>): Promise<void> {
  for (const { id: _, ...event } of history)
    if (event.articleId !== null || !known.has(event.sourceId!)) await chainEvent(tx, event);
}
