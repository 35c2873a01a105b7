import { openStore, type Store } from '@/db/store';
import { inProcess, takeFromProcess } from './process/in-process';
import { readSettings } from './settings';

/** The store of this process, opened and brought up to date by the first who asks: the start of the server. */
export function theStore(): Promise<Store> {
  return inProcess('store', () => openStore({ folder: readSettings().folder }));
}

/** Finishes what the store has in hand and closes it. Whoever asks again opens it anew. */
export async function closeStore(): Promise<void> {
  const open = takeFromProcess<Promise<Store>>('store');
  await (await open)?.close();
}
