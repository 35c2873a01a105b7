/**
 * The browser's side of the HTTP interface: one typed call, and the two ways in which it can fail. Used by every screen; it
 * knows no screen. Types come from core's schemas; the schemas themselves stay on the server, which checks.
 */

/** How long an answer may take before the call counts as unanswered, in milliseconds. A large article is slow to import. */
const PATIENCE = 30_000;

export interface CallInit {
  /** Sent as JSON; a `FormData` is sent as multipart. */
  readonly body?: object | undefined;
  /** The revision being changed: `If-Match`. */
  readonly ifMatch?: number | undefined;
  /**
   * Whose change this is. The server refuses (401) when somebody else is signed in by now, so that nothing kept from one person
   * ever goes out under another's name.
   */
  readonly personId?: string | undefined;
  /** The token of a guest's link, for the calls that a guest may make. */
  readonly guest?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long the answer may take, in milliseconds, where it may take long. */
  readonly patience?: number | undefined;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The server answered, and the answer is no (RFC 9457). `message` is its sentence, fit to be shown. */
export class ProblemAnswer extends Error {
  constructor(
    readonly status: number,
    /** The code of core/problem.ts; null when the server named none. */
    readonly code: string | null,
    message: string,
    readonly errors: readonly { path: string; message: string }[],
    /** For 409: the record as it stands. */
    readonly current: unknown,
    /** Every member of the problem document (`matches`, `blockers` ...). */
    readonly problem: Readonly<Record<string, unknown>>,
    /** Milliseconds that the server asks to wait; null when it does not. */
    readonly retryAfter: number | null,
  ) {
    super(message);
    this.name = 'ProblemAnswer';
  }
}

/** No answer came: no network, a dead server, too long a wait, or something in between that is not Stet answered. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('No answer', { cause });
    this.name = 'NoAnswer';
  }
}

/**
 * Calls the interface and gives the answer's JSON; undefined for an answer without a body. Throws `ProblemAnswer` or `NoAnswer`,
 * and the signal's own reason when the caller aborts.
 */
export async function call<T>(method: Method, path: string, init: CallInit = {}): Promise<T> {
  const { body, ifMatch, personId, guest, signal } = init;
  const headers: Record<string, string> = { accept: 'application/json' };
  const form = body instanceof FormData;
  if (body && !form) headers['content-type'] = 'application/json';
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  if (personId !== undefined) headers['stet-person'] = personId;
  if (guest !== undefined) headers.authorization = `Bearer ${guest}`;
  const patience = AbortSignal.timeout(init.patience ?? PATIENCE);
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: form ? body : body ? JSON.stringify(body) : null,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    text = await response.text();
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw new NoAnswer(cause);
  }
  if (response.ok && text === '') return undefined as T;
  const parsed = jsonOf(response, text);
  if (response.ok) {
    if (parsed === undefined) throw new NoAnswer(`${response.status} without JSON`);
    return parsed as T;
  }
  throw problemOf(response, parsed);
}

/** What an answer that is not `ok` says, for who reads the body otherwise. */
export async function refusalOf(response: Response): Promise<ProblemAnswer> {
  return problemOf(response, jsonOf(response, await response.text().catch(() => '')));
}

/** The answer's JSON; undefined when it is not JSON, as from a hotel's sign-in page or a proxy. */
function jsonOf(response: Response, text: string): unknown {
  if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(response: Response, parsed: unknown): ProblemAnswer {
  const problem = (parsed && typeof parsed === 'object' ? parsed : {}) as Record<string, unknown>;
  const sentence = problem.detail ?? problem.title ?? problem.message;
  return new ProblemAnswer(
    response.status,
    codeOf(problem),
    typeof sentence === 'string' ? sentence : `${response.status} ${response.statusText}`.trim(),
    Array.isArray(problem.errors) ? problem.errors : [],
    problem.current,
    problem,
    waitOf(response.headers.get('retry-after')),
  );
}

/** A problem's `type` ends in its code, whatever stands before it: `/problems/stale`, `urn:stet:problem:stale`. */
function codeOf(problem: Record<string, unknown>): string | null {
  if (typeof problem.code === 'string') return problem.code;
  const code = typeof problem.type === 'string' ? problem.type.split(/[/:#]/).pop() : undefined;
  return code && code !== 'blank' ? code : null;
}

/** `Retry-After` in seconds or as an HTTP date, in milliseconds from now. */
function waitOf(header: string | null): number | null {
  if (!header) return null;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}
