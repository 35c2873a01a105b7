import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reportClaimReview } from './claim-review/report-claim-review';
import { reportDocx } from './docx/report-docx';
import { reportHtml } from './html/report-html';
import { reportJson } from './json';
import { reportTypst } from './pdf/report-typst';
import { buildReport, type Edition, editions, type ReportMaterial } from './report';
import { AT, materialOf } from './tables/made-report';
import { reportCsv } from './tables/report-csv';
import { reportMarkdown } from './tables/report-markdown';
import { reportXlsx } from './tables/report-xlsx';
import { reportWebAnnotation } from './web-annotation/report-web-annotation';

const sha256 = 'cd'.repeat(32);
const signed = (changedSinceSignOff: boolean): ReportMaterial => ({
  ...materialOf(['Ten boats were sold.'], [], {
    status: 'signed-off',
    signedOff: { by: 'jun', at: AT, version: 4, sha256 },
    changedSinceSignOff,
  }),
  notices: [
    {
      id: 'notice',
      revision: 1,
      articleId: 'article',
      claimId: 'gone',
      before: 'Nine boats',
      after: 'Ten boats',
      body: 'The harbour sold ten boats.',
      createdBy: 'maya',
      createdAt: AT,
    },
  ],
});
const unpacked = (bytes: Uint8Array) =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
const origin = { origin: 'https://stet.example.org' };
const formats: Record<string, (material: ReportMaterial, edition: Edition) => string> = {
  html: (material, edition) => reportHtml(buildReport(material, edition)),
  pdf: (material, edition) => reportTypst(buildReport(material, edition)).data,
  docx: (material, edition) => unpacked(reportDocx(buildReport(material, edition))),
  md: (material, edition) => reportMarkdown(buildReport(material, edition)),
  csv: (material, edition) => reportCsv(buildReport(material, edition)),
  xlsx: (material, edition) => unpacked(reportXlsx(buildReport(material, edition))),
  json: (material, edition) => reportJson(buildReport(material, edition)),
  claimreview: (material, edition) => reportClaimReview(buildReport(material, edition), origin),
  webannotation: (material, edition) => reportWebAnnotation(buildReport(material, edition), origin),
};
/** Long words are broken for the typesetter, and dots of Markdown escaped. */
const plain = (text: string) =>
  text
    .replace(/\\/g, '')
    .replace(/","/g, '')
    .replace(/\u200b/g, '');

describe('the report of an article that was signed off', () => {
  it.each(Object.keys(formats).flatMap((format) => editions.map((edition) => [format, edition] as const)))(
    'says in %s, %s, who signed which text, and whether it has changed since',
    (format, edition) => {
      const [same, changed] = [signed(false), signed(true)].map((material) =>
        plain(formats[format]!(material, edition)),
      );
      for (const text of [same!, changed!]) {
        expect(text).toContain('Jun Park');
        expect(text).toContain(sha256);
      }
      expect(changed).not.toBe(same);
      if (format !== 'json') expect(changed).toMatch(/[Cc]hanged since|,yes/);
    },
  );

  it.each(['html', 'pdf', 'docx', 'md', 'json', 'claimreview', 'webannotation'])(
    'holds its corrections log in %s, for readers too',
    (format) => {
      for (const edition of editions)
        expect(plain(formats[format]!(signed(false), edition))).toContain('The harbour sold ten boats.');
    },
  );

  it('names no claim in its log that readers do not see', () => {
    expect(buildReport(signed(false), 'public').notices[0]!.claimId).toBeNull();
  });
});
