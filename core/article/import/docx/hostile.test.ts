import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { articleText } from '@/core/article/text';
import { Problem } from '@/core/problem';
import { Tally } from '../dropped';
import { fromDocx } from './from-docx';
import { p, part, run, type WordParts, wordDocument, XML } from './testing/word-document';

/** The text of a document, or the code of its refusal and what fills its sentence. */
function outcome(bytes: Uint8Array): unknown {
  try {
    return articleText(fromDocx(bytes, new Tally(), 'accepted').doc).text;
  } catch (error) {
    if (error instanceof Problem) return [error.code, ...Object.values(error.values)];
    throw error;
  }
}

const good: WordParts = { body: p(run('The bridge')), styles: '' };
const document = (inside: string) => wordDocument({ ...good, files: { 'word/document.xml': inside } });
const body = (inside: string) => wordDocument({ ...good, body: inside });
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
/** A compound file that names a stream. */
const compound = (stream: string) =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    0,
    0,
    ...[...stream].flatMap((one) => [one.charCodeAt(0), 0]),
  ]);

/** The same file with some of its bytes changed, at places counted from the central record of the part of a name. */
function tampered(bytes: Uint8Array, name: string, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = copy.length - 22; at >= 0; at--)
    if (view.getUint32(at, true) === 0x02014b50) {
      const found = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
      if (found === name) {
        change(view, at);
        return copy;
      }
    }
  throw new Error(`No ${name}.`);
}
const centralAt = (bytes: Uint8Array, name: string): number => {
  let found = 0;
  tampered(bytes, name, (_, at) => {
    found = at;
  });
  return found;
};
const whole = wordDocument(good);
const main = 'word/document.xml';

describe('fromDocx of what is no Word document', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'other'],
    ['plain text', strToU8('The bridge is closed.'), 'other'],
    ['a PDF', strToU8('%PDF-1.7\n'), 'pdf'],
    ['rich text', strToU8('{\\rtf1\\ansi x}'), 'rtf'],
    ['a web page', strToU8('\ufeff <!DOCTYPE html><p>x'), 'html'],
    ['a document of an older Word', compound('WordDocument'), 'doc'],
    ['another compound file', compound('Book'), 'other'],
    ['an OpenDocument file', zip('mimetype', 'content.xml'), 'opendocument'],
    ['a spreadsheet', zip('[Content_Types].xml', 'xl/workbook.xml'), 'spreadsheet'],
    ['a presentation', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'slides'],
    ['an e-book', zip('mimetype', 'META-INF/container.xml'), 'epub'],
    ['a Pages document', zip('Index/Document.iwa'), 'pages'],
    ['any archive', zip('a.txt'), 'archive'],
    ['another XML document', document('<x/>'), 'other'],
    ['a document without its text', wordDocument({ ...good, files: { [main]: '' } }), 'other'],
  ])('says of %s what it is', (_name, bytes, kind) => {
    expect(outcome(bytes)).toEqual(['document-not-word', kind]);
  });
});

describe('fromDocx of a file that is broken or built to harm', () => {
  it('reads the document that the others are made of', () => {
    expect(outcome(whole)).toBe('The bridge');
  });

  it.each<[string, Uint8Array, unknown]>([
    ['encrypted by Office', compound('EncryptedPackage'), ['document-protected']],
    [
      'encrypted as an archive',
      tampered(whole, main, (view, at) => view.setUint16(at + 8, 1, true)),
      ['document-protected'],
    ],
    ['cut off', whole.subarray(0, whole.length - 30), ['document-damaged']],
    ['cut in half', whole.subarray(0, whole.length / 2), ['document-damaged']],
    ['all but empty', strToU8('PK\x03\x04'), ['document-damaged']],
    [
      'with a letter changed on its way',
      tampered(whole, main, (view, at) => view.setUint32(at + 16, 7, true)),
      ['document-damaged'],
    ],
    [
      'packed by a method that nobody knows',
      tampered(whole, main, (view, at) => view.setUint16(at + 10, 99, true)),
      ['document-damaged'],
    ],
    [
      'that says it is shorter than it is',
      tampered(whole, main, (view, at) => view.setUint32(at + 24, 10, true)),
      ['document-damaged'],
    ],
    [
      'with a part that begins outside',
      tampered(whole, main, (view, at) => view.setUint32(at + 42, 0x7fffffff, true)),
      ['document-damaged'],
    ],
    [
      'with a part that ends outside',
      tampered(whole, main, (view, at) => view.setUint32(at + 20, 0x7fffffff, true)),
      ['document-damaged'],
    ],
    [
      'with parts that share bytes',
      tampered(whole, main, (view, at) =>
        view.setUint32(at + 42, view.getUint32(centralAt(whole, '_rels/.rels') + 42, true), true),
      ),
      ['document-unsafe', 'shared'],
    ],
    [
      'with two parts of one name',
      tampered(wordDocument({ ...good, files: { 'word/Document.xnl': 'x' } }), 'word/Document.xnl', (view, at) =>
        view.setUint8(at + 46 + 15, 0x6d),
      ),
      ['document-unsafe', 'twins'],
    ],
    [
      'with ten thousand parts',
      wordDocument({
        ...good,
        files: Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`a/${index}`, ''])),
      }),
      ['document-unsafe', 'parts'],
    ],
    [
      'that is one repetition',
      document(part('w:document', `<w:body>${p(run('a'.repeat(20_000_000)))}</w:body>`)),
      ['document-unsafe', 'repetition'],
    ],
    ['that unpacks to more than is read', document(' '.repeat(70_000_000)), ['document-too-large', '64 MB']],
    [
      'that declares entities',
      document(`${XML}<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>`),
      ['document-unsafe', 'entities'],
    ],
    [
      'that names a type outside',
      document(`${XML}<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>`),
      ['document-unsafe', 'entities'],
    ],
    ['that uses entities of nobody', body(p('<w:r><w:t>&secret;</w:t></w:r>')), ['document-damaged']],
    ['with characters that XML forbids', body(p('<w:r><w:t>&#0;</w:t></w:r>')), ['document-damaged']],
    ['with half a character', body(p('<w:r><w:t>&#xD800;</w:t></w:r>')), ['document-damaged']],
    ['that is not well-formed', body('<w:p>'), ['document-damaged']],
    [
      'that is no text',
      wordDocument({ ...good, files: { [main]: Uint8Array.of(0x3c, 0xff, 0xff, 0x3e) } }),
      ['document-damaged'],
    ],
    [
      'that nests 50,000 deep',
      body('<w:sdt>'.repeat(50_000) + '</w:sdt>'.repeat(50_000)),
      ['document-unsafe', 'nesting'],
    ],
    [
      'whose properties nest 50,000 deep',
      body(p('', '<w:x>'.repeat(50_000) + '</w:x>'.repeat(50_000))),
      ['document-unsafe', 'nesting'],
    ],
    [
      'with an element of a thousand attributes',
      body(`<w:p ${Array.from({ length: 1000 }, (_, index) => `a${index}=""`).join(' ')}/>`),
      ['document-unsafe', 'elements'],
    ],
    ['of a million paragraphs', body('<w:p/>'.repeat(1_000_000)), ['too-demanding']],
    ['of more words than an article has', body(p(run('word '.repeat(2_200_000)))), ['too-large', '10 MB']],
  ])('refuses one %s', (_name, bytes, refusal) => {
    expect(outcome(bytes)).toEqual(refusal);
  });

  const names = ['../../etc/cron.d/x', '/etc/passwd', 'C:/x', 'word\\styles.xml', 'word/../../x', './word/styles.xml'];
  it.each(names)('never looks at a part with the name %s', (name) => {
    expect(outcome(wordDocument({ ...good, files: { [name]: 'no XML' } }))).toBe('The bridge');
  });

  it.each(['../../../etc/passwd', '/../x', 'file:///etc/passwd', 'https://example.org/styles.xml', '..\\..\\x'])(
    'follows no relationship to %s',
    (target) => {
      const relation = `<Relationship Id="s" Type="x/styles" Target="${target}"/><Relationship Id="n" Type="x/numbering" TargetMode="External" Target="${target}"/>`;
      const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`;
      expect(outcome(wordDocument({ ...good, files: { 'word/_rels/document.xml.rels': rels } }))).toBe('The bridge');
    },
  );

  it('has nothing of a picture that lies elsewhere but its place', () => {
    const picture = p(
      '<w:r><w:pict><v:shape alt="A crane"><v:imagedata r:id="out" o:href="https://tracker.example/x.png"/></v:shape></w:pict></w:r>',
    );
    const { doc } = fromDocx(
      wordDocument({ body: picture, links: { out: 'https://tracker.example/x.png' } }),
      new Tally(),
      'accepted',
    );
    expect(doc.toJSON().content).toEqual([{ type: 'image', attrs: { src: '', alt: 'A crane' } }]);
  });

  it('ends on a numbering and styles that go round in circles', () => {
    const styles = '<w:style w:type="paragraph" w:default="1" w:styleId="A"><w:basedOn w:val="A"/></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="A"/><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const item = p(run('a'), '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>');
    expect(outcome(wordDocument({ body: item, styles, numbering }))).toBe('a');
  });
});
