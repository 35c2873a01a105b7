'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { Button } from '@/components/ui/Button';
import { Time } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import type { Notice } from '@/core/article/notice';
import { notices as calls } from './sign-off-calls';
import type { SignOffData } from './sign-off-data';

/** So many code points of an entry name it to who hears and does not see. */
const NAMED_BY = 60;

/** What was put right after publication, newest last, as the reports show it. */
export function CorrectionsLog({
  data: { article, notices, names },
  editable,
  onAdd,
  onChange,
}: {
  data: SignOffData;
  editable: boolean;
  onAdd: () => void;
  onChange: (notice: Notice) => void;
}) {
  const words = useTranslations('sign-off.log');
  const failed = useTranslations('newsroom.ui');
  const toast = useToast();
  const router = useRouter();

  const told = async (act: () => Promise<unknown>, said?: () => void) => {
    try {
      await act();
      said?.();
    } catch (error) {
      if (error instanceof NoAnswer) toast(failed('no-answer'), { kind: 'error' });
      else if (error instanceof ProblemAnswer) toast(error.message, { kind: 'error' });
      else throw error;
    }
    router.refresh();
  };
  const remove = ({ id, revision }: Notice) =>
    told(
      () => calls.delete(id, revision),
      () => toast(words('removed'), { undo: () => void told(() => calls.restore(id)) }),
    );

  return (
    <section className="section" aria-labelledby="corrections-log">
      <div className="section__head">
        <h2 id="corrections-log">{words('title')}</h2>
        {editable && (
          <Button size="small" icon="plus" onClick={onAdd}>
            {words('add')}
          </Button>
        )}
      </div>
      <p className="section__lead">{words('text')}</p>
      {notices.length === 0 ? (
        <p className="section__none">{words('none')}</p>
      ) : (
        <ol className="log">
          {notices.map((notice) => (
            <li key={notice.id} className="log__entry">
              <p className="log__when">
                <Time at={notice.createdAt} show="date" /> · <bdi>{names[notice.createdBy]}</bdi>
              </p>
              <p className="log__body" dir="auto">
                {notice.body}
              </p>
              <WordsPutRight notice={notice} language={article.language} />
              {editable && (
                <div className="log__acts">
                  <Button
                    size="small"
                    kind="quiet"
                    aria-label={words('edit-named', { words: short(notice.body) })}
                    onClick={() => onChange(notice)}
                  >
                    {words('edit')}
                  </Button>
                  <Button
                    size="small"
                    kind="quiet"
                    aria-label={words('remove-named', { words: short(notice.body) })}
                    onClick={() => remove(notice)}
                  >
                    {words('remove')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function WordsPutRight({ notice: { before, after }, language }: { notice: Notice; language: string }) {
  const words = useTranslations('sign-off.log');
  if (before === null && after === null) return null;
  return (
    <dl className="log__words">
      {[
        { label: 'before' as const, text: before },
        { label: 'after' as const, text: after },
      ].map(({ label, text }) =>
        text === null ? null : (
          <div key={label}>
            <dt>{words(label)}</dt>
            <dd lang={language} dir="auto">
              {text}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

function short(text: string): string {
  const points = Array.from(text);
  return points.length > NAMED_BY ? `${points.slice(0, NAMED_BY).join('')}…` : text;
}
