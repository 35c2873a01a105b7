import { linkStates, standings } from '@/core/source/vocabulary';
import type { Event } from './event';
import { inline, type Telling, type Told, told, who } from './telling';

/** What an event did to a source, or to the log of who was tried for it. */
export function sourceLines(event: Event, telling: Telling): Told[] {
  const { words } = telling;
  const { before, after } = event;
  const say = after ?? before ?? {};
  const values = { who: who(event, telling), title: inline(say.title ?? say.url) };
  switch (event.kind) {
    case 'source.created':
      return [{ sentence: words('told.source.created', values) }];
    case 'source.deleted':
      return [{ sentence: words('told.source.deleted', values) }];
    case 'source.restored':
      return [{ sentence: words('told.source.restored', values) }];
    case 'source.merged':
      return [
        {
          sentence: words('told.source.merged', {
            ...values,
            title: inline(before?.title),
            into: inline(after?.title),
          }),
        },
      ];
    case 'source.unmerged':
      return [{ sentence: words('told.source.unmerged', { ...values, from: inline(before?.title) }) }];
    case 'source.standing': {
      const standing = standingOf(after?.standing);
      return [
        told(words(`told.source.standing.${standing}`, values), {
          from: before?.note ?? null,
          to: after?.note ?? null,
        }),
      ];
    }
    case 'source.link-checked':
      return [
        { sentence: words(`told.source.link.${linkStates.find((one) => one === after?.link) ?? 'dead'}`, values) },
      ];
    case 'contact.added':
    case 'contact.changed':
    case 'contact.deleted': {
      const name = inline(say.who);
      const sentence = words(`told.${event.kind}`, { ...values, whom: name });
      return [told(sentence, { from: before?.outcome ?? null, to: after?.outcome ?? null })];
    }
    default:
      return [{ sentence: words('told.source.changed', values) }];
  }
}

/** Why a claim is checked again: which source fell, where the reader may know it. */
export function recheckLine({ after, ...event }: Event, telling: Telling): Told {
  const { words } = telling;
  const by = who({ ...event, after }, telling);
  const sentence =
    typeof after?.title === 'string'
      ? words(`told.recheck.${standingOf(after.standing)}`, { who: by, title: inline(after.title) })
      : words('told.recheck.unnamed', { who: by });
  return told(sentence, { from: null, to: after?.note ?? null });
}

function standingOf(value: unknown) {
  return standings.find((one) => one === value) ?? 'doubtful';
}
