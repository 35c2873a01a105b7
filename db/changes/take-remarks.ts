import { and, eq, isNull } from 'drizzle-orm';
import type { Node } from 'prosemirror-model';
import { quoteOf } from '@/core/anchor/quote';
import type { Remark } from '@/core/article/import/remark';
import type { PatchClaim } from '@/core/claim/claim';
import { threadsOf } from '@/core/claim/comment';
import type { Verdict } from '@/core/claim/scale';
import { normaliseAddress } from '@/core/source/address';
import type { Source } from '@/core/source/source';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { openScale } from '@/db/queries/scales';
import { sourceRecords } from '@/db/queries/source-records';
import type { ArticleRow } from '@/db/records/article';
import { anchors, claims, comments, sources } from '@/db/schema/schema';
import { makeCitation } from './add-citation';
import { makeClaim } from './create-claim';
import { makeSource } from './create-source';
import { makeComment } from './make-comment';

/** What became of remarks: how many made a claim, and how many were found to be about a claim that is there. */
export interface RemarksTaken {
  created: number;
  known: number;
}

/**
 * Makes a claim of each remark, on exactly its words; one about the words of a claim that is there adds to it the threads that it
 * lacks, and changes nothing else of it: what people have judged meanwhile stands. A verdict that the scale does not know becomes
 * a comment; an address that the newsroom knows as a source is that source. Whoever calls has checked the rights, and touches the
 * article.
 */
export async function takeRemarks(
  tx: Db,
  call: Call,
  article: Pick<ArticleRow, 'id' | 'scale'>,
  doc: Node,
  remarks: readonly Remark[],
): Promise<RemarksTaken> {
  if (remarks.length === 0) return { created: 0, known: 0 };
  const { verdicts } = await openScale(tx, article.scale);
  const marked = await claimsByPlace(tx, article.id);
  const sourceOf = sourceFinder(tx, call);
  const taken = { created: 0, known: 0 };
  for (const remark of remarks) {
    const known = remark.places.map((place) => marked.get(keyOf(place))).find((id) => id !== undefined);
    if (known === undefined) {
      const id = await makeFrom(tx, call, article, doc, remark, verdicts, sourceOf);
      for (const place of remark.places) marked.set(keyOf(place), id);
      taken.created++;
    } else {
      await addThreads(tx, call, { id: known, articleId: article.id }, remark);
      taken.known++;
    }
  }
  return taken;
}

type SourceOf = (named: Remark['sources'][number]) => Promise<Source>;

async function makeFrom(
  tx: Db,
  call: Call,
  article: Pick<ArticleRow, 'id' | 'scale'>,
  doc: Node,
  remark: Remark,
  verdicts: readonly Verdict[],
  sourceOf: SourceOf,
): Promise<string> {
  const id = call.newId();
  const places = remark.places.map(({ from, to }) => ({ from, to, ...quoteOf(doc, from, to) }));
  const verdict = remark.verdict === null ? undefined : verdictNamed(verdicts, remark.verdict);
  const said: PatchClaim = {
    verdict: verdict?.key ?? null,
    rationale: remark.rationale,
    correction: remark.correction,
    severity: remark.severity,
    attributedTo: remark.attributedTo,
  };
  const claim = { id, articleId: article.id };
  await makeClaim(tx, call, article, doc, { id, places, said });
  for (const named of remark.sources) {
    const source = await sourceOf(named);
    const { stance, quote, locator, consulted } = named;
    await makeCitation(tx, call, claim, source, { id: call.newId(), stance, quote, locator, accessedAt: consulted });
  }
  if (remark.verdict !== null && !verdict) await makeComment(tx, call, claim, { body: remark.verdict });
  for (const thread of remark.threads) await makeThread(tx, call, claim, thread);
  return id;
}

/** Adds the threads of a remark that the claim lacks, and to those that it has the replies that they lack. */
async function addThreads(tx: Db, call: Call, claim: { id: string; articleId: string }, remark: Remark): Promise<void> {
  const rows = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.claimId, claim.id), isNull(comments.deletedAt)))
    .orderBy(comments.createdAt, comments.id);
  const threads = threadsOf(rows);
  for (const thread of remark.threads) {
    const [first, ...replies] = thread.comments;
    const there = threads.find((one) => one.first.body === first!.body);
    if (!there) await makeThread(tx, call, claim, thread);
    else
      for (const { body, author, at } of replies)
        if (!there.replies.some((reply) => reply.body === body))
          await makeComment(tx, call, claim, { body, parentId: there.first.id, author: author || null, at });
  }
}

async function makeThread(
  tx: Db,
  call: Call,
  claim: { id: string; articleId: string },
  { comments: said, resolved }: Remark['threads'][number],
): Promise<void> {
  let parentId: string | undefined;
  for (const { body, author, at } of said) {
    const first = parentId === undefined;
    const { comment } = await makeComment(tx, call, claim, {
      body,
      parentId,
      author: author || null,
      at,
      resolved: first && resolved,
    });
    parentId ??= comment.id;
  }
}

/** The live claims of an article by each of their places. */
async function claimsByPlace(tx: Db, articleId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: claims.id, from: anchors.from, to: anchors.to })
    .from(anchors)
    .innerJoin(claims, eq(anchors.claimId, claims.id))
    .where(and(eq(claims.articleId, articleId), isNull(claims.deletedAt)))
    .orderBy(claims.createdAt, claims.id);
  const found = new Map<string, string>();
  for (const { id, from, to } of rows)
    if (from !== null && to !== null && !found.has(keyOf({ from, to }))) found.set(keyOf({ from, to }), id);
  return found;
}

function keyOf({ from, to }: { from: number; to: number }): string {
  return `${from}-${to}`;
}

function verdictNamed(verdicts: readonly Verdict[], name: string): Verdict | undefined {
  const folded = (text: string) => text.trim().toLowerCase();
  return verdicts.find(({ key, label }) => folded(label) === folded(name) || key === name);
}

/** Finds the source of an address that the newsroom has, or makes one; asked twice, it makes one. */
function sourceFinder(tx: Db, call: Call): SourceOf {
  const found = new Map<string, Source>();
  return async ({ url, title, publisher }) => {
    const address = url === null ? null : normaliseAddress(url);
    const key = address ?? `${title}\n${publisher ?? ''}`;
    const source = found.get(key) ?? (address === null ? undefined : await sourceAt(tx, call, address));
    const kept = source ?? (await makeSource(tx, call, { url, title, publisher, kind: url ? 'web' : 'other' })).record;
    found.set(key, kept);
    return kept;
  };
}

async function sourceAt(tx: Db, call: Call, address: string): Promise<Source | undefined> {
  const rows = await tx
    .select()
    .from(sources)
    .where(and(eq(sources.address, address), isNull(sources.deletedAt), eq(sources.confidential, false)))
    .orderBy(sources.createdAt, sources.id)
    .limit(1);
  return [...(await sourceRecords(tx, call, rows)).values()][0];
}
