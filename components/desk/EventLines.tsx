import type { Event } from '@/core/event/event';
import { eventSentences } from '@/core/event/sentence';
import type { Telling } from '@/core/event/telling';
import { Difference } from './Difference';
import './event-lines.css';

/** What an event changed, a line each; of a text, how. */
export function EventLines({ event, telling }: { event: Event; telling: Telling }) {
  return (
    <div>
      {eventSentences(event, telling).map(({ sentence, before, after }) => (
        <div key={sentence}>
          <p dir="auto">{sentence}</p>
          {(before !== undefined || after !== undefined) && (
            <p className="history__text" dir="auto">
              <Difference first={before ?? ''} second={after ?? ''} />
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
