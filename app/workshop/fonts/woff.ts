import { inflateSync } from 'node:zlib';
import { nameTable, sfnt } from './sfnt';

/**
 * A WOFF 1.0 file (W3C, sections 3 to 5) as the OpenType font that it packs, under another family name: several files of one
 * family, each for some scripts, can then be asked in turn. Glyphs, metrics and the PostScript name stay as they are.
 */
export function unpackedWoff(file: Buffer, family: string): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF file.');
  const tables = new Map<string, Buffer>();
  for (let entry = HEADER; entry < HEADER + ENTRY * file.readUInt16BE(12); entry += ENTRY) {
    const [offset, packed, length] = [4, 8, 12].map((at) => file.readUInt32BE(entry + at)) as [number, number, number];
    const bytes = file.subarray(offset, offset + packed);
    tables.set(file.toString('latin1', entry, entry + 4), packed < length ? inflateSync(bytes) : bytes);
  }
  const name = tables.get('name');
  if (name) tables.set('name', nameTable(family, nameOf(name, 2) ?? 'Regular', nameOf(name, 6) ?? family));
  return sfnt(file.readUInt32BE(4), tables);
}

/** The lengths of the file's header and of an entry of its table directory, in bytes. */
const HEADER = 44;
const ENTRY = 20;

/** One name out of a `name` table, as Windows reads it. */
function nameOf(table: Buffer, id: number): string | undefined {
  const strings = table.readUInt16BE(4);
  for (let entry = 6; entry < 6 + 12 * table.readUInt16BE(2); entry += 12) {
    if (table.readUInt16BE(entry) !== 3 || table.readUInt16BE(entry + 6) !== id) continue;
    const at = strings + table.readUInt16BE(entry + 10);
    return Buffer.from(table.subarray(at, at + table.readUInt16BE(entry + 8)))
      .swap16()
      .toString('utf16le');
  }
  return undefined;
}
