/**
 * The tables of an OpenType font as one file (OpenType 1.9, "Organization of an OpenType font"): in the order of their tags, each
 * padded to four bytes. `flavour` is the file's first four bytes: 0x00010000 for outlines in `glyf`, 'OTTO' for CFF.
 */
export function sfnt(flavour: number, tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(sorted.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(sorted.length * 16 - power * 16, 10);
  const parts: Buffer[] = [head];
  let at = head.length;
  sorted.forEach(([tag, table], index) => {
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    const entry = 12 + 16 * index;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(checksum(padded), entry + 4);
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    parts.push(padded);
    at += padded.length;
  });
  return Buffer.concat(parts);
}

/** A `name` table of format 0 in English, for Windows, with the family that a typesetter knows the font by. */
export function nameTable(family: string, face: string, postScriptName: string): Buffer {
  const names = new Map([
    [1, family],
    [2, face],
    [4, `${family} ${face}`],
    [6, postScriptName],
  ]);
  const strings = [...names.values()].map((name) => Buffer.from(name, 'utf16le').swap16());
  const head = Buffer.alloc(6 + 12 * names.size);
  head.writeUInt16BE(names.size, 2);
  head.writeUInt16BE(head.length, 4);
  let at = 0;
  [...names.keys()].forEach((id, index) => {
    const length = strings[index]!.length;
    // Windows, Unicode, English (United States).
    [3, 1, 0x0409, id, length, at].forEach((value, nth) => {
      head.writeUInt16BE(value, 6 + 12 * index + 2 * nth);
    });
    at += length;
  });
  return Buffer.concat([head, ...strings]);
}

/** The sum of a table's words, modulo 2^32. */
function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
