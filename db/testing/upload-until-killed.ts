/**
 * Run as a process of its own with a data folder: puts files on a source as fast as it can, four at a time, and prints the hash of
 * each once it is answered, until it is killed.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { addFile } from '@/db/changes/add-file';
import { createSource } from '@/db/changes/create-source';
import { EvidenceFolder } from '@/db/evidence/evidence-folder';
import { openStore } from '@/db/store';
import { person } from './temporary-store';

const folder = process.argv[2]!;
const store = await openStore({ folder });
const evidence = new EvidenceFolder(folder);
const ann = await person(store, randomUUID(), 'admin');
const call = () => ({ by: ann, at: new Date().toISOString(), newId: randomUUID });
const { record } = await createSource(store, call(), { title: 'A long tape' });
const uploadOn = async () => {
  for (;;) {
    const bytes = randomBytes(200_000);
    const pieces = (async function* () {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    })();
    const received = (await evidence.receive(pieces, bytes.length))!;
    await addFile({ store, evidence }, call(), record.id, received, {
      name: 'tape.bin',
      type: 'application/octet-stream',
    });
    writeSync(1, `${received.sha256}\n`);
  }
};
await Promise.all(Array.from({ length: 4 }, uploadOn));
