import { answer } from '@/app/api/answer';
import { articleEvents } from '@/app/api/contract/articles';
import { apiHeaders } from '@/app/api/problem-response';
import { callerOf } from '@/app/auth/caller';
import { may } from '@/core/newsroom/rights';
import { eventsAfter, lastEventId } from '@/db/queries/events';
import { eventStream } from './stream';

export const GET = answer(articleEvents, async ({ store, call, cookies, params, query, request }) => {
  const given = request.headers.get('last-event-id');
  const after =
    given !== null && /^\d{1,15}$/.test(given) ? Number(given) : (query.since ?? (await lastEventId(store)));
  // Asked before the stream begins, so that an article that is not the caller's is a 404 like any other.
  await eventsAfter(store, call, params.id, after, 1);
  const headers = {
    ...apiHeaders,
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const asked = new Headers(request.headers);
  const stream = eventStream({
    store,
    articleId: params.id,
    after,
    signal: request.signal,
    seat: query.desk ? { desk: query.desk, personId: call.by.id } : null,
    async stillThere() {
      const person = (await callerOf(asked, store, cookies))?.person;
      if (!person || person.id !== call.by.id || !may(person.role, articleEvents.by)) return null;
      return { ...call, by: person };
    },
  });
  return new Response(stream, { headers });
});
