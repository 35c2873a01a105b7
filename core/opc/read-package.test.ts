import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Problem } from '@/core/problem';
import { openPackage, type Package, UNPACKED_LIMIT } from './read-package';

const textOf = (source: Package, name: string) =>
  new TextDecoder().decode(Uint8Array.from([...source.read(name)].flatMap((piece) => [...piece])));
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'read';
};
const packed = (files: Zippable) => zipSync(files);

describe('Package', () => {
  it('reads its parts, stored and deflated, by names of any case', () => {
    const source = openPackage(
      packed({ 'a/One.xml': strToU8('one'), 'b.xml': [strToU8('two'), { level: 0 }], 'c.xml': new Uint8Array(0) }),
    );
    expect(textOf(source, 'A/one.XML')).toBe('one');
    expect(textOf(source, 'b.xml')).toBe('two');
    expect(textOf(source, 'c.xml')).toBe('');
    expect(textOf(source, 'absent.xml')).toBe('');
    expect(source.has('absent.xml')).toBe(false);
  });

  it('reads any bytes as they were packed, whatever their length', () => {
    const bytes = fc.uint8Array({ maxLength: 20_000 });
    fc.assert(
      fc.property(bytes, fc.nat({ max: 30 }), fc.constantFrom(0, 1, 9), (part, times, level) => {
        const whole = Uint8Array.from(Array.from({ length: Math.min(times, 3) + 1 }, () => [...part]).flat());
        const source = openPackage(packed({ p: [whole, { level: level as 0 | 1 | 9 }] }));
        const read = [...source.read('p')].flatMap((piece) => [...piece]);
        expect(read).toEqual([...whole]);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses to read on when all parts together are too much', () => {
    const half = new Uint8Array(UNPACKED_LIMIT / 2 + 1);
    for (let at = 0; at < half.length; at += 97) half[at] = at % 251;
    const source = openPackage(packed({ a: [half, { level: 1 }], b: [half, { level: 1 }] }));
    expect(codeOf(() => Array.from(source.read('a'), ({ length }) => length))).toBe('read');
    expect(codeOf(() => Array.from(source.read('b'), ({ length }) => length))).toBe('document-too-large');
  });

  it('takes no harm from any byte that changed', () => {
    const whole = packed({
      '_rels/.rels': strToU8('<a/>'),
      'word/document.xml': strToU8('<b>words and words and words</b>'),
    });
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const copy = whole.slice();
        copy[at] = byte;
        const code = codeOf(() => {
          const source = openPackage(copy);
          for (const name of source.names) Array.from(source.read(name));
        });
        expect([
          'read',
          'document-damaged',
          'document-unsafe',
          'document-not-word',
          'document-protected',
          'document-too-large',
        ]).toContain(code);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows the numbers of large archives', () => {
    const plain = packed({ a: [strToU8('one'), { level: 0 }] });
    const end = plain.length - 22;
    const view = new DataView(plain.buffer);
    const directory = view.getUint32(end + 16, true);
    // The same with sizes in the 64-bit field, and the end record that goes with it.
    const record = plain.slice(directory, end);
    const central = new DataView(record.buffer);
    for (const at of [20, 24]) central.setUint32(at, 0xffffffff, true);
    central.setUint16(30, 20, true);
    const extra = new DataView(new ArrayBuffer(20));
    extra.setUint16(0, 1, true);
    extra.setUint16(2, 16, true);
    extra.setBigUint64(4, 3n, true);
    extra.setBigUint64(12, 3n, true);
    const size = record.length + 20;
    const last = new DataView(new ArrayBuffer(56 + 20 + 22));
    last.setUint32(0, 0x06064b50, true);
    last.setBigUint64(32, 1n, true);
    last.setBigUint64(40, BigInt(size), true);
    last.setBigUint64(48, BigInt(directory), true);
    last.setUint32(56, 0x07064b50, true);
    last.setBigUint64(64, BigInt(directory + size), true);
    last.setUint32(76, 0x06054b50, true);
    last.setUint16(86, 0xffff, true);
    last.setUint32(88, 0xffffffff, true);
    last.setUint32(92, 0xffffffff, true);
    const pieces = [plain.slice(0, directory), record, new Uint8Array(extra.buffer), new Uint8Array(last.buffer)];
    const large = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
    expect(textOf(openPackage(large), 'a')).toBe('one');
  });
});

describe('relationships of a part', () => {
  it.each([
    ['a neighbour', 'styles.xml', 'word/styles.xml'],
    ['from the root', '/docProps/core.xml', 'docProps/core.xml'],
    ['a folder up', '../media/a.png', 'media/a.png'],
    ['out of the package', '../../etc/passwd', null],
  ])('lead to %s', (_name, target, part) => {
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://x/y/styles" Target="${target}"/></Relationships>`;
    const source = openPackage(packed({ 'word/_rels/document.xml.rels': strToU8(rels) }));
    expect(source.relationships('word/document.xml').part('styles')).toBe(part);
  });
});
