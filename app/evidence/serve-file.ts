import { Readable } from 'node:stream';
import { Problem } from '@/core/problem';
import { lookOfType, servedType } from '@/core/source/evidence-kinds';
import { downloadName } from '@/core/source/file-name';
import type { EvidenceFolder } from '@/db/evidence/evidence-folder';
import type { FileRow } from '@/db/queries/source-files';
import { apiHeaders, problemResponse } from '../api/problem-response';
import { type ByteRange, rangeOf } from './byte-range';
import { mayBeShown } from './may-be-shown';

/**
 * A file's bytes as an answer. It is always something to be saved, which no browser opens, unless it is to be looked at (`view`) and
 * a browser shows it without running anything of it (`mayBeShown`). Parts are given where one range is asked for
 * (RFC 9110, section 14), so that a recording can be begun anywhere. A part that it does
 * not have is answered with 416. Throws `file-bytes-gone`.
 */
export async function serveFile(
  evidence: EvidenceFolder,
  row: FileRow,
  request: Request,
  { view }: { view: boolean },
): Promise<Response> {
  const handle = await evidence.open(row.sha256);
  if (!handle) throw new Problem('file-bytes-gone');
  try {
    const shown = view && (await mayBeShown(evidence, row, request.signal));
    const etag = `"${row.sha256}"`;
    const headers = { ...apiHeaders, ...headersOf(row, shown), ETag: etag };
    if (matches(request.headers.get('if-none-match'), etag)) {
      await handle.close();
      return new Response(null, { status: 304, headers });
    }
    const size = (await handle.stat()).size;
    const asked = request.headers.get('if-range') ?? etag;
    const range = asked === etag ? rangeOf(request.headers.get('range'), size) : null;
    if (range === 'none') {
      await handle.close();
      return problemResponse(new Problem('range-not-there'), { 'Content-Range': `bytes */${size}` });
    }
    const { start, end }: ByteRange = range ?? { start: 0, end: size - 1 };
    const length = end - start + 1;
    const whole = {
      status: range ? 206 : 200,
      headers: {
        ...headers,
        'Accept-Ranges': 'bytes',
        'Content-Length': String(length),
        ...(range ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}),
      },
    };
    if (request.method === 'HEAD') {
      await handle.close();
      return new Response(null, whole);
    }
    return new Response(Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream<Uint8Array>, whole);
  } catch (failure) {
    await handle.close();
    throw failure;
  }
}

/** A file is a stranger's: it may run nothing, ask for nothing and be shown nowhere but where this desk shows it. */
const nothing = "default-src 'none'; sandbox; form-action 'none'; base-uri 'none'";

function headersOf({ name, type }: FileRow, inline: boolean): Record<string, string> {
  const seen = lookOfType(type);
  return {
    'Content-Type': servedType(type),
    'Content-Disposition': fileDisposition(inline ? 'inline' : 'attachment', downloadName(name, type)),
    'Content-Security-Policy':
      // What shows a PDF in a frame is the browser's own, and shows nothing at all in a sandbox. One with scripts does not come here.
      inline && seen === 'pdf' ? "frame-ancestors 'self'" : `${nothing}; frame-ancestors 'none'`,
    'Cache-Control': 'private, no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** A Content-Disposition (RFC 6266) with the whole name for whoever reads `filename*`, and what of it ASCII holds for the others. */
export function fileDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^ -~]/g, '')
    .replace(/["\\%]/g, '_')
    .trim();
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain.replace(/^\./, '') || 'file'}"; filename*=UTF-8''${encoded}`;
}

/** Whether `If-None-Match` names what the caller has already. */
function matches(given: string | null, etag: string): boolean {
  return (
    given !== null && (given.trim() === '*' || given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
  );
}
