import { asc, eq } from 'drizzle-orm';
import { articleText } from '@/core/article/text';
import type { Version } from '@/core/article/version';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import type { ArticleRow } from '@/db/records/article';
import { steps, strokes } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { docOf } from './doc';
import { openArticle } from './open-article';

/** Typing after a pause as long as this is another version in the list, in milliseconds. */
const SITTING = 30 * 60_000;

/**
 * The versions of an article by which a person finds their way: the import, every draft, and between them what each person typed
 * in one sitting, under its last step. Newest first.
 */
export async function listVersions(store: Reader, call: Call, articleId: string): Promise<Version[]> {
  return store.see((db) => versionsOf(db, call, articleId));
}

async function versionsOf(db: Db, call: Call, articleId: string): Promise<Version[]> {
  const article = await openArticle(db, call, articleId);
  const typed = await db
    .select({ version: steps.version, by: steps.by, at: steps.at, clientId: steps.clientId })
    .from(steps)
    .where(eq(steps.articleId, articleId))
    .orderBy(asc(steps.version));
  const rows = await db.select().from(strokes).where(eq(strokes.articleId, articleId));
  const named = new Map(rows.map((row) => [row.version, row]));
  const { origin, createdBy, createdAt } = article;
  const found: Version[] = [{ version: 0, kind: 'imported', by: createdBy, at: createdAt, origin, restored: null }];
  // A stroke is one call, all of whose steps have one client and time: they are told apart from the typing before by these.
  const callOf = ({ clientId, at }: { clientId: string; at: string }) => `${at} ${clientId}`;
  const strokeCalls = new Set(typed.filter(({ version }) => named.has(version)).map(callOf));
  for (const step of typed) {
    const { version, by, at } = step;
    const stroke = named.get(version);
    if (stroke) {
      const { kind, origin, restored } = stroke;
      // Several corrections that one press put in are one version to a person.
      const together = found.at(-1)!;
      if (kind === 'corrected' && together.kind === kind && together.by === by && together.at === at) found.pop();
      found.push({ version, kind, by, at, origin, restored });
      continue;
    }
    if (strokeCalls.has(callOf(step))) continue;
    const last = found.at(-1)!;
    if (last.kind === 'edited' && last.by === by && Date.parse(at) - Date.parse(last.at) < SITTING)
      found[found.length - 1] = { ...last, version, at };
    else found.push({ version, kind: 'edited', by, at, origin: null, restored: null });
  }
  return found.reverse();
}

/** The text at a version. Throws `absent` and `version-unknown`. */
export async function versionText(store: Reader, call: Call, articleId: string, version: number) {
  const doc = await store.see(async (db) => {
    mustBeVersion(await openArticle(db, call, articleId), version);
    return docOf(db, { id: articleId, version });
  });
  return { version, doc: doc.toJSON(), text: articleText(doc).text };
}

/** Throws `version-unknown` for what is no version of the article so far. */
export function mustBeVersion(article: Pick<ArticleRow, 'version'>, version: number): void {
  if (!Number.isInteger(version) || version < 0 || version > article.version) throw new Problem('version-unknown');
}
