import type { Event } from './event';
import { changeOf, inline, personName, type Telling, type Told, told, who } from './telling';

/** What an event did to what is said about a claim. */
export function commentLines(event: Event, telling: Telling): Told[] {
  const { words } = telling;
  const by = who(event, telling);
  const { before, after } = event;
  switch (event.kind) {
    case 'comment.added':
      return [told(addedSentence(event, telling), { from: null, to: after?.body ?? null })];
    case 'comment.deleted':
      return [told(words('told.comment.deleted', { who: by }), { from: before?.body ?? null, to: null })];
    case 'comment.restored':
      return [told(words('told.comment.restored', { who: by }), { from: null, to: after?.body ?? null })];
    case 'comment.resolved':
      return [told(words('told.comment.resolved', { who: by }), { from: null, to: after?.said ?? null })];
    case 'comment.answered':
      return [told(words('told.comment.settled', { who: by }), { from: null, to: after?.said ?? null })];
    case 'comment.reopened':
      return [told(words('told.comment.reopened', { who: by }), { from: null, to: after?.said ?? null })];
    default:
      return [told(words('told.comment.changed', { who: by }), changeOf(event, 'body') ?? { from: null, to: null })];
  }
}

/** Who said it: the person, or somebody whose words a document brought. */
function addedSentence(event: Event, telling: Telling): string {
  const { after } = event;
  const by = who(event, telling);
  if (typeof after?.author === 'string')
    return telling.words('told.comment.brought', { who: by, author: inline(after.author) });
  if (after?.kind === 'query')
    return telling.words('told.comment.asked', { who: by, person: personName(after.to, telling) });
  return telling.words(after?.parentId ? 'told.comment.answered' : 'told.comment.added', { who: by });
}
