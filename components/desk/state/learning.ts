import type { Article, ArticleWithDoc } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import type { Citation } from '@/core/source/source';
import type { Known } from './known';
import { placedNow } from './place-claim';

/**
 * Whether what came is not older than what is known. Answers and events overtake one another; a revision never lies, and the
 * time parts two states of one revision (a claim whose citation changed).
 */
function isNewer(
  came: { revision: number; updatedAt?: string },
  had: { revision: number; updatedAt?: string },
): boolean {
  if (came.revision !== had.revision) return came.revision > had.revision;
  return (came.updatedAt ?? '') >= (had.updatedAt ?? '');
}

/** Takes in claims as the server gave them; the same `known` when all of it is old news. */
export function knowClaims(known: Known, came: readonly Claim[], via: 'answer' | 'event'): Known {
  let claims: Map<string, Claim> | null = null;
  let early: Map<string, Claim> | null = null;
  for (const claim of came) {
    const had = known.claims.get(claim.id);
    if (claim.articleId !== known.article.id || (had && !isNewer(claim, had))) continue;
    claims ??= new Map(known.claims);
    const placed = placedNow(known, claim, had);
    claims.set(claim.id, had ? { ...placed, citations: newestCitations(claim, had, via) } : placed);
    if (claim.version > known.article.version) early = new Map(early ?? known.early).set(claim.id, claim);
  }
  return claims ? { ...known, claims, early: early ?? known.early } : known;
}

/**
 * A citation comes and goes without raising its claim's revision. Events tell of that in order; an answer may be older than an
 * event that overtook it, so of one revision it is not believed as to which citations there are.
 */
function newestCitations(came: Claim, had: Claim, via: 'answer' | 'event'): Citation[] {
  const there = via === 'answer' && came.revision === had.revision ? had : came;
  const other = new Map((there === had ? came : had).citations.map((citation) => [citation.id, citation]));
  return there.citations.map((citation) => {
    const same = other.get(citation.id);
    if (!same) return citation;
    const newer = same.revision - citation.revision || same.source.revision - citation.source.revision;
    return newer > 0 ? same : citation;
  });
}

/** Takes in a citation as the server gave it, new or changed. */
export function knowCitation(known: Known, citation: Citation): Known {
  const claim = known.claims.get(citation.claimId);
  if (!claim) return known;
  const had = claim.citations.find(({ id }) => id === citation.id);
  if (had && !isNewer(citation, had)) return known;
  const citations = had
    ? claim.citations.map((one) => (one.id === citation.id ? citation : one))
    : [...claim.citations, citation];
  return withClaim(known, { ...claim, citations });
}

export function forgetCitation(known: Known, claimId: string, citationId: string): Known {
  const claim = known.claims.get(claimId);
  if (!claim?.citations.some(({ id }) => id === citationId)) return known;
  return withClaim(known, { ...claim, citations: claim.citations.filter(({ id }) => id !== citationId) });
}

/** Takes in what is said of an article. Its text changes by steps only (`textTold`). */
export function knowArticle(known: Known, article: Article | ArticleWithDoc): Known {
  if (article.id !== known.article.id || !isNewer(article, known.article)) return known;
  const { doc, version } = known.article;
  return { ...known, article: { ...known.article, ...article, doc, version } };
}

/** Notes that a claim is gone where the server said so without giving the record. */
export function knowDeleted(known: Known, claimId: string, at: string): Known {
  const claim = known.claims.get(claimId);
  return claim && claim.deletedAt === null ? withClaim(known, { ...claim, deletedAt: at }) : known;
}

/** Replaces a claim without asking whether it is newer: for effects that the server confirmed without a record. */
export function withClaim(known: Known, claim: Claim): Known {
  return { ...known, claims: new Map(known.claims).set(claim.id, claim) };
}
