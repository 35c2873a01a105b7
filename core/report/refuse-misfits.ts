import type { Node } from 'prosemirror-model';
import { placeAnchor } from '@/core/anchor/place';
import type { Check } from '@/core/claim/check';
import type { Anchor, Claim } from '@/core/claim/claim';
import type { Source } from '@/core/source/source';
import { misfit } from './misfit';
import { idsOfPeople } from './people-named';
import type { Report } from './report';

/**
 * Throws `report-inconsistent` where parts of a report do not fit each other or its text `doc`: ids that stand for two things,
 * places that hold other words than they say, parts of other articles or claims, people, sources, verdicts and versions that are
 * not there.
 */
export function refuseMisfits(report: Report, doc: Node): void {
  refuseTwins(report);
  refuseUnnamed(report);
  refuseUnknownVersions(report);
  const sources = new Map([...report.sources, ...(report.archive?.sources ?? [])].map((one) => [one.id, one]));
  const verdicts = new Set<string | null>([null, ...report.scale.verdicts.map(({ key }) => key)]);
  for (const claim of report.claims) {
    if (claim.deletedAt !== null) throw misfit('claim', claim.id);
    if (!verdicts.has(claim.verdict)) throw misfit('verdict', claim.id);
    refuseClaim(claim, report, doc, sources);
  }
  for (const claim of report.archive?.claims ?? []) {
    if (claim.deletedAt === null) throw misfit('claim', claim.id);
    refuseClaim(claim, report, doc, sources);
  }
  refuseForeignNotices(report);
  refuseTraces(report);
  refuseForeignChecks(report);
  refuseForeignHistory(report, sources);
}

function refuseClaim(claim: Claim, { article }: Report, doc: Node, sources: ReadonlyMap<string, Source>): void {
  if (claim.articleId !== article.id || claim.version !== article.version) throw misfit('claim', claim.id);
  for (const anchor of claim.anchors)
    if (!isSamePlace(anchor, placeAnchor(doc, anchor))) throw misfit('place', claim.id);
  for (const { id, claimId, sourceId, source } of claim.citations) {
    const known = sources.get(sourceId);
    if (claimId !== claim.id || !known || !isSame(source, known)) throw misfit('citation', id);
  }
  for (const { id, claimId } of claim.comments) if (claimId !== claim.id) throw misfit('comment', id);
  if (claim.check && !isOf(claim.check, claim)) throw misfit('check', claim.check.id);
}

/** A check that is in has both verdicts; one that waits, at most the second, and the second checker is the claim's. */
function isOf(check: Check, { id, secondCheckerId }: Claim): boolean {
  if (check.claimId !== id) return false;
  if (check.outcome === 'waiting') return check.firstVerdict === null && check.checkerId === secondCheckerId;
  return check.givenAt !== null && check.verdict !== null && check.firstVerdict !== null;
}

function refuseForeignChecks({ claims, archive }: Report): void {
  const known = new Map([...claims, ...(archive?.claims ?? [])].map((claim) => [claim.id, claim]));
  for (const check of archive?.checks ?? []) {
    const claim = known.get(check.claimId);
    if (!claim || check.outcome === 'waiting' || !isOf(check, claim)) throw misfit('check', check.id);
  }
}

function isSamePlace(told: Anchor, found: Anchor): boolean {
  return (['from', 'to', 'start', 'end', 'current', 'state'] as const).every((field) => told[field] === found[field]);
}

/** Both were read by one schema: their fields stand in one order. */
function isSame(one: Source, other: Source): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function refuseTwins({ article, claims, notices, sources, archive, people }: Report): void {
  const seen = new Set([article.id]);
  const see = (id: string) => {
    if (seen.has(id)) throw misfit('twice', id);
    seen.add(id);
  };
  for (const claim of [...claims, ...(archive?.claims ?? [])]) {
    see(claim.id);
    const own = claim.check ? [claim.check] : [];
    for (const { id } of [...claim.anchors, ...claim.citations, ...claim.comments, ...own]) see(id);
  }
  for (const { id } of notices) see(id);
  for (const { id } of archive?.checks ?? []) see(id);
  for (const source of [...sources, ...(archive?.sources ?? [])]) {
    see(source.id);
    for (const { id } of source.contacts) see(id);
  }
  const named = new Set<string>();
  for (const { id } of people) {
    if (named.has(id)) throw misfit('twice', id);
    named.add(id);
  }
}

function refuseUnnamed(report: Report): void {
  const named = new Set(report.people.map(({ id }) => id));
  for (const id of idsOfPeople(report)) if (!named.has(id)) throw misfit('person', id);
}

function refuseUnknownVersions({ article, archive }: Report): void {
  const known = (version: number, least: number) => {
    if (version < least || version > article.version) throw misfit('version', version);
  };
  if (article.signedOff) known(article.signedOff.version, 0);
  if (!archive) return;
  for (const { restored } of archive.strokes) if (restored !== null) known(restored, 0);
  for (const { lost } of archive.anchors) if (lost) known(lost.version, 0);
  for (const told of [archive.strokes, archive.placements]) {
    const seen = new Set<number>();
    for (const { version } of told) {
      known(version, 1);
      if (seen.has(version)) throw misfit('version', version);
      seen.add(version);
    }
  }
}

/** An entry of the corrections log is of this article, and of a claim in it. */
function refuseForeignNotices({ article, claims, notices, archive }: Report): void {
  const known = new Set([...claims, ...(archive?.claims ?? [])].map(({ id }) => id));
  for (const { id, articleId, claimId } of notices)
    if (articleId !== article.id || (claimId !== null && !known.has(claimId))) throw misfit('notice', id);
  const looks = (archive?.looks ?? []).map(({ sentence }) => sentence);
  if (new Set(looks).size !== looks.length) throw misfit('look');
}

/** Every anchor has its trace, once, and nothing else has one. */
function refuseTraces({ claims, archive }: Report): void {
  if (!archive) return;
  const lacking = new Set([...claims, ...archive.claims].flatMap(({ anchors }) => anchors.map(({ id }) => id)));
  for (const { id } of archive.anchors) if (!lacking.delete(id)) throw misfit('anchor', id);
  for (const id of lacking) throw misfit('anchor', id);
}

function refuseForeignHistory({ article, history }: Report, sources: ReadonlyMap<string, Source>): void {
  for (const { id, kind, articleId, claimId, sourceId } of history) {
    const ofSource = articleId === null && claimId === null && sourceId !== null && /^(source|contact)\./.test(kind);
    if (articleId !== article.id && !ofSource) throw misfit('history', id);
    if (sourceId !== null && !sources.has(sourceId)) throw misfit('history', id);
  }
}
