import { eq } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { EvidenceFile } from '@/core/source/source';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import type { EvidenceFolder, Received } from '@/db/evidence/evidence-folder';
import { openFile } from '@/db/queries/files';
import { openCitation } from '@/db/queries/open-citation';
import type { FileRow } from '@/db/queries/source-files';
import { openSource } from '@/db/queries/sources';
import { fileRecord } from '@/db/records/source';
import { citations, claims, sourceFiles } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { saidFields } from './changed-fields';
import { needRight } from './need-right';
import { answerAgain, takeId } from './take-id';
import { touchArticle } from './touch-article';

/** What is known of a file beside its bytes. */
export interface NewFile {
  id?: string | undefined;
  /** As it is to be kept (`keptName`). */
  name: string;
  /** Told from its bytes (`listedType`). */
  type: string;
  citationId?: string | undefined;
  /** Where a copy was fetched from, and the hash of its words; absent for what a person put there. */
  copy?: { url: string; fetchedAt: string; textSha256: string | null };
}

/**
 * Puts a file on a source, or on a citation of it. The bytes have their place before the row is written, so that no row is ever
 * without them. Throws `absent`, `id-taken`, and `citation-unknown` where the citation is none of this source.
 */
export async function addFile(
  { store, evidence }: { store: Store; evidence: EvidenceFolder },
  call: Call,
  sourceId: string,
  received: Received,
  file: NewFile,
): Promise<{ record: EvidenceFile; created: boolean }> {
  needRight(call, 'source.change');
  await evidence.keep(received);
  const made = await store.change((tx) => makeFile(tx, call, sourceId, received, file));
  await evidence.settle(received);
  return made;
}

/** The same inside a transaction, for bytes that have their place. */
export async function makeFile(
  tx: Db,
  call: Call,
  sourceId: string,
  { sha256, bytes }: Pick<Received, 'sha256' | 'bytes'>,
  { id: chosen, name, type, citationId, copy }: NewFile,
): Promise<{ record: EvidenceFile; created: boolean }> {
  const source = await openSource(tx, call, sourceId);
  const claim = citationId === undefined ? null : await claimOf(tx, call, sourceId, citationId);
  const { id, repeated } = await takeId(tx, call, 'file', chosen, { sourceId, citationId, name, sha256 });
  if (repeated) return answerAgain(async () => fileRecord(await openFile(tx, call, id, { deleted: true })));
  const row = {
    id,
    sourceId,
    name,
    type,
    bytes,
    sha256,
    citationId: citationId ?? null,
    origin: copy ? ('copy' as const) : ('upload' as const),
    url: copy?.url ?? null,
    fetchedAt: copy?.fetchedAt ?? null,
    textSha256: copy?.textSha256 ?? null,
    deletedAt: null,
    createdBy: call.by.id,
    createdAt: call.at,
  };
  await tx.insert(sourceFiles).values(row);
  await tellOfFile(tx, call, 'file.added', row, source.title, claim);
  return { record: fileRecord(row), created: true };
}

/** Tells of a file: to the article that it was put in, else to all that cite its source. */
export async function tellOfFile(
  tx: Db,
  call: Call,
  kind: 'file.added' | 'file.removed' | 'file.restored',
  row: FileRow,
  title: string,
  claim: { id: string; articleId: string } | null,
): Promise<void> {
  const { id: fileId, name, type, bytes, sha256, citationId, url } = row;
  const said = { fileId, title, name, type, bytes, sha256, ...saidFields({ citationId, url }) };
  if (claim) await touchArticle(tx, call, claim.articleId);
  await appendEvent(tx, call, {
    kind,
    articleId: claim?.articleId,
    claimId: claim?.id,
    sourceId: row.sourceId,
    ...(kind === 'file.removed' ? { before: said } : { after: said }),
  });
}

/** The claim that a citation of this source is on. */
async function claimOf(tx: Db, call: Call, sourceId: string, citationId: string) {
  const open = await openCitation(tx, call, citationId).catch((failure) => {
    if (failure instanceof Problem && failure.code === 'absent') return null;
    throw failure;
  });
  if (open?.citation.sourceId !== sourceId) throw new Problem('citation-unknown');
  return open.claim;
}

/** The claim that a file was put on by its citation, dropped or not; null where it is the source's as a whole. */
export async function claimOfFile(tx: Db, { citationId }: FileRow) {
  if (citationId === null) return null;
  const [claim] = await tx
    .select({ id: claims.id, articleId: claims.articleId })
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .where(eq(citations.id, citationId));
  return claim ?? null;
}
