import { lanesOf } from '@/core/anchor/lanes';
import { repeatedBlocks } from '@/core/anchor/repeated-blocks';
import { directionOf } from '@/core/article/language';
import { articleSchema } from '@/core/article/schema';
import { type ArticleText, articleText } from '@/core/article/text';
import { rationaleText, rationaleTree } from '@/core/claim/rationale';
import type { Reading } from '../reading';
import { standingPlaces } from '../standing-places';
import { type MarkedPlace, markedBlocks } from './article';
import { glyph } from './drawings';
import { html, type Markup } from './markup';

/** The article with its claims underlined and numbered, and beside each block the notes of the claims that begin there. */
export function markedText(reading: Reading): Markup {
  const { report, words } = reading;
  const doc = articleSchema.nodeFromJSON(report.article.doc);
  const places = placesOf(reading, articleText(doc));
  const repeated = repeatedBlocks(doc);
  const inOrder = places.toSorted((a, b) => a.from - b.from || a.lane - b.lane);
  let next = 0;
  const rows = markedBlocks(doc, places).map(({ from, to, markup }) => {
    const original = repeated.get(blockWithin(articleText(doc), from, to));
    const begun: MarkedPlace[] = [];
    for (; next < inOrder.length && inOrder[next]!.from < to; next++) begun.push(inOrder[next]!);
    // Of what a paragraph repeats, the notes stand beside the first; what was marked here alone has its note here.
    const notes = begun.filter((place) => original === undefined || place.first).map((place) => note(reading, place));
    const twin =
      original !== undefined && html`<span class="sn sn--rep">${words('repeats', { number: original + 1 })}</span>`;
    return html`<div class="pr${original !== undefined && ' pr--rep'}"><div>${markup}</div>${(twin || notes.length > 0) && html`<aside class="sns">${twin}${notes}</aside>`}</div>
`;
  });
  return html`<section class="txt" lang="${report.article.language}" dir="${directionOf(report.article.language)}" aria-label="${words('article')}">${rows}</section>`;
}

/** The index of the first textblock between two positions; -1 where there is none. */
function blockWithin(text: ArticleText, from: number, to: number): number {
  const before = text.blockAtPosition(from);
  const at = (text.blocks[before]?.from ?? to) > from ? before : before + 1;
  return (text.blocks[at]?.from ?? to) < to ? at : -1;
}

function placesOf({ report, words, verdictOf }: Reading, text: ArticleText): MarkedPlace[] {
  const standing = report.claims.flatMap((claim, index) =>
    standingPlaces(claim).map((anchor, nth) => ({
      claim,
      number: index + 1,
      first: nth === 0,
      ...wordsOnly(anchor, text),
    })),
  );
  const lanes = lanesOf(standing);
  return standing.map(({ claim, number, first, from, to }, index) => {
    const verdict = verdictOf(claim);
    const label = words('claim', { number, verdict: verdict?.label ?? words('noVerdict') });
    return { number, from, to, lane: lanes[index]!, verdict, first, label };
  });
}

/** The positions at the first and last of the place's words: what is drawn at an end that lies between two blocks is not seen. */
function wordsOnly(anchor: { from: number; to: number }, text: ArticleText): { from: number; to: number } {
  let start = text.offsetAt(anchor.from, 1);
  let end = text.offsetAt(anchor.to, -1);
  while (start < end && text.text[start] === '\n') start++;
  while (end > start && text.text[end - 1] === '\n') end--;
  return { from: text.positionAt(start), to: text.positionAt(end) };
}

/** The longest reason that a note beside the text gives, in UTF-16 units, some four lines: the whole stands in the list. */
const NOTE_LENGTH = 180;

function note({ report, words, locale }: Reading, place: MarkedPlace): Markup {
  const claim = report.claims[place.number - 1]!;
  const reason = place.first
    ? beginning(rationaleText(rationaleTree(claim.rationale ?? '')))
    : words('sameAs', { number: place.number });
  return html`<a class="sn" lang="${locale}" dir="ltr" data-colour="${place.verdict?.colour ?? 'none'}" href="#c${place.number}"><span class="sn__n num">${place.number}</span>${glyph(place.verdict?.glyph)}<span><b>${place.verdict?.label ?? words('noVerdict')}</b> ${reason}</span></a>`;
}

/** As many whole words as a note has room for. */
function beginning(reason: string): string {
  if (reason.length <= NOTE_LENGTH) return reason;
  const cut = reason.slice(0, NOTE_LENGTH).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, cut.lastIndexOf(' ') > NOTE_LENGTH / 2 ? cut.lastIndexOf(' ') : cut.length)}…`;
}
