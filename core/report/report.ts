import type { Article } from '@/core/article/article';
import type { Notice } from '@/core/article/notice';
import { checkReported } from '@/core/claim/blind';
import type { Claim } from '@/core/claim/claim';
import { inReadingOrder } from '@/core/claim/reading-order';
import type { Scale } from '@/core/claim/scale';
import type { Event } from '@/core/event/event';
import type { Source } from '@/core/source/source';
import type { Archive } from './archive';
import { order } from './order';
import { peopleNamed } from './people-named';
import { progressOf } from './progress';
import { publicCitation } from './public-source';

/** `internal` holds everything; `public` holds nothing that is confidential and no internal note. */
export const editions = ['internal', 'public'] as const;
export type Edition = (typeof editions)[number];

/** A step as it was accepted: what made version `version`, whose it was and when. */
export interface ReportStep {
  version: number;
  step: unknown;
  /** The id that the desk gave itself. */
  clientId: string;
  by: string;
  at: string;
}

/** What an article's report is made from: the records as they stand, each in full. */
export interface ReportMaterial {
  /** The name of the newsroom that the article is in. */
  newsroom: string;
  article: Article & { doc: unknown };
  /** The text as it was first imported; `steps` turn it into `article.doc`. */
  start: unknown;
  steps: readonly ReportStep[];
  /** SHA-256 of the plain text in UTF-8, in lower-case hexadecimal. */
  sha256: string;
  claims: readonly Claim[];
  notices: readonly Notice[];
  scale: Pick<Scale, 'name' | 'verdicts'>;
  people: readonly { id: string; name: string }[];
  history: readonly Event[];
  archive: Archive;
}

/** What a report says of the article itself; its scale and who checked it stand beside it. */
export type ReportArticle = Omit<Article, 'scale' | 'newsroom'> & { doc: unknown };

/**
 * All that any format may say of an article, already redacted for its edition: no format sees more, so none can leak it.
 * A pure function of the records: the same state gives an equal Report, and every format gives the same bytes for it. It holds
 * nothing that depends on the newsroom that the article happens to be in, but for the people whom that knows by other names.
 */
export interface Report {
  edition: Edition;
  /** The newsroom that checked the article. */
  newsroom: string;
  article: ReportArticle;
  /** The text that `steps` turn into `article.doc`. */
  start: unknown;
  steps: readonly ReportStep[];
  /** SHA-256 of the plain text in UTF-8, in lower-case hexadecimal. */
  sha256: string;
  /** In reading order; a claim's number in the report is its index + 1. */
  claims: readonly Claim[];
  /** The corrections log: what was put right after it was published, oldest first. It is for readers, in every edition. */
  notices: readonly Notice[];
  /** Every source cited by some claim, by id. */
  sources: readonly Source[];
  scale: { name: string; verdicts: Scale['verdicts'] };
  /** Everybody whom the report names, by id. */
  people: readonly { id: string; name: string }[];
  /** What happened to the article and to the sources that it cites, by time, numbered from 1. */
  history: readonly Event[];
  /** Null in a public edition. */
  archive: Archive | null;
}

/** Builds the Report of an edition. This is the one place where anything confidential is left out. */
export function buildReport(material: ReportMaterial, edition: Edition): Report {
  const { newsroom, article, scale } = material;
  const told = edition === 'internal' ? internal(material) : published(material);
  const claims = claimsInOrder(told.claims);
  const report = {
    ...told,
    edition,
    newsroom: article.newsroom ?? newsroom,
    article: { ...told.article, progress: progressOf(claims) },
    sha256: material.sha256,
    claims,
    notices: noticesOf(material.notices, [...claims, ...(told.archive?.claims ?? [])]),
    sources: sourcesOf(claims),
    scale: { name: scale.name, verdicts: scale.verdicts },
  };
  return { ...report, people: peopleNamed(report, material.people) };
}

type Told = Pick<Report, 'article' | 'start' | 'steps' | 'claims' | 'history' | 'archive'>;

function internal({ article, start, steps, claims, history, archive }: ReportMaterial): Told {
  const { scale: _, newsroom: __, ...about } = article;
  const told = claimsInOrder(archive.claims);
  return {
    article: about,
    start,
    steps,
    claims,
    history: historyOf(article.id, sourcesOf([...claims, ...told]), history),
    archive: {
      ...archive,
      anchors: [...archive.anchors].sort((a, b) => order(a.id, b.id)),
      checks: [...archive.checks].sort((a, b) => order(a.id, b.id)),
      claims: told,
      sources: [...archive.sources].sort((a, b) => order(a.id, b.id)),
    },
  };
}

/** The text as it stands, as if nothing had gone before, and of the claims what may be read by everybody. */
function published({ article, claims }: ReportMaterial): Told {
  const { scale: _, newsroom: __, signedOff, ...about } = article;
  return {
    article: {
      ...about,
      version: 0,
      access: { kind: 'newsroom' },
      origin: null,
      // Who stands behind it, and whether the text has changed since, is for readers too.
      signedOff: signedOff && { ...signedOff, version: 0 },
    },
    start: article.doc,
    steps: [],
    // Of what was closed, why it was is the newsroom's own, and nothing of it stands in the article that readers have.
    claims: claims
      .filter(({ closed }) => closed === null)
      .map((claim) => ({
        ...claim,
        version: 0,
        anchors: placesInOrder(claim.anchors),
        citations: claim.citations.flatMap(publicCitation),
        comments: [],
        returned: null,
        secondCheckerId: null,
        check: null,
      })),
    history: [],
    archive: null,
  };
}

/** The article's own history and that of the sources that it cites. When it came into this newsroom is not part of it. */
function historyOf(articleId: string, sources: readonly Source[], history: readonly Event[]): Event[] {
  const cited = new Set<string | null>(sources.map(({ id }) => id));
  return history
    .filter((event) => event.articleId === articleId || (event.articleId === null && cited.has(event.sourceId)))
    .filter(({ kind }) => kind !== 'article.brought-back')
    .sort((a, b) => order(a.at, b.at) || a.id - b.id)
    .map((event, index) => ({ ...event, id: index + 1 }));
}

/** In the order of their making. A claim that the edition does not hold is not named in it. */
function noticesOf(notices: readonly Notice[], claims: readonly Claim[]): Notice[] {
  const held = new Set(claims.map(({ id }) => id));
  return inOrderOfMaking(notices).map((notice) =>
    notice.claimId === null || held.has(notice.claimId) ? notice : { ...notice, claimId: null },
  );
}

function claimsInOrder(claims: readonly Claim[]): Claim[] {
  return inReadingOrder(claims).map((claim) => ({
    ...claim,
    citations: inOrderOfMaking(claim.citations),
    comments: inOrderOfMaking(claim.comments),
    check: checkReported(claim.check),
  }));
}

/** As a reader comes to them, those that are gone last: when each was made, this edition does not tell. */
function placesInOrder(anchors: Claim['anchors']): Claim['anchors'] {
  return [...anchors].sort(
    (a, b) =>
      (a.from ?? Number.MAX_SAFE_INTEGER) - (b.from ?? Number.MAX_SAFE_INTEGER) ||
      (b.to ?? 0) - (a.to ?? 0) ||
      order(a.id, b.id),
  );
}

function inOrderOfMaking<T extends { id: string; createdAt: string }>(made: readonly T[]): T[] {
  return [...made].sort((a, b) => order(a.createdAt, b.createdAt) || order(a.id, b.id));
}

/** Every source that the claims cite, by id. */
export function sourcesOf(claims: readonly Claim[]): Source[] {
  const sources = new Map(claims.flatMap((claim) => claim.citations.map(({ source }) => [source.id, source] as const)));
  return [...sources.values()].sort((a, b) => order(a.id, b.id));
}
