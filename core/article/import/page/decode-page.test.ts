import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '@/core/problem';
import { decodePage } from './decode-page';

const bytes = (latin: string) => Uint8Array.from(latin, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodePage', () => {
  it.each<[string, Uint8Array, string | null, string]>([
    ['nothing said, UTF-8', utf8('<p>é'), null, '<p>é'],
    ['nothing said, western', bytes('<p>The caf\xe9'), null, '<p>The café'],
    ['the server’s word', bytes('<p>\xee\xcf'), 'KOI8-R', '<p>Но'],
    ['the server’s word before the page’s', bytes('<meta charset=utf-8>\xee\xcf'), 'koi8-r', '<meta charset=utf-8>Но'],
    ['a mark before the server’s word', bytes('\xef\xbb\xbf<p>\xc3\xa9'), 'koi8-r', '<p>é'],
    ['UTF-16 by its mark', bytes('\xff\xfe<\0p\0>\0'), null, '<p>'],
    ['the page’s word', bytes('<meta charset="shift_jis">\x82\xa0'), null, '<meta charset="shift_jis">あ'],
    [
      'the page’s word in the old way',
      bytes('<META http-equiv=Content-Type content="text/html; charset=koi8-r">\xee'),
      null,
      '<META http-equiv=Content-Type content="text/html; charset=koi8-r">Н',
    ],
    [
      'no word that is taken back',
      bytes('<!-- <meta charset=utf-16> --><meta charset=koi8-r>\xee'),
      null,
      '<!-- <meta charset=utf-16> --><meta charset=koi8-r>Н',
    ],
    ['UTF-16 that cannot be', utf8('<meta charset=utf-16>é'), null, '<meta charset=utf-16>é'],
    ['a word that nobody knows', utf8('<p>é'), 'klingon', '<p>é'],
    ['Latin-1 with the quotation marks of Windows', bytes('<p>\x93so\x94'), 'iso-8859-1', '<p>“so”'],
    ['Latin-1 said of UTF-8', utf8('<p>“so”'), 'latin1', '<p>“so”'],
    ['UTF-8 said of a western page', bytes('<p>The caf\xe9s there'), 'utf-8', '<p>The cafés there'],
    ['UTF-8 that breaks at one place', bytes('<p>\xc3\xa9 \xe9 \xc3\xa8'), 'utf-8', '<p>é \ufffd è'],
  ])('reads %s', (_case, page, charset, text) => {
    expect(decodePage(page, charset, true)).toBe(text);
  });

  it('asks a plain text nothing about itself', () => {
    expect(decodePage(utf8('<meta charset=koi8-r>é'), null, false)).toBe('<meta charset=koi8-r>é');
  });

  it.each([
    ['text-binary', '%PDF-1.7\n\xe2\xe3', 'utf-8'],
    ['text-binary', '\x89PNG\r\n\x1a\n\0\0', null],
    ['text-undecodable', '\xcf\xf0\xe8\xe2\xe5\xf2', null],
  ])('refuses with %s', (code, page, charset) => {
    expect(() => decodePage(bytes(page), charset, true)).toThrow(new Problem(code as 'text-binary').message);
  });

  it('gives any text back that came as UTF-8 and says so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodePage(utf8(`x${text}`), 'utf8', true)).toBe(`x${text}`);
      }),
    );
  });
});
