import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importArticle } from '@/core/article/import/import-article';
import { articleText } from '@/core/article/text';
import { buildReport } from '../report';
import { AT, anchorOf, citationOf, claimOf, commentOf, materialOf, sourceOf } from '../tables/made-report';
import { reportDocx } from './report-docx';

const PYTHON = '/usr/bin/python3';
const has = (command: string, ...about: string[]) => spawnSync(command, about).status === 0;

/** Whether a program of somebody else's can be asked; says so where it cannot. */
function asked(name: string, there: boolean): boolean {
  if (!there) console.info(`${name} is not installed: not asked`);
  return there;
}

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stet-docx-'));
  file = path.join(folder, 'report.docx');
  writeFileSync(file, bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const paragraphs = ['The bridge cost 40 million <euros> & more.', '  It  opened\tin May. 😀', 'Nobody was there.'];
const items = ['Twelve boats sank.', 'A pier burned.'];
const html = `${paragraphs.map((text) => `<pre>${text.replace('&', '&amp;').replace('<', '&lt;')}</pre>`).join('')}<ul>${items.map((text) => `<li>${text}</li>`).join('')}</ul><table><tr><td>10 million</td><td>first part</td></tr></table>`;
const { doc } = importArticle({ format: 'html', content: html });
const text = articleText(doc);

function on(words: string) {
  const start = text.text.indexOf(words);
  return anchorOf(words, text.positionAt(start), words, { to: text.positionAt(start + words.length) });
}

const judged = { verdict: 'false', verdictBy: 'maya', verdictAt: AT } as const;
const claims = [
  claimOf('a', [on('cost 40 million')], {
    ...judged,
    rationale: 'It was **more**: ]]> <w:p>.',
    correction: 'cost 60 million',
    status: 'approved',
    citations: [citationOf('k', sourceOf('s', { title: 'The ledger', url: 'https://example.org/?a=1&b="2"' }))],
    comments: [commentOf('one', 'Can we print this?'), commentOf('two', 'Yes.', { parentId: 'one', createdBy: 'jun' })],
  }),
  claimOf('b', [on('It  opened\tin May. 😀\nNobody')], { ...judged, verdict: 'true' }),
  claimOf('c', [on('boats sank.\nA pier'), on('10 million')], judged),
];
const bytes = reportDocx(buildReport(materialOf([], claims, { doc: doc.toJSON() }), 'internal'));

describe('a report as a Word document, for other programs', () => {
  it('is well-formed XML in every part (xmllint)', () => {
    if (!asked('xmllint', has('xmllint', '--version'))) return;
    const parts = Object.entries(unzipSync(bytes));
    expect(parts).toHaveLength(17);
    for (const [name, part] of parts)
      expect([name, spawnSync('xmllint', ['--noout', '-'], { input: part }).stderr.toString()]).toEqual([name, '']);
  });

  it('has the article’s paragraphs, and the comments (python-docx)', () => {
    if (!asked('python-docx', has(PYTHON, '-c', 'import docx'))) return;
    const script = `
import docx, json, sys
from docx.oxml.ns import qn
document = docx.Document(sys.argv[1])
for gone in document.element.body.iter(qn('w:ins')):
    for run in list(gone): gone.remove(run)
for kept in list(document.element.body.iter(qn('w:del'))):
    for words in kept.iter(qn('w:delText')): words.tag = qn('w:t')
    for run in list(kept): kept.addprevious(run)
comments = next(part for name, part in ((rel.reltype, rel.target_part) for rel in document.part.rels.values() if not rel.is_external) if name.endswith('/comments'))
from lxml import etree
told = etree.fromstring(comments.blob)
print(json.dumps({
  'paragraphs': [paragraph.text for paragraph in document.paragraphs],
  'styles': [paragraph.style.name for paragraph in document.paragraphs],
  'cells': [cell.text for table in document.tables for row in table.rows for cell in row.cells],
  'authors': [comment.get(qn('w:author')) for comment in told],
  'title': document.core_properties.title, 'by': document.core_properties.author,
  'modified': document.core_properties.modified.isoformat()}))`;
    const read = JSON.parse(execFileSync(PYTHON, ['-c', script, file], { encoding: 'utf8' }));
    expect([...read.paragraphs, ...read.cells]).toEqual(text.text.split('\n'));
    expect(read.styles).toEqual([...paragraphs.map(() => 'HTML Preformatted'), ...items.map(() => 'List Paragraph')]);
    expect(read.authors).toEqual(['Maya Osei', 'Maya Osei', 'Jun Park', 'Maya Osei', 'Maya Osei', 'Maya Osei']);
    expect([read.title, read.by, read.modified]).toEqual([
      'The bridge opens',
      'The Harbour Post',
      '2026-03-02T09:30:00',
    ]);
  });

  it('opens in LibreOffice with its words, comments, replies and changes', () => {
    if (!asked('LibreOffice', has('soffice', '--version'))) return;
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, file], {
      stdio: 'pipe',
    });
    const read = readFileSync(path.join(folder, 'report.fodt'), 'utf8');
    const annotations = [...read.matchAll(/<office:annotation .*?<\/office:annotation>/gs)].map(([all]) => all);
    expect(annotations).toHaveLength(6);
    expect(annotations.filter((one) => one.includes('loext:resolved="true"'))).toHaveLength(3);
    expect(annotations.filter((one) => one.includes('Can we print this?'))).toHaveLength(1);
    expect(rangeOf(read, 'Claim 2')).toBe('It  opened\tin May. 😀Nobody');
    expect(rangeOf(read, 'Claim 3')).toBe('boats sank.A pier');
    expect(rangeOf(read, 'Same as claim 3')).toBe('10 million');
    expect([...read.matchAll(/<text:(insertion|deletion)>/g)].map(([, kind]) => kind).sort()).toEqual([
      'deletion',
      'insertion',
    ]);
  });

  it('prints the claims and the fingerprint (LibreOffice, pdftotext)', () => {
    if (!asked('LibreOffice', has('soffice', '--version')) || !asked('pdftotext', has('pdftotext', '-v'))) return;
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'pipe',
    });
    const printed = execFileSync('pdftotext', ['-layout', path.join(folder, 'report.pdf'), '-'], { encoding: 'utf8' });
    for (const words of ['The bridge opens', 'Nobody was there.', 'The claims', 'Refutes: The ledger', 'ab'.repeat(32)])
      expect(printed).toContain(words);
  });
});

/** The words that LibreOffice has the comment on that begins so; the ends of paragraphs are nothing. */
function rangeOf(read: string, beginning: string): string {
  const annotation = [...read.matchAll(/<office:annotation [^>]*office:name="([^"]*)".*?<\/office:annotation>/gs)].find(
    ([all]) =>
      plain(all.replace(/<(dc:\w+|meta:[\w-]+|loext:[\w-]+)>.*?<\/\1>/gs, ''))
        .trim()
        .startsWith(beginning),
  )!;
  const from = annotation.index + annotation[0].length;
  const to = read.indexOf(`<office:annotation-end office:name="${annotation[1]}"`, from);
  return plain(read.slice(from, to));
}

function plain(xml: string): string {
  return xml
    .replace(/\n\s*/g, '')
    .replace(/<text:tab\/>/g, '\t')
    .replace(/<text:s\/>/g, ' ')
    .replace(/<[^>]*>/g, '');
}
