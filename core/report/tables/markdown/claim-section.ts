import { type Claim, claimState } from '@/core/claim/claim';
import { threadsOf } from '@/core/claim/comment';
import { isWebAddress } from '@/core/record';
import type { Citation } from '@/core/source/source';
import type { Reading } from '../../reading';
import { signatures } from '../../signatures';
import { namingPlace, standingPlaces } from '../../standing-places';
import { markdownAddress, markdownText } from './markdown-text';
import { rationaleMarkdown } from './rationale-markdown';

/** What was found of one claim and why, as a section of a Markdown document: blocks with a blank line between two. */
export function claimSection(reading: Reading, claim: Claim, number: number): string {
  const { words, verdictOf } = reading;
  const verdict = verdictOf(claim)?.label ?? words('noVerdict');
  const said = (line: string | null) => line && markdownText(line);
  return [
    `### ${number}. ${markdownText(verdict)}`,
    `> ${markdownText(namingPlace(claim)?.exact ?? '')}`,
    said(claim.attributedTo && words('attributedTo', { who: claim.attributedTo })),
    said(state(reading, claim)),
    claim.rationale && rationaleMarkdown(claim.rationale),
    claim.correction && `**${markdownText(words('correction'))}:** ${markdownText(claim.correction)}`,
    claim.citations.map((citation) => `- ${source(reading, citation)}`).join('\n'),
    comments(reading, claim),
    said(signatures(reading, claim)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function state({ words, name, moment }: Reading, claim: Claim): string | null {
  if (claim.closed) {
    const { by, at, reason } = claim.closed;
    return words('html_closed', { who: name(by), at: moment(at), reason });
  }
  const changed = standingPlaces(claim).find((place) => place.state === 'changed');
  if (changed) return words('stale', { words: changed.current });
  return claimState(claim) === 'orphaned' ? words('orphaned') : null;
}

function source({ words, date, report }: Reading, citation: Citation): string {
  const { source, quote, locator, accessedAt, note } = citation;
  const internal = report.edition === 'internal';
  const about = [
    words(`kind_${source.kind}`),
    source.publisher,
    source.author,
    source.publishedAt && date(source.publishedAt),
    locator,
    accessedAt ? words('consulted', { date: date(accessedAt) }) : words('html_notConsulted'),
    internal && source.confidential && words('confidential'),
  ].filter((part) => typeof part === 'string' && part !== '');
  const copy = source.archivedUrl && isWebAddress(source.archivedUrl);
  return [
    `${markdownText(words(`stance_${citation.stance}`))}: ${titleLink(source.title, source.url)}. ${markdownText(about.join(' · '))}`,
    copy && ` · [${markdownText(words('archived'))}](${markdownAddress(source.archivedUrl!)})`,
    quote && `<br>“${markdownText(quote)}”`,
    internal && note && `<br>${markdownText(words('note', { note }))}`,
  ]
    .filter(Boolean)
    .join('');
}

/** A source's title, leading to it where it has an address. */
export function titleLink(title: string, url: string | null): string {
  return url && isWebAddress(url) ? `[${markdownText(title)}](${markdownAddress(url)})` : markdownText(title);
}

function comments({ words, name, moment }: Reading, claim: Claim): string {
  return threadsOf(claim.comments)
    .flatMap(({ first, replies }) =>
      [first, ...replies].map(({ author, createdBy, createdAt, body }, index) => {
        const who = words('html_commentBy', { who: author ?? name(createdBy), at: moment(createdAt) });
        return `${index === 0 ? '' : '  '}- ${markdownText(`${who} ${body}`)}`;
      }),
    )
    .join('\n');
}
