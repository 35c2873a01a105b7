import type { Article } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import { inReadingOrder } from '@/core/claim/reading-order';
import type { Scale } from '@/core/claim/scale';
import type { Event } from '@/core/event/event';
import type { Citation, Source } from '@/core/source/source';

/** `internal` holds everything; `public` holds nothing that is confidential and no internal note. */
export const editions = ['internal', 'public'] as const;
export type Edition = (typeof editions)[number];

/** A step as it was accepted: what made version `version`, whose it was and when. */
export interface ReportStep {
  version: number;
  step: unknown;
  by: string;
  at: string;
}

/** What an article's report is made from: the records as they stand, each in full. */
export interface ReportMaterial {
  newsroom: string;
  article: Article & { doc: unknown };
  /** The text as it was first imported; `steps` turn it into `article.doc`. */
  start: unknown;
  steps: readonly ReportStep[];
  /** SHA-256 of the plain text in UTF-8, in lower-case hexadecimal. */
  sha256: string;
  claims: readonly Claim[];
  scale: Scale;
  people: readonly { id: string; name: string }[];
  history: readonly Event[];
}

/**
 * All that any format may say of an article, already redacted for its edition: no format sees more, so none can leak it.
 * A pure function of the records: the same state gives an equal Report, and every format gives the same bytes for it.
 */
export interface Report extends Omit<ReportMaterial, 'claims' | 'people' | 'history' | 'steps' | 'scale'> {
  edition: Edition;
  /** In reading order; a claim's number in the report is its index + 1. */
  claims: readonly Claim[];
  /** Every source cited by some claim, by id. */
  sources: readonly Source[];
  scale: { id: string; name: string; revision: number; verdicts: Scale['verdicts'] };
  /** Everybody whom the report names, by id. */
  people: readonly { id: string; name: string }[];
  steps: readonly ReportStep[];
  history: readonly Event[];
}

/** Builds the Report of an edition. This is the one place where anything confidential is left out. */
export function buildReport(material: ReportMaterial, edition: Edition): Report {
  // Of what was closed, why it was is the newsroom's own, and nothing of it stands in the article that readers have.
  const told = edition === 'internal' ? material.claims : material.claims.filter(({ closed }) => closed === null);
  const claims = inReadingOrder(told).map((claim) => ({
    ...claim,
    citations: inOrderOfMaking(claim.citations).flatMap((citation) =>
      edition === 'internal' ? [citation] : publicCitation(citation),
    ),
  }));
  const steps = edition === 'internal' ? material.steps : [];
  const history = edition === 'internal' ? material.history : [];
  const report = {
    edition,
    newsroom: material.newsroom,
    article: edition === 'internal' ? material.article : { ...material.article, access: { kind: 'newsroom' as const } },
    start: edition === 'internal' ? material.start : material.article.doc,
    steps,
    sha256: material.sha256,
    claims,
    sources: sourcesOf(claims),
    scale: {
      id: material.scale.id,
      name: material.scale.name,
      revision: material.scale.revision,
      verdicts: material.scale.verdicts,
    },
    history,
  };
  return { ...report, people: peopleNamed(report, material.people) };
}

function publicCitation(citation: Citation): Citation[] {
  if (citation.source.confidential) return [];
  return [{ ...citation, note: null, source: { ...citation.source, note: null, contacts: [], files: [] } }];
}

function inOrderOfMaking(citations: readonly Citation[]): Citation[] {
  return [...citations].sort((a, b) => order(a.createdAt, b.createdAt) || order(a.id, b.id));
}

function sourcesOf(claims: readonly Claim[]): Source[] {
  const sources = new Map(claims.flatMap((claim) => claim.citations.map(({ source }) => [source.id, source] as const)));
  return [...sources.values()].sort((a, b) => order(a.id, b.id));
}

/** Names travel only with those who appear, so that a report is no list of the newsroom's staff. */
function peopleNamed(report: Omit<Report, 'people'>, people: ReportMaterial['people']): Report['people'] {
  const named = new Set<string | null>([report.article.createdBy, report.article.signedOff?.by ?? null]);
  for (const claim of report.claims) {
    for (const id of [claim.createdBy, claim.verdictBy, claim.approvedBy, claim.assigneeId, claim.secondCheckerId])
      named.add(id);
    named.add(claim.closed?.by ?? null);
    for (const citation of claim.citations) named.add(citation.createdBy).add(citation.source.createdBy);
  }
  for (const { by } of [...report.history, ...report.steps]) named.add(by);
  return people
    .filter(({ id }) => named.has(id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => order(a.id, b.id));
}

/** By code units, not by a locale: the order must be the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
