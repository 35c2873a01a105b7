import { Inflate } from 'fflate';
import { Problem } from '@/core/problem';
import { type ForeignKind, foreignKind } from './foreign-kind';
import { type Relationships, readRelationships } from './relationships';
import { type ZipEntry, zipDirectory } from './zip-directory';

/** What all parts that are read may hold together, unpacked; the longest article that is taken needs a third of it. */
export const UNPACKED_LIMIT = 64 * 1024 * 1024;

/** XML packs well, but never like this: a part that is large and packed more tightly is nothing but a repetition. */
const MOST_RATIO = 400;
const LARGE = 16 * 1024 * 1024;

/** Bytes that are unpacked at a time: deflate makes at most a thousand of one, so that no step takes much memory. */
const STEP = 4096;

/**
 * An Office document as a package of parts (ECMA-376 part 2), packed in ZIP. A part is unpacked when it is read and not
 * before, and the sum of what is unpacked has a limit. Names are compared without regard to case; names that lead anywhere
 * (`..`, a drive, a backslash) name no part.
 */
export class Package {
  private left = UNPACKED_LIMIT;
  private readonly entries = new Map<string, ZipEntry>();

  /** Throws what `zipDirectory` throws. */
  constructor(bytes: Uint8Array) {
    for (const entry of zipDirectory(bytes))
      if (isPartName(entry.name)) this.entries.set(entry.name.toLowerCase(), entry);
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /**
   * The bytes of a part, piece by piece; nothing for a part that is not there. Throws `document-protected`,
   * `document-damaged` (also when the part's length or checksum is not what the archive says), `document-unsafe` for a
   * part that is one large repetition and `document-too-large` when the parts read so far exceed UNPACKED_LIMIT.
   */
  *read(name: string): Generator<Uint8Array> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return;
    if (entry.encrypted) throw new Problem('document-protected');
    if (entry.size > this.left) throw tooLarge();
    if (entry.size > LARGE && entry.size > entry.packed.length * MOST_RATIO)
      throw new Problem('document-unsafe', { reason: 'repetition' });
    let size = 0;
    let crc = -1;
    for (const piece of unpacked(entry)) {
      size += piece.length;
      this.left -= piece.length;
      if (this.left < 0) throw tooLarge();
      if (size > entry.size) break;
      crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.size || ~crc >>> 0 !== entry.crc) throw new Problem('document-damaged');
  }

  /** The relationships of a part, or of the package itself for the empty name. */
  relationships(part: string): Relationships {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    return readRelationships(this.read(`${folder}_rels/${part.slice(folder.length)}.rels`), folder);
  }
}

/**
 * Opens what claims to be an Office document. Throws `document-not-word` for other kinds of files, naming the kind,
 * `document-protected` for one that is encrypted with a password (which is no ZIP then: MS-OFFCRYPTO 2.3), and what
 * `zipDirectory` throws.
 */
export function openPackage(bytes: Uint8Array): Package {
  const kind = foreignKind(bytes);
  if (kind === 'protected') throw new Problem('document-protected');
  if (kind) throw notWord(kind);
  return new Package(bytes);
}

export function notWord(kind: ForeignKind): Problem {
  return new Problem('document-not-word', { kind });
}

function tooLarge(): Problem {
  return new Problem('document-too-large', { limit: '64 MB' });
}

function isPartName(name: string): boolean {
  if (/[\\:\0]|^\/|\/$/.test(name)) return false;
  return name.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

function* unpacked({ method, packed }: ZipEntry): Generator<Uint8Array> {
  if (method === 0) {
    yield packed;
    return;
  }
  if (method !== 8) throw new Problem('document-damaged');
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let from = 0; from < packed.length || from === 0; from += STEP) {
    try {
      inflate.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
    } catch {
      // Whatever the unpacker stumbles over is no deflate.
      throw new Problem('document-damaged');
    }
    yield* pieces;
    pieces = [];
  }
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Continues a CRC-32 (ISO 3309) from -1; its complement is the checksum. */
function crc32(bytes: Uint8Array, crc: number): number {
  let value = crc;
  for (let index = 0; index < bytes.length; index++) value = crcTable[(value ^ bytes[index]!) & 0xff]! ^ (value >>> 8);
  return value;
}
