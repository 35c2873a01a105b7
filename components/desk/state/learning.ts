import type { Article, ArticleWithDoc } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import type { Comment } from '@/core/claim/comment';
import { changesWhatWasSigned } from '@/core/event/changes-signed';
import type { Event } from '@/core/event/event';
import type { Citation, Source } from '@/core/source/source';
import type { Known } from './known';
import { oldestFirst } from './optimism';
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
    claims.set(claim.id, had ? { ...placed, ...newestParts(claim, had, via) } : placed);
    if (claim.version > known.article.version) early = new Map(early ?? known.early).set(claim.id, claim);
  }
  return claims ? { ...known, claims, early: early ?? known.early } : known;
}

/**
 * Citations and comments come and go without raising their claim's revision. Events tell of that in order; an answer may be older
 * than an event that overtook it, so of one revision it is not believed as to which there are.
 */
function newestParts(came: Claim, had: Claim, via: 'answer' | 'event'): Pick<Claim, 'citations' | 'comments'> {
  const [there, other] = via === 'answer' && came.revision === had.revision ? [had, came] : [came, had];
  return {
    citations: newestOf(
      there.citations,
      other.citations,
      (a, b) => a.revision - b.revision || a.source.revision - b.source.revision,
    ),
    comments: newestOf(there.comments, other.comments, (a, b) => a.revision - b.revision),
  };
}

/** Those that are there, each in the newer of its two states. */
function newestOf<T extends { id: string }>(
  there: readonly T[],
  other: readonly T[],
  age: (a: T, b: T) => number,
): T[] {
  const others = new Map(other.map((one) => [one.id, one]));
  return there.map((one) => {
    const same = others.get(one.id);
    return same && age(same, one) > 0 ? same : one;
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

/** Takes in a source as it stands now, wherever a claim cites it. */
export function knowSource(known: Known, source: Source): Known {
  const cites = ({ sourceId, source: had }: Citation) => sourceId === source.id && had.revision <= source.revision;
  const claims = new Map(known.claims);
  for (const claim of known.claims.values())
    if (claim.citations.some(cites))
      claims.set(claim.id, {
        ...claim,
        citations: claim.citations.map((citation) => (cites(citation) ? { ...citation, source } : citation)),
      });
  return { ...known, claims };
}

export function forgetCitation(known: Known, claimId: string, citationId: string): Known {
  const claim = known.claims.get(claimId);
  if (!claim?.citations.some(({ id }) => id === citationId)) return known;
  return withClaim(known, { ...claim, citations: claim.citations.filter(({ id }) => id !== citationId) });
}

/** Takes in a comment as the server gave it, new, changed or brought back. */
export function knowComment(known: Known, comment: Comment): Known {
  const claim = known.claims.get(comment.claimId);
  const had = claim?.comments.find(({ id }) => id === comment.id);
  if (!claim || (had && had.revision > comment.revision)) return known;
  return withClaim(known, {
    ...claim,
    comments: oldestFirst([...claim.comments.filter((one) => one !== had), comment]),
  });
}

export function forgetComment(known: Known, claimId: string, commentId: string): Known {
  const claim = known.claims.get(claimId);
  if (!claim?.comments.some(({ id }) => id === commentId)) return known;
  return withClaim(known, { ...claim, comments: claim.comments.filter(({ id }) => id !== commentId) });
}

/** Takes in what is said of an article. Its text changes by steps only (`textTold`). */
export function knowArticle(known: Known, article: Article | ArticleWithDoc): Known {
  if (article.id !== known.article.id || !isNewer(article, known.article)) return known;
  const { doc, version } = known.article;
  return { ...known, article: { ...known.article, ...article, doc, version } };
}

/** Notes that what was signed off has changed: the events that tell of it bring claims and steps, and no article. */
export function knowChangeSigned(known: Known, event: Event): Known {
  const { article } = known;
  if (!article.signedOff || article.changedSinceSignOff || event.articleId !== article.id) return known;
  return changesWhatWasSigned(event) ? { ...known, article: { ...article, changedSinceSignOff: true } } : known;
}

/** Takes in that somebody found nothing to check in a sentence, or took that back. */
export function knowLook(known: Known, { kind, articleId, before, after }: Event): Known {
  const { article } = known;
  const sentence = (after ?? before)?.sentence;
  if (articleId !== article.id || typeof sentence !== 'string' || !kind.startsWith('look.')) return known;
  const others = article.looks.filter((one) => one !== sentence);
  return { ...known, article: { ...article, looks: kind === 'look.added' ? [...others, sentence] : others } };
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
