import { createHash, randomUUID } from 'node:crypto';
import { copyFile, type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Bytes that came in whole and are on disk, under a name that nobody reads yet. */
export interface Received {
  /** In lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Where they wait, absolute. */
  readonly file: string;
}

/** How old what an interrupted upload left must be before it is taken for that, in milliseconds: longer than any upload takes. */
const FORSAKEN = 60 * 60 * 1000;

/**
 * The bytes of evidence, beside the store: `evidence/<first two>/<sha256>`, each once, however many files they are the bytes of.
 * They are never changed, and never taken away while a row names them.
 *
 * Bytes come in three steps: `receive` writes them under `coming/` and to the disk itself; `keep` gives them their place, while
 * their name in `coming/` stands as a note that no row need exist yet; the row is written; `settle` takes the note away. A process
 * that dies anywhere on the way leaves bytes without a row, never a row without bytes, and the note says which those are:
 * `sweep` looks at no others, so that bytes whose rows are gone for another reason (an older copy of the store was put back) stay.
 */
export class EvidenceFolder {
  private readonly folder: string;
  private readonly coming: string;

  /** `folder` is that of the store. */
  constructor(folder: string) {
    this.folder = path.join(folder, 'evidence');
    this.coming = path.join(this.folder, 'coming');
  }

  /**
   * Takes bytes in as they come, holding no more than one piece of them. Null when they are more than `limit`; rejects with what
   * the pieces reject with. Nothing is left behind then.
   */
  async receive(pieces: AsyncIterable<Uint8Array>, limit: number): Promise<Received | null> {
    await mkdir(this.coming, { recursive: true, mode: 0o700 });
    const begun = path.join(this.coming, randomUUID());
    const hash = createHash('sha256');
    let bytes = 0;
    const handle = await open(begun, 'wx', 0o600);
    try {
      for await (const piece of pieces) {
        bytes += piece.byteLength;
        if (bytes > limit) return null;
        hash.update(piece);
        await writeAll(handle, piece);
      }
      await handle.sync();
      const sha256 = hash.digest('hex');
      const file = path.join(this.coming, `${sha256}.${path.basename(begun)}`);
      await rename(begun, file);
      return { sha256, bytes, file };
    } finally {
      await handle.close();
      // After the rename there is nothing of this name.
      await rm(begun, { force: true });
    }
  }

  /** Gives bytes their place for good. The note that they may have no row yet stays until `settle`. */
  async keep({ sha256, bytes, file }: Received): Promise<void> {
    const place = this.placeOf(sha256);
    const room = path.dirname(place);
    await mkdir(room, { recursive: true, mode: 0o700 });
    const there = await stat(place).catch(() => null);
    if (there?.size === bytes) return;
    try {
      // What is there and shorter was cut by a failing disk.
      if (there) throw new Error('To be replaced whole.');
      await link(file, place);
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return;
      // Some file systems know no second names.
      const twin = `${file}.twin`;
      await copyFile(file, twin);
      await synced(twin);
      await rename(twin, place);
    }
    await Promise.all([synced(room), synced(this.folder)]);
  }

  /** The row is on disk, or there will be none because another has these bytes: takes the note away. */
  async settle({ file }: Received): Promise<void> {
    await rm(file, { force: true });
  }

  /** Opens bytes to be read; null where the folder has none of this hash any more. */
  async open(sha256: string): Promise<FileHandle | null> {
    return open(this.placeOf(sha256), 'r').catch((failure: NodeJS.ErrnoException) => {
      if (failure.code === 'ENOENT') return null;
      throw failure;
    });
  }

  /** Where bytes of a hash are or would be, absolute. */
  placeOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256.');
    return path.join(this.folder, sha256.slice(0, 2), sha256);
  }

  /**
   * Takes away what uploads left that broke off more than an hour before `now` (milliseconds since 1970): pieces, and bytes that
   * have their place and no row. `isNamed` says whether some row names a hash. Gives how many names went.
   */
  async sweep(now: number, isNamed: (sha256: string) => Promise<boolean>): Promise<number> {
    let gone = 0;
    for (const name of await readdir(this.coming).catch(() => [])) {
      const file = path.join(this.coming, name);
      const found = await stat(file).catch(() => null);
      // The change time, since a second name counts as a change and the bytes' own time may be any.
      if (!found || now - Math.max(found.ctimeMs, found.mtimeMs) < FORSAKEN) continue;
      const [sha256 = ''] = name.split('.');
      if (/^[0-9a-f]{64}$/.test(sha256) && !(await isNamed(sha256))) await rm(this.placeOf(sha256), { force: true });
      await rm(file, { force: true });
      gone++;
    }
    return gone;
  }
}

async function writeAll(handle: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.byteLength; ) {
    const { bytesWritten } = await handle.write(piece, at);
    at += bytesWritten;
  }
}

/** A name in a folder is on disk only when the folder is. */
async function synced(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
