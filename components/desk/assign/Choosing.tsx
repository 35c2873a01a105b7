'use client';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import type { Claim } from '@/core/claim/claim';
import { mayAssign } from '@/core/newsroom/rights';
import { useDeskActions } from '../actions';
import type { Group } from '../rail/groups';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { VerdictGlyph } from '../VerdictGlyph';
import { useDeskView, useView } from '../view';
import { AskMany } from './AskMany';
import './assign.css';

/**
 * The list of claims while several are chosen: each with a tick, a paragraph's with one for all. Shift takes everything from the
 * one ticked last; Esc ends it.
 */
export default function Choosing({ groups }: { groups: readonly Group[] }) {
  const words = useTranslations('work.assign');
  const rail = useTranslations('desk.rail');
  const view = useDeskView();
  const chosen = useView((now) => now.chosen) ?? none;
  const list = useRef<HTMLDivElement>(null);
  const shift = useRef(false);
  const ids = groups.flatMap(({ claims }) => claims.map(({ id }) => id));
  const last = useRef<string | null>([...chosen].at(-1) ?? null);

  useEffect(() => {
    const boxes = list.current?.querySelectorAll<HTMLInputElement>('.choice input') ?? [];
    ([...boxes].find((box) => box.checked) ?? boxes[0])?.focus();
  }, []);

  const choose = (some: readonly string[], wanted: boolean) => {
    const next = new Set(chosen);
    for (const id of some)
      if (wanted) next.add(id);
      else next.delete(id);
    view.set({ chosen: next });
  };
  const tick = (id: string, wanted: boolean) => {
    const from = shift.current && last.current !== null ? ids.indexOf(last.current) : -1;
    const to = ids.indexOf(id);
    choose(from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1), wanted);
    last.current = id;
  };
  const onKey = (event: KeyboardEvent) => {
    shift.current = event.shiftKey;
    if (event.key !== 'Escape' || event.type !== 'keydown') return;
    event.stopPropagation();
    view.set({ chosen: null });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes whether shift is held, and hears Esc from what is inside
    <div className="choosing" ref={list} onKeyDown={onKey} onKeyUp={onKey}>
      <fieldset className="claims" aria-label={words('list')}>
        {groups.length === 0 && <p className="claims__none">{rail('none-here')}</p>}
        {groups.map(({ paragraph, claims }) => {
          const all = claims.every(({ id }) => chosen.has(id));
          return (
            <section key={paragraph ?? 'lost'}>
              <label className="choice choice--all">
                <input
                  type="checkbox"
                  checked={all}
                  onChange={() =>
                    choose(
                      claims.map(({ id }) => id),
                      !all,
                    )
                  }
                />
                {paragraph === null ? words('whole-lost') : words('whole-paragraph', { number: paragraph })}
              </label>
              {claims.map((claim) => (
                <Choice
                  key={claim.id}
                  claim={claim}
                  checked={chosen.has(claim.id)}
                  onPress={(held) => {
                    shift.current = held;
                  }}
                  onTick={(wanted) => tick(claim.id, wanted)}
                />
              ))}
            </section>
          );
        })}
      </fieldset>
      <Foot />
    </div>
  );
}

const none: ReadonlySet<string> = new Set();

function Choice({
  claim,
  checked,
  onPress,
  onTick,
}: {
  claim: Claim;
  checked: boolean;
  /** Before it is ticked by a pointer: whether shift is held. */
  onPress: (shift: boolean) => void;
  onTick: (wanted: boolean) => void;
}) {
  const verdict = useDesk((desk) => desk.scale.verdicts.find((one) => one.key === claim.verdict) ?? null);
  const person = useDesk((desk) => desk.personById.get(claim.assigneeId ?? '') ?? null);
  const rail = useTranslations('desk.rail');
  return (
    <label
      className="choice"
      data-colour={verdict?.colour ?? 'none'}
      onPointerDown={(event) => onPress(event.shiftKey)}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <input type="checkbox" checked={checked} onChange={() => onTick(!checked)} />
      <VerdictGlyph verdict={verdict} />
      <span className="row__words" dir="auto">
        {(claim.anchors[0]?.exact ?? '').replace(/\s+/g, ' ')}
      </span>
      <Avatar id={person?.id ?? null} name={person?.name ?? null} title={person ? undefined : rail('nobody')} />
    </label>
  );
}

/** How many are chosen, and what can be done with them. */
function Foot() {
  const words = useTranslations('work.assign');
  const view = useDeskView();
  const actions = useDeskActions();
  const toast = useToast();
  const { changeClaim } = useDeskCommands();
  const chosen = useView((now) => now.chosen) ?? none;
  const me = useDesk((desk) => desk.me);
  const claimById = useDesk((desk) => desk.claimById);
  const takeable = [...chosen].filter((id) => {
    const from = claimById.get(id)?.assigneeId;
    return from !== undefined && from !== me.id && mayAssign(me, { from, to: me.id });
  });
  const take = () => {
    const done = takeable.map((id) => changeClaim(id, { assigneeId: me.id }));
    view.set({ chosen: null });
    const undo = () => {
      for (const one of done) one.undo();
    };
    toast(words('took', { count: done.length }), { undo });
  };
  return (
    <div className="choosing__foot">
      <p role="status">
        {words('so-many', { count: chosen.size })}
        <small>{words('hint')}</small>
      </p>
      {actions.allowed('claim.assign') && (
        <Button
          kind="main"
          size="small"
          aria-disabled={chosen.size === 0 || undefined}
          onClick={() => chosen.size > 0 && view.set({ dialog: 'assign' })}
        >
          {words('next')}
        </Button>
      )}
      {chosen.size > 0 && actions.allowed('check.ask') && (
        <AskMany chosen={[...chosen].flatMap((id) => claimById.get(id) ?? [])} />
      )}
      {takeable.length > 0 && (
        <Button size="small" onClick={take}>
          {words('take', { count: takeable.length })}
        </Button>
      )}
      <Button kind="quiet" size="small" onClick={() => view.set({ chosen: null })}>
        {words('stop')}
      </Button>
    </div>
  );
}
