import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '@/core/event/event';
import { appendEvent } from './append-event';
import { listScales } from './queries/scales';
import { creations, people, verifications } from './schema/schema';
import { type Db, openStore } from './store';
import { callsOf, person, temporaryStore } from './testing/temporary-store';

/** Scales are told to whoever asks. */
const nobody = { by: { id: 'nobody', name: '', email: '', role: 'viewer' as const }, at: '', newId: () => '' };

let opened: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  opened = await temporaryStore();
});
afterEach(() => opened.drop());

const write = (id: string) => async (tx: Db) => {
  await tx.insert(creations).values({ id, noun: 'claim', bodyHash: '', by: '' });
  return id;
};
const written = async (db: Db) => (await db.select({ id: creations.id }).from(creations)).map(({ id }) => id).sort();

describe('openStore', () => {
  it('keeps what is answered safe from a power cut, and refers to nothing that is not there', async () => {
    await opened.store.change(async (tx) => {
      expect(tx.all(sql`pragma synchronous`)).toEqual([{ synchronous: 2 }]);
      expect(tx.all(sql`pragma journal_mode`)).toEqual([{ journal_mode: 'wal' }]);
      expect(tx.all(sql`pragma foreign_keys`)).toEqual([{ foreign_keys: 1 }]);
    });
  });

  it('gives a new store the preset scales, and an old one nothing new', async () => {
    const { store, folder } = opened;
    const names = (await listScales(store, nobody)).map(({ id }) => id);
    expect(names).toEqual(['newsroom', 'five-point', 'six-point', 'no-rating']);
    const again = await openStore({ folder });
    expect(await listScales(again, nobody)).toEqual(await listScales(store, nobody));
    await again.close();
  });

  it('reads on a connection that cannot write', async () => {
    await expect(async () => write('a')(opened.store.read)).rejects.toThrow(/readonly|Failed query/);
  });
});

describe('store.change', () => {
  it('undoes a change that fails and keeps the others of its group', async () => {
    const { store } = opened;
    const outcomes = await Promise.allSettled([
      store.change(write('a')),
      store.change(async (tx) => {
        await write('b')(tx);
        throw new Error('no');
      }),
      store.change(write('c')),
      store.change(write('a')),
      store.change(write('d')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await written(store.read)).toEqual(['a', 'c', 'd']);
  });

  it('lets one change after another see what the one before wrote, and readers nothing until it is committed', async () => {
    const { store } = opened;
    let seen: string[][] = [];
    await Promise.all([
      store.change(write('a')),
      store.change(async (tx) => {
        seen = [await written(tx), await written(store.read)];
      }),
    ]);
    expect(seen).toEqual([['a'], []]);
    expect(await written(store.read)).toEqual(['a']);
  });

  it('commits those who wait together once', async () => {
    const { store } = opened;
    const commits: number[] = [];
    const call = callsOf();
    const ann = await person(store, 'Ann', 'admin');
    store.onCommitted((events) => commits.push(events.length));
    await Promise.all(
      Array.from({ length: 16 }, () => store.change((tx) => appendEvent(tx, call(ann), { kind: 'newsroom.changed' }))),
    );
    expect(commits).toEqual([16]);
  });

  it('refuses every change of a group whose commit fails', async () => {
    const { store } = opened;
    // Checked at the commit alone: the second change breaks it for both.
    const outcomes = await Promise.allSettled([
      store.change(write('a')),
      store.change(async (tx) => {
        tx.run(sql`pragma defer_foreign_keys = on`);
        tx.run(sql`insert into readers ("articleId", "personId") values ('none', 'nobody')`);
      }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await written(store.read)).toEqual([]);
    await store.change(write('b'));
    expect(await written(store.read)).toEqual(['b']);
  });

  it('is refused once the store is closed, after what waits is done', async () => {
    const { store, folder } = await temporaryStore();
    const last = store.change(write('last'));
    await store.close();
    await expect(store.change(write('late'))).rejects.toThrow('closed');
    await expect(last).resolves.toBe('last');
    const again = await openStore({ folder });
    expect(await written(again.read)).toEqual(['last']);
    await again.close();
  });
});

describe('store.onCommitted', () => {
  it('tells the events of changes that were committed, in order, before their callers are answered', async () => {
    const { store } = opened;
    const call = callsOf();
    const ann = await person(store, 'Ann', 'admin');
    const heard: (Event | string)[] = [];
    const stop = store.onCommitted((events) => heard.push(...events));
    const tell = (name: string, fails = false) =>
      store.change(async (tx) => {
        await appendEvent(tx, call(ann), { kind: 'newsroom.changed', after: { name } });
        if (fails) throw new Error('no');
      });
    await Promise.allSettled([tell('one').then(() => heard.push('answered')), tell('two', true), tell('three')]);
    expect(heard.map((one) => (typeof one === 'string' ? one : [one.id, one.after?.name]))).toEqual([
      [1, 'one'],
      [2, 'three'],
      'answered',
    ]);
    stop();
    await tell('four');
    expect(heard).toHaveLength(3);
  });
});

describe('store.auth', () => {
  const moment = new Date('2026-03-02T09:00:00.000Z');
  const code = (id: string) => ({
    id,
    identifier: 'ann@example.org',
    value: 'x',
    expiresAt: moment,
    createdAt: moment,
    updatedAt: moment,
  });

  it('keeps its statements out of a transaction that is open and fails', async () => {
    const { store } = opened;
    let writing: Promise<unknown> | undefined;
    await expect(
      store.change(async (tx) => {
        await write('a')(tx);
        writing = store.auth.insert(verifications).values(code('v')).then();
        await Promise.resolve();
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await writing;
    expect(await written(store.read)).toEqual([]);
    expect(await store.auth.select().from(verifications)).toEqual([code('v')]);
  });

  it('answers as the adapter expects: rows that return, one row, no row, and how many changed', async () => {
    const { auth } = opened.store;
    expect(await auth.insert(verifications).values(code('v')).returning()).toEqual([code('v')]);
    expect(await auth.select().from(verifications).where(eq(verifications.id, 'v')).get()).toEqual(code('v'));
    expect(await auth.select().from(verifications).where(eq(verifications.id, 'w')).get()).toBeUndefined();
    const changed = await auth.update(verifications).set({ value: 'y' }).where(eq(verifications.id, 'v'));
    expect(changed).toMatchObject({ rowsAffected: 1 });
    expect(await auth.delete(people)).toMatchObject({ rowsAffected: 0 });
  });
});
