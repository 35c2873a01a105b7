import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { forbiddenCharacter } from '@/core/record';
import { readXml } from './read-xml';
import { XML_HEAD, xmlAttribute, xmlText } from './write-xml';

/** What a reader of XML makes of a text that stands in an element and in an attribute. */
function readBack(text: string): { element: string; attribute: string } {
  const found = { element: '', attribute: '' };
  let inside = false;
  const xml = `${XML_HEAD}<a b="${xmlAttribute(text)}" xml:space="preserve">${xmlText(text)}</a>`;
  readXml([strToU8(xml)], {
    open: ({ attributes }) => {
      found.attribute = attributes.get('b')!;
      inside = true;
    },
    close: () => {},
    text: (characters) => {
      if (inside) found.element += characters;
    },
  });
  return found;
}

describe('text written as XML', () => {
  it.each([
    ['markup', `<w:t a="b">&amp; 'c' ]]>`],
    ['tabs and line ends', ' a\tb\nc\r\nd\re '],
    ['beyond the first plane', '😀 𝔘 👩‍👩‍👧'],
    ['controls that XML has', '\u0085 \u007f \u2028'],
  ])('reads as it was: %s', (_, text) => {
    expect(readBack(text)).toEqual({ element: text, attribute: text });
  });

  it('holds nothing that XML forbids', () => {
    const text = 'a\u0000b\u001fc\ud800d\ufffee\uffff';
    expect(readBack(text)).toEqual({ element: 'a�b�c�d�e�', attribute: 'a�b�c�d�e�' });
  });

  it('reads as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(forbiddenCharacter(text) === -1);
        expect(readBack(text)).toEqual({ element: text, attribute: text });
      }),
    );
  });
});
