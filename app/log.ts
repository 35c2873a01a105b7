import pino from 'pino';
import { inProcess } from './process/in-process';

/**
 * The log: JSON lines on standard output. One line a request, with what happened and never with what was said: no bodies, titles,
 * query strings or text, and of a failure its kind and where it arose but not its message, which may quote any of them.
 * Lines are written together, a moment later, so that no request waits for them.
 */
export function log(): pino.Logger {
  return inProcess('log', () => pino({ base: null }, pino.destination({ dest: 1, sync: false, minLength: 0 })));
}

/** What may be known of a failure: names, codes and the lines of code, down through its causes. */
export function traceOf(failure: unknown): Record<string, unknown> {
  if (!(failure instanceof Error)) return { name: typeof failure };
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined;
  const at = failure.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  return { name: failure.name, code, at, cause: failure.cause ? traceOf(failure.cause) : undefined };
}
