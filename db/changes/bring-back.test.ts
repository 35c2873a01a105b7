import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import type { Event } from '@/core/event/event';
import { reportJson } from '@/core/report/json';
import { readReportJson } from '@/core/report/read-json';
import { buildReport, type Edition, editions, type Report } from '@/core/report/report';
import { withNewIds } from '@/core/report/with-new-ids';
import type { Call } from '@/db/call';
import { getArticle, listArticles, readArticle } from '@/db/queries/articles';
import { claimHistory, getClaim, listClaims } from '@/db/queries/claims';
import { eventsAfter } from '@/db/queries/events';
import { reportMaterial } from '@/db/queries/report';
import { getScale } from '@/db/queries/scales';
import { listSources } from '@/db/queries/sources';
import { listVersions } from '@/db/queries/versions';
import { accounts, events, newsroom, people, sources } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { type Desk, desk, text } from '@/db/testing/desk';
import { randomAct, work } from '@/db/testing/random-work';
import { callsOf, person, temporaryStore } from '@/db/testing/temporary-store';
import { addCitation } from './add-citation';
import { type BroughtAs, bringBack } from './bring-back';
import { changeArticle } from './change-article';
import { changeScale } from './change-scale';
import { deleteClaim } from './delete-claim';
import { dropCitation } from './drop-citation';
import { editText } from './edit-text';
import { restoreClaim } from './restore-claim';
import { takeDraft } from './take-draft';

const reportOf = async (store: Store, by: Call['by'], id: string, edition: Edition) =>
  buildReport(await reportMaterial(store, by, id), edition);
const exported = async (store: Store, by: Call['by'], id: string, edition: Edition) =>
  reportJson(await reportOf(store, by, id, edition));

/** A newsroom of one admin, whose new ids are like no other's. */
async function otherNewsroom() {
  const { store, drop } = await temporaryStore();
  await store.change(async (tx) => {
    await tx.update(newsroom).set({ name: 'The Other Post' });
  });
  const zoe = await person(store, 'Zoe', 'admin');
  return { store, drop, zoe, call: freshIds(callsOf('2027-01-01T00:00:00.000Z')) };
}
let made = 0;
const freshIds =
  (call: ReturnType<typeof callsOf>) =>
  (by: Call['by']): Call => ({ ...call(by), newId: () => `new-${String(++made).padStart(9, '0')}` });

let at: Desk;
beforeEach(async () => {
  at = await desk();
  await at.store.change(async (tx) => {
    await tx.update(newsroom).set({ name: 'The Harbour Post' });
  });
});
afterEach(() => at.drop());

describe('bringBack', () => {
  it('brings any article into an empty newsroom so that either edition is the same to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomAct, { minLength: 10, maxLength: 40 }), async (acts) => {
        const from = await desk();
        try {
          await work(from, acts);
          for (const edition of editions) {
            const to = await otherNewsroom();
            try {
              const json = await exported(from.store, from.ed, from.article.id, edition);
              const { record } = await bringBack(to.store, to.call(to.zoe), readReportJson(json));
              expect(record.id).toBe(from.article.id);
              expect(await exported(to.store, to.zoe, record.id, edition)).toBe(json);
            } finally {
              await to.drop();
            }
          }
        } finally {
          await from.drop();
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('brings either edition of any article in beside itself, under new ids and otherwise the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomAct, { minLength: 10, maxLength: 40 }), async (acts) => {
        const here = await desk();
        const call = freshIds(here.call);
        try {
          await work(here, acts);
          for (const edition of editions) {
            const report = await reportOf(here.store, here.ed, here.article.id, edition);
            const { record } = await bringBack(here.store, call(here.ed), readReportJson(reportJson(report)));
            const twin = await reportOf(here.store, here.ed, record.id, edition);
            expect(record.id).not.toBe(here.article.id);
            expect(reportJson(withSourcesInOrder(withNewIds(twin, renaming(twin, report))))).toBe(reportJson(report));
            expect(await exported(here.store, here.ed, here.article.id, edition)).toBe(reportJson(report));
          }
        } finally {
          await here.drop();
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('makes inactive entries of those whom the newsroom does not know, and nobody can sign in as them', async () => {
    const { to, json, bring } = await elsewhere();
    await person(to.store, 'Cy', 'editor');
    await to.store.change(async (tx) => {
      await tx.update(people).set({ name: 'Cyrus' }).where(eq(people.id, 'cy'));
    });
    const { record } = await bring();
    const rows = await to.store.read.select().from(people).orderBy(people.id);
    expect(rows.map(({ id, name, role, active }) => [id, name, role, active])).toEqual([
      ['cy', 'Cyrus', 'editor', true],
      ['ed', 'Ed', 'viewer', false],
      ['zoe', 'Zoe', 'admin', true],
    ]);
    expect(rows[1]!.email).toMatch(/@people\.invalid$/);
    expect(await to.store.read.select().from(accounts)).toEqual([]);
    expect(await exported(to.store, to.zoe, record.id, 'internal')).toBe(
      json.replace('"name": "Cy"', '"name": "Cyrus"'),
    );
  });

  it('brings a scale along that the newsroom has otherwise, and leaves its own as it is', async () => {
    const scale = await getScale(at.store, 'five-point');
    const [first, ...rest] = scale.verdicts;
    const verdicts = [{ ...first!, label: 'Quite true' }, ...rest];
    await changeScale(at.store, at.call(at.ann), scale.id, scale.revision, { verdicts });
    const { to, json, bring } = await elsewhere();
    const own = await getScale(to.store, 'five-point');
    const { record } = await bring();
    expect(record.scale).not.toBe('five-point');
    expect((await getScale(to.store, record.scale)).verdicts).toEqual(verdicts);
    expect(await getScale(to.store, 'five-point')).toMatchObject({ revision: own.revision, verdicts: own.verdicts });
    expect(await exported(to.store, to.zoe, record.id, 'internal')).toBe(json);
    const again = await bring();
    expect(again.record.scale).toBe(record.scale);
  });

  it('takes the scale of the newsroom that is the same', async () => {
    const { bring } = await elsewhere();
    expect((await bring()).record.scale).toBe(at.article.scale);
  });

  it.each<[string, (to: Store) => Promise<unknown>, boolean]>([
    ['is the same', async () => {}, true],
    ['says something else', (to) => rewriteSource(to, { title: 'Another archive' }), false],
    ['is in the bin', (to) => rewriteSource(to, { deletedAt: '2026-05-01T00:00:00.000Z' }), false],
  ])('takes a source of the newsroom for its own where that %s', async (_what, meanwhile, same) => {
    const { to, bring } = await elsewhere();
    await bring();
    await meanwhile(to.store);
    const [claim] = (await listClaims(to.store, to.call(to.zoe), (await bring()).record.id)).items;
    expect(claim!.citations[0]!.sourceId === at.source.id).toBe(same);
    expect(claim!.citations[0]!.source.title).toBe('City archive');
    expect(await to.store.read.select().from(sources)).toHaveLength(same ? 1 : 2);
    expect((await getArticle(to.store, to.call(to.zoe), at.article.id)).progress.claims).toBe(1);
  });

  it('is in nobody’s way where ids are taken: not of what the importer may not see, nor in its history', async () => {
    const { article, claim } = at;
    const json = await exported(at.store, at.ed, article.id, 'internal');
    await changeArticle(at.store, at.call(at.ed), article.id, article.revision, {
      access: { kind: 'restricted', people: [] },
    });
    const before = await claimHistory(at.store, at.call(at.ed), claim.id);
    const { record } = await bringBack(at.store, freshIds(at.call)(at.ann), readReportJson(json));
    expect(record.id).not.toBe(article.id);
    const [twin] = (await listClaims(at.store, at.call(at.ann), record.id)).items;
    expect(twin).toMatchObject({ articleId: record.id, verdict: 'true' });
    expect(twin!.id).not.toBe(claim.id);
    expect(await claimHistory(at.store, at.call(at.ed), claim.id)).toEqual(before);
    expect((await claimHistory(at.store, at.call(at.ann), twin!.id)).map(({ kind }) => kind)).toEqual([
      'claim.created',
      'citation.added',
    ]);
  });

  it('gives new ids to all of an article where one is taken that only its history names', async () => {
    await deleteClaim(at.store, at.call(at.cy), at.claim.id, at.claim.revision);
    const { to, json, bring } = await elsewhere();
    await bring();
    const file = JSON.parse(json);
    file.article.id = 'free';
    Object.assign(file.archive, { claims: [], anchors: [] });
    for (const event of file.history) event.articleId &&= 'free';
    const { record } = await bringBack(to.store, to.call(to.zoe), readReportJson(JSON.stringify(file)));
    expect(record.id).toMatch(/^new-/);
    const told = await to.store.read.select().from(events).where(eq(events.claimId, at.claim.id));
    expect(new Set(told.map(({ articleId }) => articleId))).toEqual(new Set([at.article.id]));
  });

  it('lets the importer of a restricted article read it, and tells that to no report', async () => {
    await changeArticle(at.store, at.call(at.ed), at.article.id, at.article.revision, {
      access: { kind: 'restricted', people: [at.cy.id] },
    });
    const { to, json, bring } = await elsewhere();
    const { record } = await bring();
    expect(record.access).toEqual({ kind: 'restricted', people: ['cy', 'zoe'] });
    const max = await person(to.store, 'Max', 'admin');
    await expect(getArticle(to.store, to.call(max), record.id)).rejects.toThrow('absent');
    expect(await exported(to.store, to.zoe, record.id, 'internal')).toBe(json);
    await changeArticle(to.store, to.call(to.zoe), record.id, record.revision, {
      access: { kind: 'restricted', people: ['zoe', 'max'] },
    });
    const { article } = await reportOf(to.store, to.zoe, record.id, 'internal');
    expect(article.access).toEqual({ kind: 'restricted', people: ['max', 'zoe'] });
  });

  it('keeps a confidential source from viewers, though nothing cites it any more', async () => {
    const { record: dropped } = await addCitation(at.store, at.call(at.cy), at.claim.id, {
      source: { title: 'Letter of resignation', confidential: true },
      stance: 'context',
    });
    await dropCitation(at.store, at.call(at.cy), dropped.id, dropped.revision);
    const { to, bring } = await elsewhere();
    const { record } = await bring();
    const vic = await person(to.store, 'Vic', 'viewer');
    const told = (by: Call['by']) => claimHistory(to.store, to.call(by), at.claim.id);
    expect(JSON.stringify(await told(to.zoe))).toContain('Letter of resignation');
    expect(JSON.stringify(await told(vic))).not.toContain('Letter of resignation');
    expect(JSON.stringify(await eventsAfter(to.store, to.call(vic), record.id, 0))).not.toContain('resignation');
  });

  it('brings in what can be worked on: claims come back from the bin, and the text is edited on', async () => {
    await deleteClaim(at.store, at.call(at.cy), at.claim.id, at.claim.revision);
    await takeDraft(at.store, at.call(at.ed), at.article.id, { text: `${text}\n\nIt rained.` });
    const { to, bring } = await elsewhere();
    const { record } = await bring();
    const by = () => to.call(to.zoe);
    expect(await listVersions(to.store, by(), record.id)).toEqual(
      await listVersions(at.store, at.call(at.ed), at.article.id),
    );
    expect((await restoreClaim(to.store, by(), at.claim.id)).anchors[0]).toMatchObject({ state: 'anchored' });
    const step = new ReplaceStep(1, 1, new Slice(Fragment.from(articleSchema.text('Once. ')), 0, 0)).toJSON();
    await editText(to.store, by(), record.id, { version: record.version, clientId: 'desk', steps: [step] });
    expect((await getClaim(to.store, by(), at.claim.id)).anchors[0]).toMatchObject({ current: 'It opened in 1987.' });
  });

  it('knows where an orphan stood, so that it is back where it was once its words are', async () => {
    const { from, to: end } = at.claim.anchors[0]!;
    const cut = new ReplaceStep(from!, end!, Slice.empty);
    const { doc } = await readArticle(at.store, at.call(at.ed), at.article.id);
    const back = cut.invert(doc).toJSON();
    const edit = { version: 0, clientId: 'desk', steps: [cut.toJSON()] };
    await editText(at.store, at.call(at.ed), at.article.id, edit);
    const { to, json, bring } = await elsewhere();
    const { record } = await bring();
    expect(record.progress.orphaned).toBe(1);
    expect(await exported(to.store, to.zoe, record.id, 'internal')).toBe(json);
    await editText(to.store, to.call(to.zoe), record.id, { version: 1, clientId: 'desk', steps: [back] });
    const [anchor] = (await getClaim(to.store, to.call(to.zoe), at.claim.id)).anchors;
    expect(anchor).toMatchObject({ from, to: end, state: 'anchored' });
  });

  it('tells of itself once, and of nothing that was before', async () => {
    const { to, bring } = await elsewhere();
    const heard: Event[] = [];
    to.store.onCommitted((told) => heard.push(...told));
    const { record } = await bring();
    const after = { title: 'The bridge', edition: 'internal', claims: 1, newsroom: 'The Harbour Post' };
    expect(heard).toMatchObject([{ kind: 'article.brought-back', by: 'zoe', articleId: record.id, after }]);
    expect((await listSources(to.store, to.call(to.zoe), { q: 'archive' })).items).toHaveLength(1);
    expect((await listArticles(to.store, to.call(to.zoe), { q: 'bridge' })).items).toMatchObject([record]);
  });

  it('knows whose check it was, here and where it came from', async () => {
    const { to, bring } = await elsewhere();
    const json = await exported(at.store, at.ed, at.article.id, 'public');
    const { record } = await bring(json);
    expect(record.newsroom).toBe('The Harbour Post');
    const back = await bringBack(at.store, freshIds(at.call)(at.ed), readReportJson(json));
    expect(back.record.newsroom).toBeNull();
    expect((await reportOf(to.store, to.zoe, record.id, 'public')).newsroom).toBe('The Harbour Post');
  });

  it('is one article when it is sent twice under one id, and says what the sender says of it', async () => {
    const { to, json, bring } = await elsewhere();
    const about = { id: '6f0b7a3e-2a2f-4b57-9a42-0d7c1f7f1b11', title: 'Our bridge', deadline: null, language: 'de' };
    const first = await bring(json, about);
    expect(first).toMatchObject({ created: true, record: { id: about.id, title: 'Our bridge', language: 'de' } });
    expect(await bring(json, about)).toEqual({ created: false, record: first.record });
    await expect(bring(json, { ...about, title: 'Another' })).rejects.toThrow('id-taken');
    expect((await listArticles(to.store, to.call(to.zoe))).items).toHaveLength(1);
  });

  it('refuses a text that is not the one that was judged, and keeps nothing of it', async () => {
    const { to, json, bring } = await elsewhere();
    const file = { ...JSON.parse(json), sha256: '0'.repeat(64) };
    await expect(bring(JSON.stringify(file))).rejects.toMatchObject({ values: { what: 'fingerprint' } });
    expect(await to.store.read.select().from(people)).toHaveLength(1);
    expect(await to.store.read.select().from(events)).toEqual([]);
  });

  it.each(['checker', 'viewer'] as const)('is not for a %s', async (role) => {
    const { to, json } = await elsewhere();
    const sam = await person(to.store, 'Sam', role);
    await expect(bringBack(to.store, to.call(sam), readReportJson(json))).rejects.toThrow('forbidden');
  });
});

let opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opened.map((drop) => drop()));
  opened = [];
});

/** Another newsroom, and the article of the desk as its file. */
async function elsewhere() {
  const to = await otherNewsroom();
  opened.push(to.drop);
  const json = await exported(at.store, at.ed, at.article.id, 'internal');
  const bring = (file = json, about: BroughtAs = {}) =>
    bringBack(to.store, to.call(to.zoe), readReportJson(file), about);
  return { to, json, bring };
}

async function rewriteSource(to: Store, fields: Partial<typeof sources.$inferSelect>): Promise<void> {
  await to.change(async (tx) => {
    await tx.update(sources).set(fields);
  });
}

/** Which id of one report is which of the other, found by walking both. Their sources stand in the order of their ids. */
function renaming(from: Report, to: Report): Map<string, string> {
  const ids = new Map<string, string>();
  const walk = (one: unknown, other: unknown, key: string) => {
    if (typeof one === 'string' && typeof other === 'string' && one !== other && /id$/i.test(key)) ids.set(one, other);
    if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return;
    for (const [name, part] of Object.entries(one))
      if (name !== 'sources') walk(part, (other as Record<string, unknown>)[name], name);
  };
  walk(from, to, '');
  return ids;
}

function withSourcesInOrder(report: Report): Report {
  const byId = (list: Report['sources']) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { sources, archive } = report;
  return { ...report, sources: byId(sources), archive: archive && { ...archive, sources: byId(archive.sources) } };
}
