import { stances } from '@/core/source/vocabulary';
import type { Event } from './event';
import { changeOf, inline, type Telling, type Told, told, who } from './telling';

/** What an event did to a claim's sources. */
export function citationLines(event: Event, telling: Telling): Told[] {
  const { words } = telling;
  const named = event.kind === 'citation.dropped' ? event.before : (event.after ?? event.before);
  const values = { who: who(event, telling), title: inline(named?.title) };
  if (event.kind === 'citation.added')
    return [
      told(words('told.citation.added', { ...values, stance: stanceLabel(named?.stance, telling) }), {
        from: null,
        to: named?.quote ?? null,
      }),
    ];
  if (event.kind === 'citation.dropped')
    return [told(words('told.citation.dropped', values), { from: named?.quote ?? null, to: null })];
  const lines: Told[] = [];
  const source = changeOf(event, 'sourceId');
  if (source && source.from !== source.to && source.from !== null)
    lines.push({
      sentence: words(event.after?.parted ? 'told.citation.parted' : 'told.citation.merged', {
        ...values,
        from: inline(event.before?.title),
      }),
    });
  const stance = changeOf(event, 'stance');
  if (stance) {
    const from = stanceLabel(stance.from, telling);
    const to = stanceLabel(stance.to, telling);
    lines.push({ sentence: words('told.citation.stance', { ...values, from, to }) });
  }
  for (const field of ['quote', 'locator', 'note'] as const) {
    const change = changeOf(event, field);
    if (change) lines.push(told(words(`told.citation.${field}`, values), change));
  }
  const consulted = changeOf(event, 'accessedAt')?.to;
  if (typeof consulted === 'string')
    lines.push({ sentence: words('told.citation.accessedAt', { ...values, when: new Date(consulted) }) });
  return lines.length > 0 ? lines : [{ sentence: words('told.citation.changed', values) }];
}

function stanceLabel(key: unknown, { words }: Telling): string {
  const stance = stances.find((one) => one === key);
  return stance ? words(`stance.${stance}`) : inline(key);
}
