/**
 * Run as a process of its own with a data folder: writes claims as fast as it can, sixteen at a time, and prints the id of each
 * once it is answered, until it is killed.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createArticle } from '@/db/changes/create-article';
import { createClaim } from '@/db/changes/create-claim';
import { openStore } from '@/db/store';
import { person } from './temporary-store';

const store = await openStore({ folder: process.argv[2]! });
const ann = await person(store, 'Ann', 'admin');
const call = () => ({ by: ann, at: new Date().toISOString(), newId: randomUUID });
const { record } = await createArticle(store, call(), { text: 'The bridge cost forty million euros.' });
const writeOn = async () => {
  for (;;) {
    const { record: claim } = await createClaim(store, call(), record.id, { anchors: [{ start: 0, end: 10 }] });
    writeSync(1, `${claim.id}\n`);
  }
};
await Promise.all(Array.from({ length: 16 }, writeOn));
