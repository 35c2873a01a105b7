'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { sources } from '@/components/interface/operations';
import { sentenceOf, useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { useToast } from '@/components/ui/Toast';
import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { LikelyDouble, Source, SourceClaim } from '@/core/source/source';
import { type SourcesView, sourcesAddress } from './looked-for';
import { MergeDialog } from './MergeDialog';
import { StandingDialog } from './StandingDialog';

/** How a source stands, the doubles that it may have, and what an editor can do about either. */
export function SourceActions({
  me,
  view,
  source,
  claims,
  doubles,
}: {
  me: Me;
  view: SourcesView;
  source: Source;
  claims: readonly SourceClaim[];
  doubles: readonly LikelyDouble[];
}) {
  const words = useTranslations('sources');
  const noAnswer = useTranslations('newsroom.ui');
  const toast = useToast();
  const router = useRouter();
  const { refused, send } = useSending();
  const [asking, setAsking] = useState<'standing' | 'merge' | null>(null);
  const [other, setOther] = useState<Source | null>(null);
  const judges = may(me.role, 'source.judge');
  const merges = may(me.role, 'source.merge');
  const merge = (into: Source | null) => {
    setOther(into);
    setAsking('merge');
  };
  const restore = async (id: string) => {
    if (!(await send(() => sources.restore(id)))) return;
    toast(words('restored', { title: source.title }));
    router.replace(sourcesAddress(view, { id, only: '' }));
  };
  const undoMerge = async (id: string) => {
    // This source's place is taken by the other one's by now: what is wrong is told where the merge was.
    const refusal = await sources.undoMerge(id).then(
      () => null,
      (error: unknown) => error,
    );
    if (refusal instanceof ProblemAnswer) return toast(sentenceOf(refusal), { kind: 'error' });
    if (refusal instanceof NoAnswer) return toast(noAnswer('no-answer'), { kind: 'error' });
    if (refusal) throw refusal;
    toast(words('merge.undone', { title: source.title }));
    router.replace(sourcesAddress(view, { id }));
    router.refresh();
  };
  const remove = async () => {
    const gone = await send(async () => {
      await sources.delete(source.id, source.revision);
      return true;
    });
    if (!gone) return;
    toast(words('deleted', { title: source.title }), { undo: () => void restore(source.id) });
    router.replace(sourcesAddress(view, { id: null }));
    router.refresh();
  };
  return (
    <>
      {source.standing !== 'sound' && (
        <Notice kind="stale" title={words(`stands.said.${source.standing}`)}>
          {source.standingReason}
        </Notice>
      )}
      {doubles.length > 0 && (
        <section className="doubles" aria-labelledby="doubles-head">
          <h3 id="doubles-head">{words('merge.doubles')}</h3>
          <ul>
            {doubles.map(({ source: double, by }) => (
              <li key={double.id}>
                <a href={sourcesAddress(view, { id: double.id })} dir="auto">
                  {double.title}
                </a>
                <small>{words(`merge.by.${by}`)}</small>
                {merges && (
                  <Button size="small" onClick={() => merge(double)}>
                    {words('merge.into', { title: double.title })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {may(me.role, 'source.change') && (
        <div className="source-open__acts">
          {judges && (
            <Button size="small" icon="warning" onClick={() => setAsking('standing')}>
              {words('stands.change')}
            </Button>
          )}
          {merges && (
            <Button size="small" icon="copy" onClick={() => merge(null)}>
              {words('merge.open')}
            </Button>
          )}
          {claims.length === 0 && (
            <Button size="small" kind="quiet" icon="bin" onClick={remove}>
              {words('delete')}
            </Button>
          )}
        </div>
      )}
      {refused && <Notice kind="error">{refused}</Notice>}
      {asking === 'standing' && (
        <StandingDialog
          source={source}
          claims={claims}
          onClose={() => setAsking(null)}
          onSet={(standing) => {
            setAsking(null);
            toast(words(`stands.done.${standing}`));
            router.refresh();
          }}
        />
      )}
      {asking === 'merge' && (
        <MergeDialog
          source={source}
          start={other}
          onClose={() => setAsking(null)}
          onMerged={(into) => {
            setAsking(null);
            toast(
              words('merge.done', { title: into.title }),
              into.undoable ? { undo: () => void undoMerge(source.id) } : {},
            );
            router.replace(sourcesAddress(view, { id: into.id }));
            router.refresh();
          }}
        />
      )}
    </>
  );
}
