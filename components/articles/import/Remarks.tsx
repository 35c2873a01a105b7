'use client';

import { useTranslations } from 'use-intl';
import { Checkbox, RadioGroup } from '@/components/ui/Choice';
import type { ArticlePreview } from '@/core/article/article';
import { rationaleText, rationaleTree } from '@/core/claim/rationale';
import type { Taken } from './draft';

/** How many remarks are shown by their words: the rest stand in the text. */
const SHOWN = 50;

/** What a document holds beside its text: comments, which become claims unless they are not wanted, and tracked changes. */
export function Remarks({
  preview,
  taken,
  onTaken,
}: {
  preview: Pick<ArticlePreview, 'remarks' | 'changes'>;
  taken: Taken;
  onTaken: (taken: Taken) => void;
}) {
  const words = useTranslations('articles.preview');
  const { remarks, changes } = preview;
  if (remarks.length === 0 && changes === 0) return null;
  return (
    <div className="remarks">
      {changes > 0 && (
        <RadioGroup
          legend={words('changes', { count: changes })}
          name="changes"
          value={taken.changes ?? 'accepted'}
          options={(['accepted', 'original'] as const).map((value) => ({ value, label: words(`changes-as.${value}`) }))}
          onChange={(value) => onTaken({ ...taken, changes: value })}
        />
      )}
      {remarks.length > 0 && (
        <>
          <Checkbox
            label={words('remarks', { count: remarks.length })}
            checked={taken.remarks !== 'none'}
            onChange={(wanted) => onTaken({ ...taken, remarks: wanted ? 'claims' : 'none' })}
          />
          <details>
            <summary>{words('remarks-show')}</summary>
            <ol>
              {remarks.slice(0, SHOWN).map((remark) => (
                <li key={remark.places.map(({ from, to }) => `${from}-${to}`).join(' ')} dir="auto">
                  <RemarkWords remark={remark} />
                </li>
              ))}
            </ol>
            {remarks.length > SHOWN && <p>{words('remarks-more', { count: remarks.length - SHOWN })}</p>}
          </details>
        </>
      )}
    </div>
  );
}

function RemarkWords({ remark }: { remark: ArticlePreview['remarks'][number] }) {
  const words = useTranslations('articles.preview');
  const first = remark.threads[0];
  const comment = first?.comments[0];
  const markdown = comment?.body ?? remark.rationale;
  const said = markdown ? rationaleText(rationaleTree(markdown)) : (remark.sources[0]?.title ?? '');
  const replies = remark.threads.reduce((count, thread) => count + thread.comments.length, -1);
  return (
    <>
      {(comment?.author || remark.verdict) && <b>{comment?.author || remark.verdict} </b>}
      {said}
      {replies > 0 && <small> {words('replies', { count: replies })}</small>}
      {first?.resolved && <small> {words('resolved')}</small>}
      {remark.sources.length > 0 && <small> {words('with-sources', { count: remark.sources.length })}</small>}
    </>
  );
}
