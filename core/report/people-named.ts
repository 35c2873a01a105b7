import type { Article } from '@/core/article/article';
import type { Check } from '@/core/claim/check';
import type { Claim } from '@/core/claim/claim';
import type { Event } from '@/core/event/event';
import type { Source } from '@/core/source/source';
import type { Archive } from './archive';
import { order } from './order';

/** Where a report names people. */
interface Naming {
  readonly article: Pick<Article, 'createdBy' | 'assigneeId' | 'signedOff' | 'access'>;
  readonly claims: readonly Claim[];
  readonly notices: readonly { readonly createdBy: string }[];
  readonly sources: readonly Source[];
  readonly steps: readonly { readonly by: string }[];
  readonly history: readonly Event[];
  readonly archive: Archive | null;
}
interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Everybody whom a report names, by id; those whom only its history names among them. Names travel only with those who appear, so
 * that a report is no list of the newsroom's staff.
 */
export function peopleNamed(report: Naming, people: readonly Named[]): Named[] {
  const named = new Set<unknown>(idsOfPeople(report));
  for (const { before, after } of report.history) {
    nameValues(before, named);
    nameValues(after, named);
  }
  return people
    .filter(({ id }) => named.has(id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => order(a.id, b.id));
}

/** The ids of all whose work or duty the report tells of: each stands in a field that is a person's. */
export function idsOfPeople({ article, archive, ...report }: Naming): Set<string> {
  const named = new Set<string | null | undefined>([article.createdBy, article.assigneeId, article.signedOff?.by]);
  if (article.access.kind === 'restricted') for (const id of article.access.people) named.add(id);
  for (const claim of [...report.claims, ...(archive?.claims ?? [])]) nameClaim(claim, named);
  for (const check of archive?.checks ?? []) nameCheck(check, named);
  for (const source of [...report.sources, ...(archive?.sources ?? [])]) nameSource(source, named);
  for (const { createdBy } of report.notices) named.add(createdBy);
  const done = [...report.steps, ...report.history, ...(archive?.strokes ?? []), ...(archive?.looks ?? [])];
  for (const { by } of done) named.add(by);
  named.delete(null);
  named.delete(undefined);
  return named as Set<string>;
}

function nameClaim(claim: Claim, named: Set<string | null | undefined>): void {
  named.add(claim.createdBy).add(claim.verdictBy).add(claim.approvedBy).add(claim.assigneeId);
  named.add(claim.secondCheckerId).add(claim.closed?.by).add(claim.returned?.by);
  for (const { by } of claim.approvals) named.add(by);
  if (claim.check) nameCheck(claim.check, named);
  for (const { createdBy } of claim.citations) named.add(createdBy);
  for (const { createdBy, resolvedBy, to, answeredBy, mentions } of claim.comments)
    for (const id of [createdBy, resolvedBy, to, answeredBy, ...mentions]) named.add(id);
}

function nameCheck({ checkerId, askedBy, firstBy, decidedBy }: Check, named: Set<string | null | undefined>): void {
  named.add(checkerId).add(askedBy).add(firstBy).add(decidedBy);
}

function nameSource({ createdBy, standingBy, contacts }: Source, named: Set<string | null | undefined>): void {
  named.add(createdBy).add(standingBy);
  for (const { by } of contacts) named.add(by);
}

/** An event says of whom it is about in fields of its kind's own: whatever is somebody's id names them. */
function nameValues(value: unknown, named: Set<unknown>): void {
  if (value === null || typeof value !== 'object') named.add(value);
  else for (const part of Object.values(value)) nameValues(part, named);
}
