import { eq } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import { reportClaimReview } from '@/core/report/claim-review/report-claim-review';
import { reportDocx } from '@/core/report/docx/report-docx';
import type { ExportFormat } from '@/core/report/formats';
import { reportHtml } from '@/core/report/html/report-html';
import { reportJson } from '@/core/report/json';
import { reportTypst } from '@/core/report/pdf/report-typst';
import { buildReport, type Report } from '@/core/report/report';
import { reportCsv } from '@/core/report/tables/report-csv';
import { reportMarkdown } from '@/core/report/tables/report-markdown';
import { reportXlsx } from '@/core/report/tables/report-xlsx';
import { reportWebAnnotation } from '@/core/report/web-annotation/report-web-annotation';
import { type ReportReader, reportMaterial } from '@/db/queries/report';
import { articles, people } from '@/db/schema/schema';
import { openReader, type Reader } from '@/db/store';
import type { Jobs, ReportWanted } from './jobs';
import { reportFonts } from './report-fonts';
import { typeset } from './typeset';

type Written = string | Uint8Array;
/** How each form is written; what a form needs beside the report comes from what is wanted. */
const writers: Record<
  ExportFormat,
  (report: Report, wanted: Pick<ReportWanted, 'paper' | 'origin'>) => Written | Promise<Written>
> = {
  html: async (report) => reportHtml(report, { fonts: await reportFonts() }),
  pdf: (report, { paper }) => typeset(reportTypst(report, undefined, paper)),
  docx: (report) => reportDocx(report),
  md: (report) => reportMarkdown(report),
  csv: (report) => reportCsv(report),
  xlsx: (report) => reportXlsx(report),
  json: (report) => reportJson(report),
  claimreview: (report, { origin }) => reportClaimReview(report, { origin }),
  webannotation: (report, { origin }) => reportWebAnnotation(report, { origin }),
};

/**
 * Reads an article and writes its report: the one way from a store to the bytes of any form. Equal state, equal bytes. Throws
 * `absent`.
 */
export async function writeReport(wanted: ReportWanted): Promise<Jobs['write']['made']> {
  const reader = openReader(wanted.folder);
  try {
    const report = buildReport(
      await reportMaterial(reader, await readerOf(reader, wanted), wanted.articleId),
      wanted.edition,
    );
    const write = writers[wanted.format];
    const written = await write(report, wanted);
    // Their own buffer, so that it can be handed to another thread.
    return { bytes: typeof written === 'string' ? new TextEncoder().encode(written) : new Uint8Array(written) };
  } finally {
    await reader.close();
  }
}

/**
 * An internal edition is read as the person who asks for it may read; a public one in full, so that it is the same for everybody,
 * whose leavings `buildReport` takes out. Who runs the machine has the file itself, and reads an article as its maker would, in full.
 */
async function readerOf({ read }: Reader, { by, articleId, edition }: ReportWanted): Promise<ReportReader> {
  if (by === null) {
    const [made] = await read.select({ by: articles.createdBy }).from(articles).where(eq(articles.id, articleId));
    if (!made) throw new Problem('absent');
    return { id: made.by, role: 'admin' };
  }
  if (edition === 'public') return { id: by, role: 'admin' };
  const [person] = await read.select({ role: people.role }).from(people).where(eq(people.id, by));
  return { id: by, role: person?.role ?? 'viewer' };
}
