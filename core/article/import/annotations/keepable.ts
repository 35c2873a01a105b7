import { forbiddenCharacter } from '@/core/record';
import type { Remark } from '../remark';
import type { Refusal } from './refusal';

/** The most that each part of a claim can hold, in UTF-16 units, as the records' schemas have it. */
const limits = {
  rationale: 100_000,
  correction: 100_000,
  comment: 20_000,
  name: 500,
  title: 1_000,
  address: 4_096,
  quote: 20_000,
  locator: 500,
};
/** As many places one claim may have. */
export const PLACES = 100;

/** Why a remark could not be kept as it is; null where it can. */
export function unkeepable(remark: Remark): Refusal | null {
  const parts: [string | null, number][] = [
    [remark.verdict, limits.name],
    [remark.rationale, limits.rationale],
    [remark.correction, limits.correction],
    [remark.attributedTo, limits.name],
    ...remark.threads.flatMap(({ comments }) =>
      comments.flatMap(({ author, body }): [string, number][] => [
        [author, limits.name],
        [body, limits.comment],
      ]),
    ),
    ...remark.sources.flatMap((source): [string | null, number][] => [
      [source.url, limits.address],
      [source.title, limits.title],
      [source.publisher, limits.name],
      [source.quote, limits.quote],
      [source.locator, limits.locator],
    ]),
  ];
  if (parts.some(([part, limit]) => (part?.length ?? 0) > limit)) return 'too-long';
  return parts.some(([part]) => part !== null && forbiddenCharacter(part) !== -1) ? 'control-character' : null;
}
