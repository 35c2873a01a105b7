import type { Verdict } from '@/core/claim/scale';
import type { wordsOf } from '@/core/words/words';
import { articleLines } from './article-lines';
import { citationLines } from './citation-lines';
import { claimLines } from './claim-lines';
import type { Event } from './event';
import { houseLines } from './house-lines';

/** The catalogue `record`, from `wordsOf('record')` or `useTranslations('record')`. */
export type RecordWords = (key: RecordKey, values?: Record<string, string | number | Date>) => string;
export type RecordKey = Parameters<ReturnType<typeof wordsOf<'record'>>>[0];

/** What turns keys and ids into the words that a reader knows. */
export interface Telling {
  readonly words: RecordWords;
  /** Names by id; who is not in it is “Someone”. */
  readonly people: ReadonlyMap<string, string>;
  /** The verdicts of the article's scale; a key that it does not have is told as it is. */
  readonly verdicts: readonly Pick<Verdict, 'key' | 'label'>[];
  /** Names of scales, where an article's scale changes. */
  readonly scales?: readonly { readonly id: string; readonly name: string }[];
}

/**
 * One line of a history: a plain sentence without its full stop, which says who did what; and, where the words themselves are
 * long, what stood there before and what stands there after, to be shown beside it. A text that was not there is left out.
 */
export interface Told {
  readonly sentence: string;
  readonly before?: string;
  readonly after?: string;
}

/** An event as its lines: one for each thing that it changed, the weightiest first; never none. */
export function eventSentences(event: Event, telling: Telling): Told[] {
  const [subject] = event.kind.split('.');
  switch (subject) {
    case 'claim':
    case 'anchor':
      return claimLines(event, telling);
    case 'citation':
      return citationLines(event, telling);
    case 'article':
      return articleLines(event, telling);
    default:
      return houseLines(event, telling);
  }
}

/** An event in one line, its sentences parted by semicolons; long words are left out. */
export function eventSentence(event: Event, telling: Telling): string {
  return eventSentences(event, telling)
    .map(({ sentence }) => sentence)
    .join('; ');
}
