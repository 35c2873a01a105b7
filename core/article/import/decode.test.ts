import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '@/core/problem';
import { decodeText, type Encoding } from './decode';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2 + 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}
function codeOf(bytes: Uint8Array): string {
  try {
    decodeText(bytes);
    return 'decoded';
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
}

describe('decodeText', () => {
  it.each<[name: string, bytes: Uint8Array, text: string, encoding: Encoding]>([
    ['UTF-8', utf8('Zoë — 😀'), 'Zoë — 😀', 'UTF-8'],
    ['UTF-8 with its mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('é')), 'é', 'UTF-8'],
    ['UTF-16, little end first', utf16('Zoë 😀', true), 'Zoë 😀', 'UTF-16LE'],
    ['UTF-16, big end first', utf16('Zoë 😀', false), 'Zoë 😀', 'UTF-16BE'],
    ['Windows-1252', latin('Zo\xeb \x93quoted\x94 \x80 5'), 'Zoë “quoted” € 5', 'Windows-1252'],
    ['nothing at all', new Uint8Array(), '', 'UTF-8'],
  ])('reads %s', (_name, bytes, text, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it.each<[name: string, bytes: Uint8Array]>([
    ['a zip or Word file', latin('PK\x03\x04\x14\0 word/document.xml')],
    ['a PDF', latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3')],
    ['an old Word file', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['RTF', latin('{\\rtf1\\ansi Hello}')],
    ['PNG', latin('\x89PNG\r\n\x1a\n')],
    ['JPEG', latin('\xff\xd8\xff\xe0 JFIF')],
    ['GIF', latin('GIF89a')],
    ['WebP', latin('RIFF\x24\0\0\0WEBP')],
    ['MP4', latin('\0\0\0\x18ftypmp42')],
    ['NULs among letters', latin('a\0b\0c\0')],
  ])('refuses %s as binary', (_name, bytes) => {
    expect(codeOf(bytes)).toBe('text-binary');
  });

  it.each<[name: string, bytes: Uint8Array]>([
    ['UTF-32', latin('\xff\xfe\0\0h\0\0\0')],
    ['UTF-16 cut in the middle of a character', utf16('ab', true).subarray(0, 5)],
    ['UTF-8 that broke at one place', Uint8Array.of(...utf8('Zoë sagte: „Grüße“'), 0xe2, 0x80)],
    ['a Cyrillic encoding', latin('\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0')],
    ['Shift JIS', latin('\x93\xfa\x96\x7b\x8c\xea\x81\x42')],
  ])('refuses %s rather than read it wrongly', (_name, bytes) => {
    expect(codeOf(bytes)).toBe('text-undecodable');
  });

  it('leaves one stray control character to the import, which says where it is', () => {
    expect(decodeText(utf8(`${'word '.repeat(100)}\0`)).encoding).toBe('UTF-8');
  });

  it('gives back every text that was written as UTF-8 or UTF-16', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !/\p{Cc}|^\ufeff/u.test(value));
    fc.assert(
      fc.property(text, (value) => {
        expect(decodeText(utf8(value)).text).toBe(value);
        expect(decodeText(utf16(value, true)).text).toBe(value);
        expect(decodeText(utf16(value, false)).text).toBe(value);
      }),
    );
  });
});
