import { z } from 'zod';
import { articleStatuses } from '@/core/article/article';
import { Id, Time } from '@/core/record';
import { claimStatuses, severities } from './vocabulary';

/**
 * Why something is somebody's to do: a claim that is theirs to check, one that came back to them, a second check asked of them, a
 * query put to them, an article that they answer for.
 */
export const workKinds = ['article', 'returned', 'second-check', 'query', 'claim'] as const;
export type WorkKind = (typeof workKinds)[number];

/** What somebody has to do is counted as far as this: nobody plans by whether it is two thousand or three. */
export const MANY = 1_000;

/** One thing to do. A second check tells nothing of what the first checker found. */
export const WorkItem = z.object({
  kind: z.enum(workKinds),
  articleId: Id,
  articleTitle: z.string(),
  deadline: Time.nullable().describe('The article’s.'),
  late: z.boolean().describe('The deadline is over.'),
  claimId: Id.nullable().describe('Null for an article.'),
  commentId: Id.nullable().describe('The query; null for everything else.'),
  exact: z.string().nullable().describe('The words that the claim judges, at the first of its places.'),
  severity: z.enum(severities).nullable(),
  status: z
    .union([z.enum(claimStatuses), z.enum(articleStatuses)])
    .describe('The claim’s, or the article’s; a second check is open until it is given.'),
  at: Time.describe('Since when: when it was put, asked or sent back, or last changed.'),
});
export type WorkItem = z.infer<typeof WorkItem>;

/** How grave a mistake would be, as a place in an order: 0 is the gravest, and what nobody rated comes last. */
export function severityRank(severity: WorkItem['severity']): number {
  return severity === null ? severities.length : severities.indexOf(severity);
}

/** What the order of work goes by. `deadline` is ISO 8601 or null; `place`, `reach` are the claim's in the text. */
export interface WorkPlace {
  readonly deadline: string | null;
  readonly severity: WorkItem['severity'];
  readonly articleId: string;
  readonly place: number;
  readonly reach: number;
  readonly kind: WorkKind;
  readonly id: string;
}

/** Sorts after every time: what has no deadline comes last. */
export const NEVER = '~';

/**
 * The place of a thing to do among others, as values to be compared one after another: by deadline, what has none last; then by
 * severity; then in reading order, one article after the other.
 */
export function workOrder({ deadline, severity, articleId, place, reach, kind, id }: WorkPlace): WorkOrder {
  return [deadline ?? NEVER, severityRank(severity), articleId, place, -reach, workKinds.indexOf(kind), id];
}
export type WorkOrder = [string, number, string, number, number, number, string];

/** Negative where `a` comes before `b`; only the values that both have are compared. */
export function compareOrder(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] === b[at]) continue;
    return a[at]! < b[at]! ? -1 : 1;
  }
  return 0;
}
