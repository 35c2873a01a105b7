import type { Event } from './event';
import { type Changed, changeOf, type Telling, type Told, told, who } from './telling';

/** What an event did to the corrections log of an article. */
export function noticeLines(event: Event, telling: Telling): Told[] {
  const { words } = telling;
  const values = { who: who(event, telling) };
  const { before, after } = event;
  const body = (fields: Event['after']) => fields?.body ?? null;
  switch (event.kind) {
    case 'notice.added':
      return [told(words('told.notice.added', values), { from: null, to: body(after) })];
    case 'notice.deleted':
      return [told(words('told.notice.deleted', values), { from: body(before), to: null })];
    case 'notice.restored':
      return [told(words('told.notice.restored', values), { from: null, to: body(after) })];
    default:
      return [told(words('told.notice.changed', values), changeOf(event, 'body') ?? wordsPutRight(event))];
  }
}

/** An entry whose own words stay, and which names others as those put right. */
function wordsPutRight(event: Event): Changed {
  return changeOf(event, 'to') ?? changeOf(event, 'from') ?? { from: null, to: null };
}

/** What an event says of a sentence that somebody looked at. */
export function lookLines(event: Event, telling: Telling): Told[] {
  const { kind, before, after } = event;
  const values = { who: who(event, telling) };
  if (kind === 'look.dropped')
    return [told(telling.words('told.look.dropped', values), { from: null, to: before?.exact ?? null })];
  return [told(telling.words('told.look.added', values), { from: null, to: after?.exact ?? null })];
}
