'use client';
import { memo, type RefObject, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ArticleHandle } from '@/components/editor/ArticleView';
import { later } from '@/components/ui/later';
import { useDeskActions } from '../actions';
import { docOf } from '../places';
import { useDesk } from '../state/use-desk';
import { useView } from '../view';
import { visibleClaims } from '../visible';
import { marginItems } from './items';
import { MarginLayout } from './margin-layout';
import { LostTray, Note, RepeatNote } from './Note';

const Card = later(() => import('../card/Card'));

/** Below this many notes all are in the page; above it only those near the window. */
const ALL = 60;

const none: ReadonlyMap<number, number> = new Map();

/**
 * The margin beside the article: a note for each claim, and the open one as a card. Notes are laid out by `MarginLayout` after
 * every change of what they say or where their words stand; scrolling only decides which of them are in the page.
 */
export const Margin = memo(function Margin({
  article,
  canvas,
  repeated = none,
}: {
  article: RefObject<ArticleHandle | null>;
  canvas: RefObject<HTMLElement | null>;
  repeated?: ReadonlyMap<number, number>;
}) {
  const words = useTranslations('desk.margin');
  const claims = useDesk((desk) => desk.claims);
  const claimById = useDesk((desk) => desk.claimById);
  const numberOf = useDesk((desk) => desk.numberOf);
  const verdicts = useDesk((desk) => desk.scale.verdicts);
  const me = useDesk((desk) => desk.me);
  const doc = useDesk((desk) => docOf(desk.article.doc));
  const filter = useView((view) => view.filter);
  const verdict = useView((view) => view.verdict);
  const active = useView((view) => view.active);
  const turn = useView((view) => view.turn);
  const moved = useView((view) => view.layout);
  const actions = useDeskActions();
  const shownClaims = useMemo(() => {
    const visible = visibleClaims({ claims, me }, { filter, verdict });
    const open = active && claimById.get(active.claimId);
    // An open claim stays open while a filter would hide it.
    return open && !visible.includes(open) ? claims.filter((one) => one === open || visible.includes(one)) : visible;
  }, [claims, claimById, me, filter, verdict, active]);
  const items = useMemo(() => marginItems(doc, shownClaims, active, repeated), [doc, shownClaims, active, repeated]);

  const root = useRef<HTMLElement>(null);
  const leader = useRef<SVGSVGElement>(null);
  const [layout] = useState(() => new MarginLayout());
  const [near, setNear] = useState({ from: 0, to: ALL });

  useLayoutEffect(() => {
    layout.attach({ article, canvas, root, leader, onNear: setNear });
    layout.show({ items, activeId: active?.claimId ?? null, turn, moved, near });
  });
  useEffect(() => layout.watch(), [layout]);

  const open = claimById.get(active?.claimId ?? '');
  const colour = verdicts.find((one) => one.key === open?.verdict)?.colour;
  return (
    <>
      <aside className="margin" ref={root} aria-label={words('name')} data-open={active ? '' : undefined}>
        {items.map((item, index) => {
          const isCard = item.kind === 'claim' && item.claim.id === active?.claimId;
          if (!isCard && items.length > ALL && (index < near.from || index >= near.to)) return null;
          return (
            <div key={item.key} className={isCard ? 'slot slot--card' : 'slot'} data-slot={item.key}>
              {isCard ? (
                <Suspense>
                  <Card />
                </Suspense>
              ) : item.kind === 'claim' ? (
                <Note claim={item.claim} number={numberOf.get(item.claim.id) ?? 0} stale={item.stale} />
              ) : item.kind === 'repeat' ? (
                <RepeatNote
                  like={item.like}
                  claims={item.claims}
                  onShow={() => article.current?.scrollTo(item.likePosition)}
                />
              ) : (
                <LostTray claims={item.claims} onOpen={(id) => actions.open(id, { focus: 'card' })} />
              )}
            </div>
          );
        })}
      </aside>
      <svg className="leader" ref={leader} data-colour={colour ?? 'none'} aria-hidden="true">
        <path />
        <circle r="2.5" />
      </svg>
    </>
  );
});
