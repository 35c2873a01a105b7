'use client';
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Empty } from '@/components/ui/Empty';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import { later } from '@/components/ui/later';
import { useDeskActions } from '../actions';
import { docOf, paragraphOf } from '../places';
import { useDesk } from '../state/use-desk';
import { useDeskView, useView } from '../view';
import { visibleClaims } from '../visible';
import { ClaimRow } from './ClaimRow';
import { groupsOf } from './groups';

const Choosing = later(() => import('../assign/Choosing'));

/** The claims that the filters let through, by the paragraph of their first place. */
export function ClaimList() {
  const words = useTranslations('desk.rail');
  const all = useDesk((desk) => desk.claims);
  const me = useDesk((desk) => desk.me);
  const doc = useDesk((desk) => docOf(desk.article.doc));
  const filter = useView((view) => view.filter);
  const verdict = useView((view) => view.verdict);
  const active = useView((view) => view.active?.claimId);
  const choosing = useView((view) => view.chosen !== null);
  const visible = visibleClaims({ claims: all, me }, { filter, verdict });
  const groups = useMemo(() => groupsOf(visible, (position) => paragraphOf(doc, position)), [visible, doc]);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!active) return;
    const row = list.current?.querySelector('[aria-current]');
    row?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  if (all.length === 0) return <NoClaims />;
  if (choosing)
    return (
      <Suspense fallback={<div className="claims" />}>
        <Choosing groups={groups} />
      </Suspense>
    );
  return (
    <div className="claims" ref={list}>
      {visible.length === 0 && <p className="claims__none">{words('none-here')}</p>}
      {groups.map(({ paragraph, also, claims }) => (
        <section key={paragraph ?? 'lost'} className="claims__group" aria-label={nameOf(paragraph, words)}>
          <h2 className="claims__head">
            {paragraph === null ? words('lost') : <>¶&thinsp;{paragraph}</>}
            {also.length > 0 && (
              <span title={words('also', { paragraphs: also.join(', ') })}>
                <Icon name="repeat" size={12} />
                <span className="num">{also.join(', ')}</span>
              </span>
            )}
          </h2>
          <ul>
            {claims.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} current={claim.id === active} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type Words = ReturnType<typeof useTranslations<'desk.rail'>>;
const nameOf = (paragraph: number | null, words: Words) =>
  paragraph === null ? words('lost') : words('paragraph', { number: paragraph });

/** Before the first claim: what to do, as far as this person may. */
function NoClaims() {
  const words = useTranslations('desk.empty');
  const view = useDeskView();
  const actions = useDeskActions();
  const editable = actions.allowed('claim.change');
  return (
    <div className="claims claims--empty">
      <h2 className="sr">{words('heading')}</h2>
      <Empty
        title={words('title')}
        actions={
          editable && (
            <Button
              size="small"
              onClick={() => {
                view.set({ list: false });
                actions.nextUnmarked();
              }}
            >
              {words('first')}
              <Kbd silent>N</Kbd>
            </Button>
          )
        }
      >
        {editable ? words.rich('text', { key: () => <Kbd>C</Kbd> }) : words('text-viewer')}
      </Empty>
    </div>
  );
}
