import { Problem } from '@/core/problem';

/** One file of a ZIP archive, still packed. */
export interface ZipEntry {
  /** As it is written there: not yet known to be a sensible name. */
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 is stored, 8 is deflated (APPNOTE 4.4.5). */
  readonly method: number;
  readonly crc: number;
  /** Bytes when unpacked, as the archive claims. */
  readonly size: number;
  readonly packed: Uint8Array;
}

/** A Word document has some twenty parts and one for each picture; an archive with more files than this is none. */
const MOST_ENTRIES = 10_000;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
/** What stands in a 32-bit field when the number is in the 64-bit extra field (APPNOTE 4.5.3). */
const ELSEWHERE = 0xffffffff;

/**
 * What an archive holds, by its central directory (PKWARE APPNOTE 4.3.12), with nothing unpacked. Throws `document-damaged`
 * for what is cut off or contradicts itself, `document-unsafe` for too many files, for files that share bytes and for two files
 * of one name.
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = centralEntries(bytes, view);
    refuseSharedBytes(entries);
    refuseTwins(entries);
    return entries.map(({ from: _from, to: _to, ...entry }) => entry);
  } catch (error) {
    // A number that leads outside the file.
    if (error instanceof RangeError) throw new Problem('document-damaged');
    throw error;
  }
}

interface Placed extends ZipEntry {
  /** The bytes of the file that belong to it, header and all. */
  from: number;
  to: number;
}

function centralEntries(bytes: Uint8Array, view: DataView): Placed[] {
  const { count, offset, size, end } = endRecord(view);
  if (count > MOST_ENTRIES) throw new Problem('document-unsafe', { reason: 'parts' });
  if (offset + size > end) throw new Problem('document-damaged');
  const entries: Placed[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Problem('document-damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extra = new DataView(bytes.buffer, bytes.byteOffset + at + 46 + nameLength, extraLength);
    const [unpacked, packed, local] = numbers(view, at, extra);
    const from = local!;
    if (view.getUint32(from, true) !== LOCAL) throw new Problem('document-damaged');
    const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
    if (start + packed! > offset) throw new Problem('document-damaged');
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: unpacked!,
      packed: bytes.subarray(start, start + packed!),
      from,
      to: start + packed!,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Size unpacked, size packed and place of the local header: in the record itself, or in the extra field for those that say so. */
function numbers(view: DataView, at: number, extra: DataView): number[] {
  const written = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (!written.includes(ELSEWHERE)) return written;
  for (let place = 0; place + 4 <= extra.byteLength; place += 4 + extra.getUint16(place + 2, true)) {
    if (extra.getUint16(place, true) !== 1) continue;
    let next = place + 4;
    return written.map((number) => {
      if (number !== ELSEWHERE) return number;
      next += 8;
      return wide(extra, next - 8);
    });
  }
  throw new Problem('document-damaged');
}

/** The record that ends an archive, looked for from the end: only a comment of at most 64 KB may follow it. */
function endRecord(view: DataView): { count: number; offset: number; size: number; end: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== 0xffff && size !== ELSEWHERE && offset !== ELSEWHERE) return { count, offset, size, end: at };
    if (view.getUint32(at - 20, true) !== END_64_LOCATOR) break;
    const far = wide(view, at - 12);
    if (view.getUint32(far, true) !== END_64) break;
    return { count: wide(view, far + 32), size: wide(view, far + 40), offset: wide(view, far + 48), end: far };
  }
  throw new Problem('document-damaged');
}

function wide(view: DataView, at: number): number {
  const number = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(number)) throw new Problem('document-damaged');
  return number;
}

/** Files that lie over one another make a small archive unpack to any size. */
function refuseSharedBytes(entries: readonly Placed[]): void {
  const inOrder = entries.toSorted((a, b) => a.from - b.from);
  for (const [index, { from }] of inOrder.entries())
    if (index > 0 && from < inOrder[index - 1]!.to) throw new Problem('document-unsafe', { reason: 'shared' });
}

/** Part names that differ in case alone are one name (ECMA-376 part 2, 6.2.2.3): two programs would read two documents. */
function refuseTwins(entries: readonly ZipEntry[]): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size < entries.length) throw new Problem('document-unsafe', { reason: 'twins' });
}
