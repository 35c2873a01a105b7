import type { Verdict } from '@/core/claim/scale';
import type { wordsOf } from '@/core/words/words';
import type { Event } from './event';

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

/** One field of an event as it was and as it is; null where there was or is nothing, or the event does not say. */
export interface Changed {
  readonly from: unknown;
  readonly to: unknown;
}

/** The field's change, or null when the event does not touch it. */
export function changeOf(event: Event, field: string): Changed | null {
  const from = event.before?.[field] ?? null;
  const to = event.after?.[field] ?? null;
  return from === null && to === null ? null : { from, to };
}

/** Whether a change sets what was empty, empties it, or puts one value for another: the last part of a message's key. */
export function mannerOf({ from, to }: Changed): 'set' | 'changed' | 'cleared' {
  return to === null ? 'cleared' : from === null ? 'set' : 'changed';
}

/** A long text's change beside its sentence. */
export function told(sentence: string, { from, to }: Changed): Told {
  return {
    sentence,
    ...(from === null ? {} : { before: String(from) }),
    ...(to === null ? {} : { after: String(to) }),
  };
}

/** The name of who did it. */
export function who(event: Event, telling: Telling): string {
  return personName(event.by, telling);
}

export function personName(id: unknown, { people, words }: Telling): string {
  return inline(people.get(String(id)) ?? words('someone'));
}

/** How much of a title or name a sentence holds, in code points: enough for any headline, and still one line or two. */
const INLINE_POINTS = 120;

/**
 * A value inside a sentence: one line, shortened, and set apart from the sentence's own direction where it has right-to-left
 * letters (Unicode's first-strong isolate), so that what follows it stays in its place.
 */
export function inline(value: unknown): string {
  const points = Array.from(
    String(value ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const line = points.length <= INLINE_POINTS ? points.join('') : `${points.slice(0, INLINE_POINTS).join('')}…`;
  return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
