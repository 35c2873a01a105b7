import type { EvidenceFile } from '@/core/source/source';
import { NoAnswer, ProblemAnswer } from './call';

/** How long nothing may move before a file counts as unanswered, in milliseconds: a slow line moves all the same. */
const STANDSTILL = 60_000;

/**
 * Sends a file to the interface and tells how much of it has gone, from 0 to 1: `fetch` does not say. Throws as `call` does, and
 * the signal's reason when the caller aborts.
 */
export function sendFile(
  path: string,
  form: FormData,
  { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<EvidenceFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let still: ReturnType<typeof setTimeout>;
    const moves = () => {
      clearTimeout(still);
      still = setTimeout(() => request.abort(), STANDSTILL);
    };
    const stop = () => request.abort();
    signal.addEventListener('abort', stop);
    request.upload.onprogress = ({ loaded, total }) => {
      moves();
      onProgress(total > 0 ? loaded / total : 0);
    };
    request.onloadend = () => {
      clearTimeout(still);
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(signal.reason);
      else if (request.status === 0) reject(new NoAnswer(null));
      else answered(request, resolve, reject);
    };
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    moves();
    request.send(form);
  });
}

function answered(
  request: XMLHttpRequest,
  resolve: (file: EvidenceFile) => void,
  reject: (why: unknown) => void,
): void {
  let body: Record<string, unknown> | null = null;
  try {
    body = JSON.parse(request.responseText);
  } catch {
    // Something in between answered.
  }
  if (request.status < 300 && body) {
    resolve(body as unknown as EvidenceFile);
    return;
  }
  if (!body || request.status >= 500) {
    reject(new NoAnswer(null));
    return;
  }
  const { detail, code = null, errors = [] } = body as { detail?: string; code?: string; errors?: [] };
  reject(new ProblemAnswer(request.status, code, detail ?? `${request.status}`, errors, undefined, body, null));
}
