/** The first and the last byte of a part, both counted from 0 and within the file. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The one part that a `Range` header asks of a file of `size` bytes (RFC 9110, section 14.1.2); null where it asks for none, for
 * several, or in another way, which is answered with the whole; `none` for a part that the file does not have.
 */
export function rangeOf(header: string | null, size: number): ByteRange | 'none' | null {
  const asked = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) return null;
  const [first, last] = [asked[1]!, asked[2]!];
  if (first === '') {
    const length = Number(last);
    return length === 0 || size === 0 ? 'none' : { start: Math.max(0, size - length), end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  // A part that ends before it begins is no part at all: as if nothing had been asked.
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'none' : { start, end };
}
