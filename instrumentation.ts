import type { Instrumentation } from 'next';

/** Before the first request is answered: the store is open and up to date, or the process does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { begin } = await import('./app/process/begin');
    await begin();
  }
}

/** A page that failed: where, and what kind of failure; never its words. */
export const onRequestError: Instrumentation.onRequestError = async (failure, _request, { routePath }) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log, traceOf } = await import('./app/log');
    log().error({ route: routePath, failure: traceOf(failure) });
  }
};
