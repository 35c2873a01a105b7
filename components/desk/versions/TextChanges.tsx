'use client';
import { Fragment, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type Hunk, textDifference } from '@/core/article/text-difference';
import { Difference } from '../Difference';
import { useDesk } from '../state/use-desk';

/** How two texts of the article differ: what changed, word by word; what stayed only as a count of its paragraphs. */
export function TextChanges({ before, after }: { before: string; after: string }) {
  const words = useTranslations('desk.versions');
  const language = useDesk((desk) => desk.article.language);
  const hunks = useMemo(() => textDifference(before, after), [before, after]);
  if (hunks.every(({ kind }) => kind === 'same')) return <p className="changes__none">{words('same')}</p>;
  return (
    <div className="changes" lang={language}>
      {hunks.map((hunk) => (
        <Fragment key={`${hunk.kind} ${hunk.before?.start} ${hunk.after?.start}`}>
          {hunk.kind === 'same' ? (
            <p className="changes__same">{words('paragraphs-same', { count: linesIn(hunk, after) })}</p>
          ) : (
            <ChangedLines hunk={hunk} before={before} after={after} />
          )}
        </Fragment>
      ))}
    </div>
  );
}

function ChangedLines({ hunk, before, after }: { hunk: Hunk; before: string; after: string }) {
  const words = useTranslations('desk.versions');
  const was = hunk.before ? before.slice(hunk.before.start, hunk.before.end) : '';
  const is = hunk.after ? after.slice(hunk.after.start, hunk.after.end) : '';
  return (
    <div className="changes__hunk" data-kind={hunk.kind}>
      <span className="changes__kind">{words(`kinds.${hunk.kind as 'changed'}`)}</span>
      <p dir="auto">
        <Difference first={was} second={is} />
      </p>
    </div>
  );
}

function linesIn({ after }: Hunk, text: string): number {
  return after ? text.slice(after.start, after.end).split('\n').length : 0;
}
