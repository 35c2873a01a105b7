'use client';
import { memo, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Icon } from '@/components/ui/Icon';
import { Quoted } from '@/components/ui/Quoted';
import type { Claim } from '@/core/claim/claim';
import { openThreads, waits } from '@/core/claim/open-threads';
import { unmarkedText } from '@/core/claim/unmarked-text';
import { useDeskActions } from '../actions';
import { SaveWords } from '../card/SaveMark';
import { Here } from '../Here';
import { sameButPlaces } from '../same-but-places';
import { saveOfClaim } from '../state/desk-store';
import { useDesk } from '../state/use-desk';
import { VerdictGlyph } from '../VerdictGlyph';
import { useDeskView, useView } from '../view';

/** How much of a reason a note reads: more than its two lines can show. */
const REASON = 240;

/** A claim at rest: verdict, status, face and reason, and no box. */
export const Note = memo(
  RestingNote,
  (a, b) => a.number === b.number && a.stale === b.stale && sameButPlaces(a.claim, b.claim),
);

function RestingNote({ claim, number, stale }: { claim: Claim; number: number; stale: boolean }) {
  const words = useTranslations('desk');
  const view = useDeskView();
  const actions = useDeskActions();
  const hovered = useView((now) => now.hovered === claim.id);
  const verdict = useDesk((desk) => desk.scale.verdicts.find((one) => one.key === claim.verdict) ?? null);
  const person = useDesk((desk) => desk.personById.get(claim.assigneeId ?? claim.verdictBy ?? '') ?? null);
  const save = useDesk((desk) => saveOfClaim(desk, claim.id));
  const comments = openThreads(claim.comments);
  const asked = claim.comments.some(waits);
  const rationale = claim.rationale ?? '';
  const reason = useReason(rationale.slice(0, REASON));
  const quiet = save.state === 'saved' || save.state === 'saving';
  const shown = stale ? words('margin.stale') : reason || (verdict ? words('margin.no-reason') : '');
  return (
    <button
      type="button"
      id={`claim-note-${claim.id}`}
      className="note"
      data-colour={verdict?.colour ?? 'none'}
      data-stale={stale ? '' : undefined}
      data-hover={hovered ? '' : undefined}
      aria-label={words('margin.note', {
        number,
        verdict: verdict?.label ?? words('no-verdict'),
        status: words(`status.${claim.status}`),
        reason: shown,
        comments,
        asked: asked ? 'yes' : 'no',
      })}
      onClick={(event) => actions.open(claim.id, { focus: event.detail === 0 ? 'card' : undefined })}
      onPointerEnter={() => view.set({ hovered: claim.id })}
      onPointerLeave={() => view.set({ hovered: null })}
    >
      <span className="note__head">
        <VerdictGlyph verdict={verdict} />
        <b>{verdict?.label ?? words('no-verdict')}</b>
        <span className="note__one" dir="auto">
          {shown}
        </span>
        <span className="note__status">
          {!quiet ? (
            <SaveWords save={save} />
          ) : stale ? (
            <span className="note__stale">
              <Icon name="turn" size={12} />
              {words('margin.recheck')}
            </span>
          ) : (
            <span className={shown ? 'note__step' : undefined}>{words(`status.${claim.status}`)}</span>
          )}
        </span>
        {comments > 0 && (
          <span className="note__said num" data-asked={asked ? 'query' : undefined}>
            <Icon name="comment" size={12} />
            {asked ? '?' : comments}
          </span>
        )}
        <Here claimId={claim.id} />
        <Avatar id={person?.id ?? null} name={person?.name ?? null} title="" />
      </span>
      {shown && (
        <span className="note__reason" dir="auto">
          {shown}
        </span>
      )}
    </button>
  );
}

/** The words of a rationale. What reads its markup is large: it is fetched for the first rationale that has any. */
function useReason(rationale: string): string {
  const plain = unmarkedText(rationale);
  const [read, setRead] = useState<{ rationale: string; words: string } | null>(null);
  useEffect(() => {
    if (plain !== null) return;
    let current = true;
    import('@/core/claim/rationale').then(
      ({ rationaleText, rationaleTree }) =>
        current && setRead({ rationale, words: rationaleText(rationaleTree(rationale)) }),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [plain, rationale]);
  return plain ?? (read?.rationale === rationale ? read.words : rationale);
}

/** Beside a paragraph that says the same as an earlier one: which, and the verdicts that both share. */
export const RepeatNote = memo(function RepeatNote({
  like,
  claims,
  onShow,
}: {
  like: number;
  claims: readonly Claim[];
  onShow: () => void;
}) {
  const words = useTranslations('desk.margin');
  const verdicts = useDesk((desk) => desk.scale.verdicts);
  return (
    <button type="button" className="note note--repeat" onClick={onShow}>
      <span className="note__head">
        <Icon name="repeat" size={14} />
        <b>{words('same-as', { number: like })}</b>
        <span className="note__glyphs">
          {claims.slice(0, 12).map((claim) => (
            <VerdictGlyph
              key={claim.id}
              size={12}
              verdict={verdicts.find((one) => one.key === claim.verdict) ?? null}
            />
          ))}
        </span>
      </span>
      <span className="note__reason">{words('shared', { count: claims.length })}</span>
    </button>
  );
});

/** The claims whose words are gone from the article: never silently lost, never put on the wrong words. */
export function LostTray({ claims, onOpen }: { claims: readonly Claim[]; onOpen: (claimId: string) => void }) {
  const words = useTranslations('desk.margin');
  return (
    <section className="lost">
      <h2 className="lost__head">
        <Icon name="warning" size={14} />
        {words('lost', { count: claims.length })}
      </h2>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>
            <button type="button" className="lost__one" onClick={() => onOpen(claim.id)}>
              <Quoted words={claim.anchors[0]?.exact ?? ''} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
