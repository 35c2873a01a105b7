'use client';
import { memo, type ReactNode, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { blocksOf, type Drawing, drawAll } from '@/components/typeset/typeset';
import { Quoted } from '@/components/ui/Quoted';
import { directionOf } from '@/core/article/language';
import type { GuestView } from '@/core/newsroom/guest';
import { Query } from './Query';
import type { SendAnswer } from './send-answer';
import { type Asked, type AskedPlace, askedOf, firstPlace, placesOf, stretchesOf } from './stretches';
import { usePlacedBeside } from './use-placed-beside';

/** The article with the words in question marked, and beside each, or below on a narrow screen, what is asked about them. */
export function AskedText({ view, readOnly, send }: { view: GuestView; readOnly: boolean; send: SendAnswer }) {
  const words = useTranslations('guest');
  const { article } = view;
  const asked = useMemo(() => askedOf(view), [view]);
  const lost = asked.filter((one) => firstPlace(one) === null);
  const stretches = useMemo(() => stretchesOf(blocksOf(article.doc), asked), [article.doc, asked]);
  const drawing = useMemo<Drawing<AskedPlace>>(
    () => ({
      places: placesOf(asked),
      mark: (covering, text, { from, to }) => (
        <Marked key={from} covering={covering} from={from} to={to}>
          {text}
        </Marked>
      ),
      image: (alt) => (alt ? words('image', { alt }) : words('image-bare')),
      heading: (level) => Math.max(2, level),
    }),
    [asked, words],
  );
  const room = useRef<HTMLDivElement>(null);
  usePlacedBeside(room);
  const questions = (some: readonly Asked[]) =>
    some.map((one) => (
      <Question key={one.claim.id} asked={one} language={article.language} readOnly={readOnly} send={send} />
    ));
  return (
    <div className="guest__text" ref={room} dir={directionOf(article.language)}>
      {stretches.map((stretch) => (
        <div className="guest__stretch" key={stretch.headAt} data-asked={stretch.asked.length > 0 || undefined}>
          {stretch.head.length > 0 && (
            <div className="typeset guest__first" lang={article.language}>
              {drawAll(stretch.head, stretch.headAt, 'head', drawing)}
            </div>
          )}
          {stretch.asked.length > 0 && <div className="guest__beside">{questions(stretch.asked)}</div>}
          {stretch.rest.length > 0 && (
            <div className="typeset guest__rest" lang={article.language}>
              {drawAll(stretch.rest, stretch.restAt, 'rest', drawing)}
            </div>
          )}
        </div>
      ))}
      {lost.length > 0 && (
        <div className="guest__lost">
          <h2>{words('gone-title')}</h2>
          {questions(lost)}
        </div>
      )}
    </div>
  );
}

/** A word joiner: the number stays on the line of the words that it stands after. */
const NO_BREAK = '\u2060';

/** Words in question: marked, told to a screen reader with what is asked about them, and numbered where they end. */
function Marked({
  covering,
  from,
  to,
  children,
}: {
  covering: readonly AskedPlace[];
  from: number;
  to: number;
  children: ReactNode;
}) {
  const words = useTranslations('guest');
  // Of several that overlap, the one that began last.
  const innermost = covering.reduce((best, one) => (one.from >= best.from ? one : best));
  const begin = covering.filter((place) => place.from === from);
  const end = covering.filter((place) => place.to === to);
  return (
    <>
      {begin.map(({ claimId, from }) => (
        <span key={claimId} id={`words-${claimId}-${from}`} className="guest__anchor" />
      ))}
      <mark aria-details={`question-${innermost.claimId}`}>{children}</mark>
      {end.length > 0 && NO_BREAK}
      {end.map(({ claimId, number }) => (
        <a
          key={claimId}
          className="guest__number"
          href={`#question-${claimId}`}
          aria-label={words('number', { number })}
        >
          {number}
        </a>
      ))}
    </>
  );
}

/** What is asked about one claim. */
const Question = memo(function Question({
  asked,
  language,
  readOnly,
  send,
}: {
  asked: Asked;
  language: string;
  readOnly: boolean;
  send: SendAnswer;
}) {
  const words = useTranslations('guest');
  const { claim, number } = asked;
  const place = firstPlace(asked);
  const now = claim.anchors.find(({ current }) => current !== null)?.current ?? claim.exact;
  return (
    <article
      className="question"
      id={`question-${claim.id}`}
      aria-labelledby={`question-${claim.id}-head`}
      tabIndex={-1}
    >
      <header className="question__head">
        <span className="guest__number" aria-hidden="true">
          {number}
        </span>
        <div>
          <h2 id={`question-${claim.id}-head`}>
            <span className="sr">{words('question', { number })} </span>
            <Quoted className="question__words" lang={language} words={claim.exact} />
          </h2>
          {now !== claim.exact && (
            <p className="question__now">
              {words('now')} <Quoted lang={language} words={now} />
            </p>
          )}
          {place && (
            <a className="link question__back" href={`#words-${claim.id}-${place.from}`}>
              {words('to-text')}
            </a>
          )}
        </div>
      </header>
      {claim.queries.map((query) => (
        <Query key={query.id} query={query} words={now} language={language} readOnly={readOnly} send={send} />
      ))}
    </article>
  );
});
