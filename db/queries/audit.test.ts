import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chainText } from '@/core/event/chain';
import { eventKinds, eventSubjects } from '@/core/event/event';
import { sha256 } from '@/db/append-event';
import { changeArticle } from '@/db/changes/change-article';
import { changeClaim } from '@/db/changes/change-claim';
import { deleteClaim } from '@/db/changes/delete-claim';
import { getArticle } from '@/db/queries/articles';
import { openStore } from '@/db/store';
import { type Desk, desk } from '@/db/testing/desk';
import { type AuditQuery, articleTrail, auditTrail, trailHead, verifyTrail } from './audit';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const file = () => path.join(at.folder, 'stet.db');
/** Somebody at the file itself, past Stet. */
function tamper(statement: string): void {
  const db = new Database(file());
  db.exec(statement);
  db.close();
}

it('has a subject for every kind of event', () => {
  expect(new Set(eventKinds.map((kind) => kind.split('.')[0]))).toEqual(new Set(eventSubjects));
});

describe('verifyTrail', () => {
  it('finds the record whole, and its head the last event', async () => {
    await deleteClaim(at.store, at.call(at.ed), at.claim.id, 1);
    const finding = await verifyTrail(at.store);
    expect(finding).toMatchObject({ brokenAt: null, head: await trailHead(at.store, at.call(at.ann)) });
    expect(finding.events).toBeGreaterThanOrEqual(5);
  });

  it.each([
    [
      'a rewritten word',
      `update events set after = replace(after, 'supports', 'refutes') where kind = 'citation.added'`,
    ],
    [
      'another author',
      `update events set "by" = (select id from people where role = 'viewer') where kind = 'claim.created'`,
    ],
    ['an event that was taken out', `delete from events where kind = 'claim.created'`],
    [
      'an event that was slipped in',
      `insert into events (kind, at, "by") select 'claim.approved', at, "by" from events limit 1`,
    ],
    ['a hash that was taken away', `update events set hash = null where kind = 'source.created'`],
  ])('finds %s', async (_, statement) => {
    tamper(statement);
    expect((await verifyTrail(at.store)).brokenAt).not.toBeNull();
  });
});

describe('a log that was begun before events were chained', () => {
  it('is chained when it is opened next, once', async () => {
    tamper('update events set hash = null');
    const again = await openStore({ folder: at.folder });
    const finding = await verifyTrail(again);
    expect(finding.brokenAt).toBeNull();
    await again.close();
    tamper(`update events set hash = null where kind = 'claim.created'`);
    const later = await openStore({ folder: at.folder });
    expect((await verifyTrail(later)).brokenAt).not.toBeNull();
    await later.close();
  });
});

describe('articleTrail', () => {
  it('tells every event of the article and of what it cites, each with what proves it', async () => {
    const lines = [];
    for await (const batch of articleTrail(at.store, at.call(at.ed), at.article.id)) lines.push(...batch);
    expect(lines.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['article.created', 'claim.created', 'source.created', 'citation.added']),
    );
    for (const { id: _, hash, previous, ...said } of lines) expect(hash).toBe(sha256(chainText(previous!, said)));
  });
});

describe('whoever has yet to judge a claim blind', () => {
  beforeEach(async () => {
    await changeClaim(at.store, at.call(at.ed), at.claim.id, at.claim.revision, { secondCheckerId: at.ann.id });
  });

  it('gets no hash, from which a verdict could be guessed, of any event', async () => {
    const linesOf = async (by: Desk['ann']) => {
      const lines = [];
      for await (const batch of articleTrail(at.store, at.call(by), at.article.id)) lines.push(...batch);
      return lines;
    };
    expect((await linesOf(at.ann)).filter(({ hash, previous }) => hash !== null || previous !== null)).toEqual([]);
    expect(await trailHead(at.store, at.call(at.ann))).toBeNull();
    expect((await linesOf(at.ed)).every(({ hash }) => hash !== null)).toBe(true);
    expect(await trailHead(at.store, at.call(at.ed))).not.toBeNull();
  });

  it('is not told by the article’s scale which verdict it has', async () => {
    const { revision } = await getArticle(at.store, at.call(at.ann), at.article.id);
    const other = changeArticle(at.store, at.call(at.ann), at.article.id, revision, { scale: 'six-point' });
    await expect(other).rejects.toMatchObject({ code: 'check-blind' });
  });
});

describe('auditTrail', () => {
  const kindsOf = async (query: AuditQuery, by = at.ed) =>
    (await auditTrail(at.store, at.call(by), query)).items.map(({ kind }) => kind);

  it('tells it newest first, page after page, without a hash', async () => {
    const all = await auditTrail(at.store, at.call(at.ed));
    const numbers = all.items.map(({ id }) => id);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(all.items[0]).not.toHaveProperty('hash');
    const first = await auditTrail(at.store, at.call(at.ed), { limit: 2 });
    const second = await auditTrail(at.store, at.call(at.ed), { limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
  });

  it.each<[string, () => AuditQuery, string[]]>([
    ['a person', () => ({ person: at.ed.id }), ['article.created']],
    ['a subject', () => ({ subject: 'citation' }), ['citation.added']],
    ['an article', () => ({ article: at.article.id, subject: 'article' }), ['article.created']],
    ['a time that has not come', () => ({ from: '2999-01-01T00:00:00.000Z' }), []],
    ['a time before everything', () => ({ until: '1999-01-01T00:00:00.000Z' }), []],
  ])('can be asked for %s', async (_, query, kinds) => {
    expect(await kindsOf(query())).toEqual(kinds);
  });

  it('tells nothing of an article that is not the reader’s', async () => {
    await changeArticle(at.store, at.call(at.ed), at.article.id, at.article.revision, {
      access: { kind: 'restricted', people: [] },
    });
    expect(await kindsOf({}, at.ann)).toEqual(['source.created']);
    await expect(auditTrail(at.store, at.call(at.ann), { article: at.article.id })).rejects.toMatchObject({
      code: 'absent',
    });
  });
});
