import { articleSchema } from '@/core/article/schema';
import type { Claim } from '@/core/claim/claim';
import { isWebAddress } from '@/core/record';
import { DEFAULT_LOCALE } from '@/core/words/words';
import { type Reading, readingOf } from '../reading';
import type { Report } from '../report';
import { bodiesOf, person } from './bodies';
import { deskAddress, linkedJson, urnOf } from './linked-data';
import { type AnnotatedText, targetsOf } from './target';
import { ANNOTATION_CONTEXT } from './vocabulary';

/** What a Report as linked data needs beside itself: the desk's public address (`https://…`, no slash at its end), a language. */
export interface LinkedDataOptions {
  origin: string;
  locale?: string;
}

/**
 * The claims as a W3C AnnotationCollection with one AnnotationPage inside (Web Annotation Data Model, section 5), as JSON-LD: an
 * annotation each, in reading order. Their source is the article where it is published, or else its plain text at the desk; the
 * collection names that text by its SHA-256. The same Report and options give the same bytes.
 */
export function reportWebAnnotation(report: Report, { origin, locale = DEFAULT_LOCALE }: LinkedDataOptions): string {
  const reading = readingOf(report, locale);
  const { article, claims } = report;
  const here = `${origin}/api/articles/${encodeURIComponent(article.id)}`;
  const id = `${here}/export?format=webannotation&edition=${report.edition}`;
  const source = article.url !== null && isWebAddress(article.url) ? article.url : `${here}/text`;
  const text = { doc: articleSchema.nodeFromJSON(article.doc), source };
  const page = {
    id: `${id}#claims`,
    type: 'AnnotationPage',
    partOf: { id, type: 'AnnotationCollection', label: article.title, total: claims.length },
    startIndex: 0,
    items: claims.map((claim) => annotation(reading, text, origin, claim)),
  };
  return linkedJson({
    '@context': ANNOTATION_CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: article.title,
    creator: { type: 'Organization', name: report.newsroom },
    created: article.createdAt,
    modified: article.updatedAt,
    generator: stet(origin),
    'schema:about': {
      id: source,
      type: 'Text',
      language: article.language,
      'schema:name': article.title,
      ...(report.edition === 'internal' && { 'schema:version': article.version }),
      'schema:sha256': report.sha256,
      ...signOff(reading),
      ...correctionsAsData(report.notices, 'schema:'),
    },
    total: claims.length,
    ...(claims.length > 0 && { first: page, last: page.id }),
  });
}

/** One claim as an annotation (section 3) that can be cut out of the page and still be read. */
function annotation(reading: Reading, text: AnnotatedText, origin: string, claim: Claim): object {
  const body = bodiesOf(reading, claim);
  return {
    '@context': ANNOTATION_CONTEXT,
    id: urnOf(claim.id),
    type: 'Annotation',
    motivation: claim.verdict !== null ? 'assessing' : body.length > 0 ? 'commenting' : 'highlighting',
    creator: person(reading, claim.createdBy),
    created: claim.createdAt,
    modified: claim.updatedAt,
    generator: stet(origin),
    via: deskAddress(origin, claim.articleId, claim.id),
    ...(body.length > 0 && { body }),
    target: targetsOf(text, claim),
  };
}

function stet(origin: string): object {
  return { id: origin, type: 'Software', name: 'Stet' };
}

function signOff(reading: Reading): object {
  const { signedOff, changedSinceSignOff } = reading.report.article;
  if (!signedOff) return {};
  return {
    'schema:reviewedBy': person(reading, signedOff.by),
    'schema:lastReviewed': signedOff.at,
    'schema:identifier': `sha256:${signedOff.sha256}`,
    ...(changedSinceSignOff && { 'schema:creativeWorkStatus': reading.words('table_changedSince') }),
  };
}

/** What was put right since the article was published, as schema.org says it of a work. */
export function correctionsAsData(notices: Report['notices'], prefix = ''): object {
  if (notices.length === 0) return {};
  return {
    [`${prefix}correction`]: notices.map(({ body, createdAt }) => ({
      [prefix ? 'type' : '@type']: `${prefix}CorrectionComment`,
      [`${prefix}text`]: body,
      [`${prefix}datePublished`]: createdAt,
    })),
  };
}
