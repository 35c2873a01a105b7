import type { Node } from 'prosemirror-model';
import { quoteOf } from '@/core/anchor/quote';
import type { Claim } from '@/core/claim/claim';
import { type StandingAnchor, standingPlaces } from '../standing-places';
import { OBSOLETE, SPEAKER, STATUS } from './vocabulary';

/** The text that is annotated: the article's document, and the address that its annotations give as their source. */
export interface AnnotatedText {
  doc: Node;
  source: string;
}

/**
 * A claim's places as targets (section 4): those that stand in the text, in reading order, and then those whose passage is gone.
 * A place that stands has a TextQuoteSelector (4.2.4) and a TextPositionSelector (4.2.5) in Unicode code points of the article's
 * plain text. Its quote is the words that were judged or, where the wording is another now, what stands there, since a selector
 * is to be found; the surroundings are today's. A passage that is gone keeps the quote that it had and is marked obsolete.
 */
export function targetsOf(text: AnnotatedText, claim: Claim): object[] {
  const about = claim.attributedTo === null ? {} : { [SPEAKER]: { name: claim.attributedTo } };
  const place = (selector: object[], more: object = {}) => ({
    type: 'SpecificResource',
    source: text.source,
    selector,
    ...about,
    ...more,
  });
  const gone = claim.anchors.filter(({ from, to }) => from === null || to === null);
  return [
    ...standingPlaces(claim).map((anchor) => place(selectors(text.doc, anchor))),
    ...gone.map((anchor) => place([quoteSelector(anchor.exact, anchor)], { [STATUS]: OBSOLETE })),
  ];
}

function selectors(doc: Node, anchor: StandingAnchor): object[] {
  const exact = anchor.state === 'changed' ? anchor.current : anchor.exact;
  return [
    quoteSelector(exact, quoteOf(doc, anchor.from, anchor.to)),
    { type: 'TextPositionSelector', start: anchor.start, end: anchor.end },
  ];
}

function quoteSelector(exact: string, { prefix, suffix }: { prefix: string; suffix: string }): object {
  return { type: 'TextQuoteSelector', exact, prefix, suffix };
}
