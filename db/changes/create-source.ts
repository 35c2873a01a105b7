import { Problem } from '@/core/problem';
import { normaliseAddress } from '@/core/source/address';
import { withDetails } from '@/core/source/details';
import { newlyNamed } from '@/core/source/newly-named';
import type { CreateSource, Source } from '@/core/source/source';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { fold } from '@/db/fold';
import { insertion } from '@/db/insertion';
import { sourcesById } from '@/db/queries/source-records';
import { sources } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { saidFields } from './changed-fields';
import { needRight } from './need-right';
import { answerAgain, takeId } from './take-id';

type SourceRow = typeof sources.$inferSelect;
const insertSource = insertion(sources);

/** Makes a source. One of the same address may be there: it is for the desk to offer it first. Throws `id-taken`. */
export async function createSource(
  store: Store,
  call: Call,
  body: CreateSource,
): Promise<{ record: Source; created: boolean }> {
  needRight(call, 'source.change');
  return store.change((tx) => makeSource(tx, call, body));
}

/** The same inside a transaction, for a citation that brings its source along. */
export async function makeSource(
  tx: Db,
  call: Call,
  body: CreateSource,
): Promise<{ record: Source; created: boolean }> {
  const { id, repeated } = await takeId(tx, call, 'source', body.id, body);
  if (repeated) return answerAgain(() => anySource(tx, call, id));
  const said = {
    kind: body.kind ?? (body.url ? 'web' : 'other'),
    tier: body.tier ?? null,
    title: body.title?.trim() || (body.url ?? ''),
    url: body.url ?? null,
    publisher: body.publisher ?? null,
    author: body.author ?? null,
    publishedAt: body.publishedAt ?? null,
    accessedAt: body.accessedAt ?? null,
    archivedUrl: body.archivedUrl ?? null,
    confidential: body.confidential ?? false,
    note: body.note ?? null,
    details: withDetails(null, body.details ?? {}),
  } satisfies Partial<SourceRow>;
  const row = {
    id,
    revision: 1,
    ...newlyNamed,
    ...said,
    ...soughtBy(said),
    createdBy: call.by.id,
    createdAt: call.at,
    updatedAt: call.at,
    deletedAt: null,
  };
  await insertSource(tx, row);
  await appendEvent(tx, call, { kind: 'source.created', sourceId: id, after: saidFields(said) });
  return { record: await anySource(tx, call, id), created: true };
}

/** What a source is found by. */
export function soughtBy({ title, publisher, author, url }: Pick<SourceRow, 'title' | 'publisher' | 'author' | 'url'>) {
  const address = url === null ? null : normaliseAddress(url);
  return { address, finding: fold([title, publisher, author, address].filter(Boolean).join(' ')) };
}

/** A source, deleted or not. */
async function anySource(tx: Db, call: Call, id: string): Promise<Source> {
  const source = (await sourcesById(tx, call, [id])).get(id);
  if (!source) throw new Problem('absent');
  return source;
}
