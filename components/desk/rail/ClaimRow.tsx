'use client';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Icon } from '@/components/ui/Icon';
import type { Claim } from '@/core/claim/claim';
import { openThreads, waits } from '@/core/claim/open-threads';
import { claimState } from '@/core/claim/vocabulary';
import { useDeskActions } from '../actions';
import { Here } from '../Here';
import { sameButPlaces } from '../same-but-places';
import { saveOfClaim } from '../state/desk-store';
import { useDesk } from '../state/use-desk';
import { VerdictGlyph } from '../VerdictGlyph';
import { useDeskView, useView } from '../view';

/** One claim in the list: its verdict, its words, and whose it is or what it waits for. */
export const ClaimRow = memo(Row, (a, b) => a.current === b.current && sameButPlaces(a.claim, b.claim));

function Row({ claim, current }: { claim: Claim; current: boolean }) {
  const words = useTranslations('desk.rail');
  const view = useDeskView();
  const actions = useDeskActions();
  const hovered = useView((now) => now.hovered === claim.id);
  const verdict = useDesk((desk) => desk.scale.verdicts.find((one) => one.key === claim.verdict) ?? null);
  const person = useDesk((desk) => desk.personById.get(claim.assigneeId ?? claim.verdictBy ?? '') ?? null);
  const save = useDesk((desk) => saveOfClaim(desk, claim.id).state);
  const comments = openThreads(claim.comments);
  const asked = claim.comments.some(waits) ? 'query' : 'comments';
  const state = claimState(claim);
  const stale = state !== 'anchored' && !claim.closed;
  const quote = claim.anchors[0]?.exact ?? '';
  const trouble = save === 'conflict' || save === 'refused';
  return (
    <li>
      <a
        className="row"
        href={`#claim-${claim.id}`}
        data-colour={verdict?.colour ?? 'none'}
        data-hover={hovered ? '' : undefined}
        aria-current={current ? 'true' : undefined}
        onClick={(event) => {
          const choosing = event.metaKey || event.ctrlKey || event.shiftKey;
          if (choosing && !actions.allowed('claim.change')) return;
          event.preventDefault();
          if (choosing) return view.set({ chosen: new Set([claim.id]) });
          const byKeyboard = event.detail === 0;
          actions.open(claim.id, { scroll: true, focus: byKeyboard ? 'card' : undefined });
        }}
        onPointerEnter={() => view.set({ hovered: claim.id })}
        onPointerLeave={() => view.set({ hovered: null })}
      >
        <VerdictGlyph verdict={verdict} />
        <span className="row__words" dir="auto">
          {quote.replace(/\s+/g, ' ')}
        </span>
        {comments > 0 && (
          <span className="row__said num" data-asked={asked} title={words(asked, { count: comments })}>
            <Icon name="comment" size={12} />
            <span aria-hidden="true">{asked === 'query' ? '?' : comments}</span>
            <span className="sr">{words(asked, { count: comments })}</span>
          </span>
        )}
        <Here claimId={claim.id} />
        {trouble ? (
          <span className="row__sign" title={words('trouble')}>
            <Icon name="warning" size={14} />
            <span className="sr">{words('trouble')}</span>
          </span>
        ) : stale ? (
          <span className="row__sign" title={words(state === 'orphaned' ? 'lost' : 'stale')}>
            <Icon name={state === 'orphaned' ? 'warning' : 'turn'} size={14} />
            <span className="sr">{words(state === 'orphaned' ? 'lost' : 'stale')}</span>
          </span>
        ) : (
          <Avatar id={person?.id ?? null} name={person?.name ?? null} title={person ? undefined : words('nobody')} />
        )}
      </a>
    </li>
  );
}
