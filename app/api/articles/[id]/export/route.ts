import { answer } from '@/app/api/answer';
import { exportArticle, exportFormats } from '@/app/api/contract/articles';
import { apiHeaders } from '@/app/api/problem-response';
import { reportFonts } from '@/app/report-fonts';
import { may } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import { reportHtml } from '@/core/report/html/report-html';
import { reportJson } from '@/core/report/json';
import { buildReport, type Report } from '@/core/report/report';
import { reportMaterial } from '@/db/queries/report';
import { disposition } from './disposition';

type Format = (typeof exportFormats)[number];

/** How each format is made, and what it is called. */
const formats: Record<Format, { type: string; make(report: Report): Promise<string> }> = {
  html: {
    type: 'text/html; charset=utf-8',
    make: async (report) => reportHtml(report, { fonts: await reportFonts() }),
  },
  json: { type: 'application/json', make: async (report) => reportJson(report) },
};

/** A report is a page from our own origin with other people's words in it: it runs nothing, asks for nothing, goes nowhere. */
const sandbox =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox; frame-ancestors";

export const GET = answer(exportArticle, async ({ store, call, params, query }) => {
  const { format, edition, view } = query;
  if (!isFormat(format)) throw new Problem('format-unknown', { format, formats: exportFormats.join(', ') });
  if (edition === 'internal' && !may(call.by.role, 'report.export-internal')) throw new Problem('forbidden');
  const report = buildReport(await reportMaterial(store, call, params.id), edition);
  const { type, make } = formats[format];
  return new Response(await make(report), {
    headers: {
      ...apiHeaders,
      'Content-Type': type,
      'Content-Disposition': disposition(view ? 'inline' : 'attachment', report.article.title, format),
      'Content-Security-Policy': `${sandbox} ${view ? "'self'" : "'none'"}`,
    },
  });
});

function isFormat(format: string): format is Format {
  return (exportFormats as readonly string[]).includes(format);
}
