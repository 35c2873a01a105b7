import type { Reading } from './reading';
import { isApprovedByJudge } from './signatures';

/** Whose report it is, of when, who checked, approved and signed it: the sentences under a report's title. */
export function credits({ report, words, name, names, moment }: Reading): string {
  const { article, claims } = report;
  const checkers = names(claims.map((claim) => claim.verdictBy));
  const approvers = names(
    claims.flatMap(({ approvedBy, approvals }) => (approvedBy ? approvals.map(({ by }) => by) : [])),
  );
  const own = claims.filter(isApprovedByJudge).length;
  const { signedOff } = article;
  return [
    words('about', { newsroom: report.newsroom, date: moment(article.updatedAt) }),
    checkers && words('checkedBy', { names: checkers }),
    approvers && words('approvedBy', { names: approvers }),
    own > 0 && words('approvedByJudge', { claims: own }),
    signedOff && words('html_signedOff', { who: name(signedOff.by), at: moment(signedOff.at) }),
    signedOff && article.changedSinceSignOff && words('html_changedSince'),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Who signed which text off, and when; nothing where nobody has. Of a text that has changed since, its fingerprint is another. */
export function signOffFacts({ report, words, name, moment }: Reading): { signed: Fact; sha256: Fact } | null {
  const { signedOff, changedSinceSignOff } = report.article;
  if (!signedOff) return null;
  const said = words('html_signedOff', { who: name(signedOff.by), at: moment(signedOff.at) });
  return {
    signed: {
      label: words('signedOff'),
      value: changedSinceSignOff ? `${said} ${words('html_changedSince')}` : said,
    },
    sha256: { label: words('signedOffSha256'), value: signedOff.sha256 },
  };
}
interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Where the article itself is from: by whom, where and when it was published, as far as that is known; null where nothing is. */
export function provenance({ report, words, date }: Reading): string | null {
  const { byline, publisher, publishedAt } = report.article;
  const parts = [byline && words('html_byline', { who: byline }), publisher, publishedAt && date(publishedAt)];
  return parts.filter(Boolean).join(' · ') || null;
}

/**
 * How the report was made, a paragraph each. Which version of its text the newsroom counts is its own affair: a public edition
 * knows none.
 */
export function method({ report, words }: Reading): [claims: string, text: string] {
  const { article, claims, edition } = report;
  const approved = claims.filter((claim) => claim.status === 'approved').length;
  return [
    words('methodClaims', { approved, claims: claims.length }),
    edition === 'public' ? words('html_methodText') : words('methodText', { version: article.version }),
  ];
}

/** The article's title and, for the newsroom, its version. */
export function titleAndVersion({ report, words }: Reading): string {
  const { title, version } = report.article;
  return report.edition === 'public' ? title : words('version', { title, version });
}

/** A report is finished when every claim in it is approved; until then it says that it is a draft. */
export function finished({ report }: Reading): boolean {
  return (
    report.claims.length > 0 && report.claims.every(({ status, closed }) => status === 'approved' || closed !== null)
  );
}
