import type { Comment } from '@/core/claim/comment';
import type { Citation } from '@/core/source/source';
import type { Reading } from '../reading';
import { signatures } from '../signatures';
import { type Links, linkTarget } from './links';
import { paragraphXml } from './paragraph';
import type { Place } from './places';
import { runsXml } from './runs';
import type { CorrectionFate } from './tracked-corrections';

/**
 * A claim as a comment of a Word document (ECMA-376 part 1, 17.13.4), written so that a person can read it and Stet can read it
 * back. Each paragraph's style (`w:pStyle`) says which field it is, in this order:
 *
 * ```
 * StetVerdict      label ⇥ verdict's label     always first; StetOpen instead where the claim has no verdict
 * StetChanged      label ⇥ words               the words that were judged, where those in the range are others now
 * StetSeverity     label ⇥ critical | major | minor
 * StetSaid         label ⇥ who                 attributedTo
 * StetRationale    line                        Markdown as it was typed, a paragraph for each of its lines, empty ones too
 * StetCorrection   label ⇥ wording             an empty wording takes the words away
 * StetNote         words for people alone: who judged and approved it, whether the correction is tracked, what else there is to say
 * then for each citation
 *   StetSource     label ⇥ title               begins a citation; the title is a hyperlink where the source has an address
 *   StetStance     label ⇥ supports | refutes | context
 *   StetPublisher  label ⇥ publisher
 *   StetConsulted  label ⇥ moment              YYYY-MM-DD HH:MM[:SS[.sss]] UTC; missing where nobody has consulted it
 *   StetLocator    label ⇥ locator
 *   StetQuote      label ⇥ the very words quoted
 *   StetConfidential  words for people alone   the source is confidential: it must not be read back as one that is not
 *   StetNote       words for people alone: kind, author, date, archived copy, note
 * ```
 *
 * `label ⇥ value`: the label is for people, in their language; the value is everything after the first tab. A line feed in a
 * value is a line break (`w:br`). The words for severity and stance are the keys of `severities` and `stances`, and the label
 * of StetVerdict, StetOpen and StetSame holds the claim's number, its only run of ASCII digits.
 *
 * Another place of the same claim has a comment of its own, before or after that of its first place in the document's order:
 *
 * ```
 * StetSame         label                       names the number of the claim that this is another place of
 * StetChanged      as above
 * ```
 *
 * The claim's threads are replies to the comment of its first place (w15:paraIdParent), one thread after the other in the order
 * of comments.xml, whatever their times:
 *
 * ```
 * StetThread       line                        of the comment that begins a thread: Markdown, a paragraph for each line
 * StetReply        line                        of a reply in that thread, likewise
 * StetResolved     words for people alone      last in a StetThread comment: the thread is resolved
 * ```
 *
 * A reply without these styles was written in a word processor. A comment is marked as done when its claim is approved.
 * Tracked changes bear the author and the date of the comment whose correction they are: by these a reader tells them from those
 * that somebody else made since. Claims of which no place stands in the text have no comment, and neither have closed ones.
 */
export function claimComment(reading: Reading, place: Place, fate: CorrectionFate | undefined): Paragraphs {
  const { words, verdictOf, report } = reading;
  const { claim, number } = place;
  const told = new Paragraphs();
  const verdict = verdictOf(claim);
  told.field(
    verdict ? 'StetVerdict' : 'StetOpen',
    words('docx_claim', { number: String(number) }),
    verdict?.label ?? words('noVerdict'),
  );
  changed(reading, place, told);
  if (claim.severity && report.edition === 'internal')
    told.field('StetSeverity', words('table_severity'), claim.severity);
  if (claim.attributedTo !== null) told.field('StetSaid', words('table_attributedTo'), claim.attributedTo);
  if (claim.rationale !== null) told.lines('StetRationale', claim.rationale);
  if (claim.correction !== null) {
    told.field('StetCorrection', words('correction'), claim.correction);
    if (fate) told.line('StetNote', words(`docx_correction_${fate}`));
  }
  told.line('StetNote', signatures(reading, claim));
  const gone = claim.anchors.find(({ state }) => state === 'orphaned');
  if (gone) told.line('StetNote', words('docx_placeGone', { words: gone.exact }));
  for (const citation of claim.citations) cite(reading, citation, told);
  return told;
}

/** What stands in the comment of another place of a claim. */
export function sameComment(reading: Reading, place: Place): Paragraphs {
  const told = new Paragraphs();
  told.line('StetSame', reading.words('docx_same', { number: String(place.number) }));
  changed(reading, place, told);
  return told;
}

/** What stands in a reply: one comment of a thread. `first` is whether it begins the thread. */
export function threadComment(reading: Reading, comment: Comment, first: boolean): Paragraphs {
  const { words, name, moment } = reading;
  const told = new Paragraphs();
  told.lines(first ? 'StetThread' : 'StetReply', comment.body);
  if (!first || comment.resolvedAt === null) return told;
  const at = moment(comment.resolvedAt);
  const { resolvedBy } = comment;
  const by = resolvedBy
    ? words('html_resolved', { who: name(resolvedBy), at })
    : words('html_resolvedUnsigned', { at });
  told.line('StetResolved', by);
  return told;
}

/** A verdict is of words: where others stand there now, the comment says which it was of. */
function changed({ words }: Reading, { anchor }: Place, told: Paragraphs): void {
  if (anchor.state === 'changed') told.field('StetChanged', words('docx_judgedWords'), anchor.exact);
}

function cite({ words, date, report }: Reading, citation: Citation, told: Paragraphs): void {
  const { source, quote, locator, accessedAt, note } = citation;
  told.field('StetSource', words('table_source'), source.title, source.url);
  told.field('StetStance', words('table_stance'), citation.stance);
  if (source.publisher !== null) told.field('StetPublisher', words('table_publisher'), source.publisher);
  if (accessedAt !== null) told.field('StetConsulted', words('docx_consulted'), momentInUtc(accessedAt));
  if (locator !== null) told.field('StetLocator', words('table_locator'), locator);
  if (quote !== null) told.field('StetQuote', words('table_quote'), quote);
  if (source.confidential) told.line('StetConfidential', words('confidential'));
  const about = [
    words(`kind_${source.kind}`),
    source.author,
    source.publishedAt && date(source.publishedAt),
    accessedAt === null && words('html_notConsulted'),
    source.url !== null && linkTarget(source.url) === null && source.url,
    source.archivedUrl && `${words('archived')}: ${source.archivedUrl}`,
  ];
  told.line('StetNote', about.filter(Boolean).join(' · '));
  if (note !== null && report.edition === 'internal') told.line('StetNote', words('note', { note }));
}

/** `2026-03-02T09:30:00.000Z` as `2026-03-02 09:30 UTC`, as short as it can be without losing any of it. */
function momentInUtc(time: string): string {
  const [day, clock] = new Date(time).toISOString().slice(0, -1).split('T') as [string, string];
  return `${day} ${clock.replace(/(:00)?\.000$/, '')} UTC`;
}

/** The paragraphs of one comment, in their order. */
export class Paragraphs {
  private readonly list: { style: string; runs: (links: Links) => string }[] = [];

  /** A label and, behind a tab, what it is the label of; `href` is where that leads. */
  field(style: string, label: string, value: string, href: string | null = null): void {
    this.list.push({
      style,
      runs: (links) => {
        const link = href === null ? null : links.to(href);
        const said = runsXml(value, { link: link !== null });
        const led = link === null ? said : `<w:hyperlink r:id="${link}" w:history="1">${said}</w:hyperlink>`;
        return `${runsXml(`${label.replaceAll('\t', ' ')}\t`, { style: 'StetLabel' })}${led}`;
      },
    });
  }

  line(style: string, text: string): void {
    this.list.push({ style, runs: () => runsXml(text, {}) });
  }

  /** A paragraph for each line of a text. */
  lines(style: string, text: string): void {
    for (const line of text.split('\n')) this.line(style, line);
  }

  /** As WordprocessingML; by the last paragraph's `id` other parts know the comment. */
  xml(links: Links, id: string): string {
    return this.list
      .map(({ style, runs }, index) => {
        const mark = index === 0 ? ANNOTATION_MARK : '';
        return paragraphXml({ style }, mark + runs(links), index === this.list.length - 1 ? id : undefined);
      })
      .join('');
  }
}

/** Where Word draws the number of the comment (ECMA-376 part 1, 17.13.4.1). */
const ANNOTATION_MARK = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>';
