import { isWebAddress } from '@/core/record';
import { DEFAULT_LOCALE } from '@/core/words/words';
import { type Reading, readingOf } from '../reading';
import type { Report } from '../report';
import { namingPlace } from '../standing-places';
import { linkedJson, urnOf } from '../web-annotation/linked-data';
import { correctionsAsData, type LinkedDataOptions } from '../web-annotation/report-web-annotation';
import { claimReview } from './claim-review';
import { reviewablePlace } from './unreviewed';

/**
 * What search engines read of a check: schema.org JSON-LD (https://schema.org/ClaimReview, with the properties that Google's
 * documentation of fact-check structured data requires). Its graph holds a ClaimReview for each claim that is attributed to
 * somebody else and judged, in reading order, and last the article: its SHA-256, and as its parts the claims that cannot be one,
 * each with the reason. The same Report and options give the same bytes, which may stand in a `script` element as they are.
 */
export function reportClaimReview(report: Report, { origin, locale = DEFAULT_LOCALE }: LinkedDataOptions): string {
  const reading = readingOf(report, locale);
  const { article } = report;
  const reviews: object[] = [];
  const others: object[] = [];
  for (const claim of report.claims) {
    const place = reviewablePlace(reading, claim);
    if (typeof place === 'object') reviews.push(claimReview(reading, claim, place, origin));
    else
      others.push({
        '@type': 'Claim',
        '@id': urnOf(claim.id),
        text: namingPlace(claim)?.exact ?? '',
        description: reading.words(`review_not_${place}`),
      });
  }
  return linkedJson({
    '@context': 'https://schema.org',
    '@graph': [
      ...reviews,
      {
        '@type': 'CreativeWork',
        '@id': urnOf(article.id),
        name: article.title,
        ...(article.url !== null && isWebAddress(article.url)
          ? { url: article.url }
          : { description: reading.words('review_unpublished') }),
        inLanguage: article.language,
        identifier: { '@type': 'PropertyValue', propertyID: 'sha256', value: report.sha256 },
        ...editorOf(reading),
        ...correctionsAsData(report.notices),
        hasPart: others,
      },
    ],
  });
}

/** Who signed the article off, with what they signed and whether it has changed since. */
function editorOf({ report, name, words, moment }: Reading): object {
  const { signedOff, changedSinceSignOff } = report.article;
  if (!signedOff) return {};
  const said = words('html_signedOff', { who: name(signedOff.by), at: moment(signedOff.at) });
  return {
    editor: { '@type': 'Person', name: name(signedOff.by) },
    creativeWorkStatus: changedSinceSignOff ? `${said} ${words('html_changedSince')}` : said,
    version: `sha256:${signedOff.sha256}`,
  };
}
