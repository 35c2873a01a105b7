import { answer } from '@/app/api/answer';
import { exportArticle } from '@/app/api/contract/articles';
import { apiHeaders } from '@/app/api/problem-response';
import { readSettings } from '@/app/settings';
import { writeApart } from '@/app/workshop/workshop';
import { may } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import { type ExportFormat, exportFormats, isExportFormat } from '@/core/report/formats';
import { openArticle } from '@/db/queries/open-article';
import { disposition } from './disposition';

/**
 * A report is a page from our own origin with other people's words in it: it runs nothing, asks for nothing, goes nowhere. What
 * shows a PDF in a frame is the browser's own, and needs to run.
 */
function policyOf(format: ExportFormat, view: boolean): string {
  const frames = `frame-ancestors ${view ? "'self'" : "'none'"}`;
  if (format === 'pdf') return frames;
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox; ${frames}`;
}

export const GET = answer(exportArticle, async ({ store, call, params, query, request }) => {
  const { format, edition, view, paper } = query;
  if (!isExportFormat(format))
    throw new Problem('format-unknown', { format, formats: Object.keys(exportFormats).join(', ') });
  if (edition === 'internal' && !may(call.by.role, 'report.export-internal')) throw new Problem('forbidden');
  const { title } = await openArticle(store.read, call, params.id);
  const { folder, origin } = readSettings();
  const wanted = { folder, origin, articleId: params.id, by: call.by.id, edition, format, paper };
  const { bytes } = await writeApart(wanted, request.signal);
  const { ending, type } = exportFormats[format];
  return new Response(bytes, {
    headers: {
      ...apiHeaders,
      'Content-Type': type,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': disposition(view ? 'inline' : 'attachment', title, ending),
      'Content-Security-Policy': policyOf(format, view),
    },
  });
});
