import { articleText } from '@/core/article/text';
import { RESOLVED, STATUS } from '@/core/report/web-annotation/vocabulary';
import { Tally } from '../dropped';
import { fromHtml } from '../html/from-html';
import type { Remark } from '../remark';
import { nameOf, timeOf } from './agent';
import { member, members, says, words } from './json-value';
import type { Refusal } from './refusal';
import { isLink, sourceOf } from './source';

export type Said = Pick<Remark, 'threads' | 'sources' | 'verdict' | 'rationale' | 'correction'> & {
  /** The body that the verdict is from. */
  judgement: unknown;
  /** What of it could not be taken in. */
  refused: Refusal[];
};

/** As long, in UTF-16 units, as a verdict's key or label may be; what is longer is no verdict but a comment. */
const VERDICT_LENGTH = 64;

/**
 * What an annotation says of its words. Each body is taken by its purpose, or without one by the annotation's motivation
 * (section 3.3.5): assessing, or one lone tag, is a verdict; describing a rationale; editing a correction; a link a source; a
 * moderating one is about the annotation itself and is left; all else, and what comes twice, is a comment. Several tags are a
 * comment, since nothing says which of them is the verdict.
 */
export function saidBy(annotation: unknown): Said {
  const said: Said = {
    threads: [],
    sources: [],
    verdict: null,
    rationale: null,
    correction: null,
    judgement: null,
    refused: [],
  };
  const tags: unknown[] = [];
  for (const body of bodiesOf(annotation)) {
    const purposes = purposesOf(annotation, body);
    const value = textIn(body);
    if (purposes.includes('moderating')) continue;
    if (isLink(body)) {
      if (!purposes.some((purpose) => ABOUT_THE_WORDS.has(purpose))) take(said, sourceOf(body));
    } else if (value.trim() === '') continue;
    else if (isVerdict(value) && purposes.includes('assessing') && said.verdict === null) judge(said, body);
    else if (isVerdict(value) && purposes.includes('tagging')) tags.push(body);
    else if (purposes.includes('describing') && said.rationale === null) said.rationale = value;
    else if (purposes.includes('editing') && said.correction === null) said.correction = value;
    else comment(said, annotation, body, purposes, value);
  }
  if (tags.length === 1 && said.verdict === null) judge(said, tags[0]);
  else if (tags.length > 0)
    comment(said, annotation, tags[0], ['tagging'], tags.map((tag) => `#${textIn(tag).trim()}`).join(' '));
  return said;
}

/** Longer HTML than this, in UTF-16 units, has no words that could be kept. */
const HTML_LENGTH = 200_000;

/** Purposes whose links say what the words are, not where it can be read up. */
const ABOUT_THE_WORDS = new Set<unknown>(['tagging', 'classifying', 'identifying']);

/** Bodies in any of the forms that the model allows (section 3.2), and a Hypothesis row's text and tags. */
function bodiesOf(annotation: unknown): unknown[] {
  const tags = members(annotation, 'tags').filter((tag) => typeof tag === 'string');
  return [
    ...members(annotation, 'body').flatMap((body) =>
      says(body, 'type', 'Choice') ? members(body, 'items').slice(0, 1) : [body],
    ),
    ...members(annotation, 'bodyValue').map((value) => ({ value })),
    ...members(annotation, 'text').map((value) => ({ value, purpose: 'commenting' })),
    ...tags.map((value) => ({ value, purpose: 'tagging' })),
  ];
}

function purposesOf(annotation: unknown, body: unknown): unknown[] {
  const own = members(body, 'purpose');
  return own.length > 0 ? own : members(annotation, 'motivation');
}

function textIn(body: unknown): string {
  const value = words(body, 'value') ?? '';
  const isHtml = /^text\/html\b/.test(words(body, 'format') ?? '') && value.length <= HTML_LENGTH;
  return isHtml ? articleText(fromHtml(value, new Tally()).doc).text : value;
}

function isVerdict(value: string): boolean {
  return value.trim().length <= VERDICT_LENGTH && !value.trim().includes('\n');
}

function judge(said: Said, body: unknown): void {
  said.verdict = textIn(body).trim();
  said.judgement = body;
}

function take(said: Said, source: ReturnType<typeof sourceOf>): void {
  if (typeof source === 'string') said.refused.push(source);
  else said.sources.push(source);
}

function comment(said: Said, annotation: unknown, body: unknown, purposes: unknown[], value: string): void {
  const written = {
    author: nameOf(body) || nameOf(annotation),
    at: timeOf(body) ?? timeOf(annotation),
    body: value,
  };
  const thread = said.threads.at(-1);
  if (purposes.includes('replying') && thread) thread.comments.push(written);
  else said.threads.push({ resolved: member(body, STATUS) === RESOLVED, comments: [written] });
}
