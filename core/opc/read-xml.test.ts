import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from './read-xml';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What is told of some XML, in one line. */
function told(pieces: Iterable<Uint8Array>): string {
  let line = '';
  readXml(pieces, {
    open: ({ name, attributes, preserve }) => {
      line += `<${name}${[...attributes].map(([key, value]) => ` ${key}=${value}`).join('')}${preserve ? ' +' : ''}>`;
    },
    close: (name) => {
      line += `</${name}>`;
    },
    text: (characters) => {
      line += characters;
    },
  });
  return line;
}
const utf8 = (xml: string) => new TextEncoder().encode(xml);

describe('readXml', () => {
  it.each<[string, string, string]>([
    ['names by their namespaces', `<x:a xmlns:x="${W}" x:b="1" c="2"><d/></x:a>`, '<w:a w:b=1 c=2><?:d></?:d></w:a>'],
    ['a default namespace, which attributes do not have', `<a xmlns="${W}" b="1"/>`, '<w:a b=1></w:a>'],
    [
      'a prefix that means something else inside',
      `<w:a xmlns:w="${W}"><w:b xmlns:w="urn:x"/><w:c/></w:a>`,
      '<w:a><?:b></?:b><w:c></w:c></w:a>',
    ],
    ['references and sections of characters', '<a>&lt;&#65;&#x1F600;<![CDATA[<b>]]></a>', '<?:a><A😀<b></?:a>'],
    [
      'white space that is kept, and no longer',
      '<a><b xml:space="preserve"><c/></b><d/></a>',
      '<?:a><?:b xml:space=preserve +><?:c +></?:c></?:b><?:d></?:d></?:a>',
    ],
    ['nothing', '', ''],
  ])('tells %s', (_name, xml, line) => {
    expect(told([utf8(xml)])).toBe(line);
  });

  it('tells the same however the bytes come', () => {
    const xml = `<w:a xmlns:w="${W}"><w:b c="é😀&amp;">grüße 😀 &#233;</w:b><!-- no --><w:d/></w:a>`;
    const utf16 = new Uint8Array(xml.length * 2 + 2);
    new DataView(utf16.buffer).setUint16(0, 0xfeff);
    for (let at = 0; at < xml.length; at++) new DataView(utf16.buffer).setUint16(2 + at * 2, xml.charCodeAt(at));
    const line = told([utf8(xml)]);
    fc.assert(
      fc.property(fc.constantFrom(utf8(xml), utf16), fc.array(fc.nat(), { maxLength: 20 }), (bytes, cuts) => {
        const stops = [2, ...cuts.map((cut) => 2 + (cut % (bytes.length - 2))), bytes.length].sort((a, b) => a - b);
        expect(told(stops.map((stop, index) => bytes.subarray(stops[index - 1] ?? 0, stop)))).toBe(line);
      }),
      { numRuns: 200 },
    );
  });
});
