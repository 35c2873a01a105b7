import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writePackage } from './write-package';
import { zipDirectory } from './zip-directory';

const parts = [
  { name: '[Content_Types].xml', data: '<Types/>' },
  { name: 'word/é.xml', data: '<é>漢</é>' },
  { name: 'a.bin', data: Uint8Array.of(0, 255, 1) },
];

describe('a package', () => {
  it('holds its parts in the order given, under their names', () => {
    const bytes = writePackage(parts);
    expect(zipDirectory(bytes).map(({ name }) => name)).toEqual(parts.map(({ name }) => name));
    const files = unzipSync(bytes);
    expect(strFromU8(files['word/é.xml']!)).toBe('<é>漢</é>');
    expect([...files['a.bin']!]).toEqual([0, 255, 1]);
  });

  it('is the same bytes for the same parts, and others for another order', () => {
    const bytes = Buffer.from(writePackage(parts));
    expect(bytes.equals(writePackage(parts))).toBe(true);
    expect(bytes.equals(writePackage(parts.toReversed()))).toBe(false);
  });

  it('says no time but the first that there is, and has no extra fields', () => {
    const bytes = writePackage(parts);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, (1 << 5) | 1]);
    expect(view.getUint16(28, true)).toBe(0);
  });

  it('refuses two parts of one name', () => {
    expect(() => writePackage([parts[0]!, parts[0]!])).toThrow('two parts named [Content_Types].xml');
  });
});
