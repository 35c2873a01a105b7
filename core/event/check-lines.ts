import { lineOf, said, verdictLabel } from './claim-lines';
import type { Event } from './event';
import { type Telling, type Told, told, who } from './telling';

/** What an event did to a claim's second check. What the second checker found is told when both verdicts are in. */
export function checkLines(event: Event, telling: Telling): Told[] {
  const { words } = telling;
  const { after } = event;
  const label = (key: unknown) => verdictLabel(key, telling);
  const beside = (...fields: string[]) =>
    said(event, telling)
      .filter(({ field }) => fields.includes(field))
      .map(lineOf);
  switch (event.kind) {
    case 'check.given':
      return [{ sentence: words('told.check.given', { who: who(event, telling) }) }];
    case 'check.agreed':
      return [
        { sentence: words('told.check.agreed', { verdict: label(after?.secondVerdict) }), ...reasons(event) },
        ...beside('status'),
      ];
    case 'check.disputed':
      return [
        {
          sentence: words('told.check.disputed', {
            first: label(after?.firstVerdict),
            second: label(after?.secondVerdict),
          }),
          ...reasons(event),
        },
        ...beside('status'),
      ];
    case 'check.decided':
      return [
        told(words('told.check.decided', { who: who(event, telling), verdict: label(after?.decidedVerdict) }), {
          from: null,
          to: after?.note ?? null,
        }),
        ...beside('rationale', 'status'),
      ];
    default: {
      const lines = beside('secondCheckerId', 'status');
      const kind = event.kind === 'check.withdrawn' ? 'withdrawn' : 'asked';
      return lines.length > 0 ? lines : [{ sentence: words(`told.check.${kind}`, { who: who(event, telling) }) }];
    }
  }
}

function reasons({ after }: Event): { after?: string } {
  return typeof after?.note === 'string' ? { after: after.note } : {};
}
