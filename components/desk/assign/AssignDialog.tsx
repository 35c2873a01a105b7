'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { articles } from '@/components/interface/operations';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { RadioGroup } from '@/components/ui/Choice';
import { Dialog } from '@/components/ui/Dialog';
import { useToast } from '@/components/ui/Toast';
import type { Claim } from '@/core/claim/claim';
import { shareOut } from '@/core/claim/share-out';
import { grouped } from '@/core/grouped';
import { mayHold, mayOpen } from '@/core/newsroom/rights';
import { useDesk } from '../state/use-desk';
import { useDeskView, useView } from '../view';
import { ToWhom } from './ToWhom';
import './assign.css';

type Which = 'chosen' | 'unassigned' | 'all';

/** Gives claims to people: one gets them all, several share them evenly; nobody takes them off whoever has them. */
export default function AssignDialog({ onClose }: { onClose: () => void }) {
  const words = useTranslations('work.assign');
  const toast = useToast();
  const view = useDeskView();
  const marked = useView((now) => now.chosen);
  const article = useDesk((desk) => desk.article);
  const all = useDesk((desk) => desk.claims);
  const provisional = useDesk((desk) => desk.provisional);
  const people = useDesk((desk) => desk.people);
  const personById = useDesk((desk) => desk.personById);
  const { sending, refused, send } = useSending();
  const [to, setTo] = useState<readonly string[]>([]);

  const sets = useMemo(() => {
    const there = all.filter(({ id }) => !provisional.has(id));
    const open = there.filter(({ status, closed }) => status !== 'approved' && !closed);
    const held = ({ assigneeId }: Claim) => {
      const person = personById.get(assigneeId ?? '');
      return person !== undefined && mayHold(person);
    };
    return {
      chosen: there.filter(({ id }) => marked?.has(id)),
      unassigned: open.filter((claim) => !held(claim)),
      all: open,
    };
  }, [all, provisional, personById, marked]);
  const choices = (['chosen', 'unassigned', 'all'] as const).filter((one) => sets[one].length > 0);
  const [which, setWhich] = useState<Which>(choices[0] ?? 'all');
  const claims = sets[which];
  const left = sets.unassigned.filter(({ assigneeId }) => assigneeId !== null).length;

  const checkers = people.filter(mayHold).toSorted((a, b) => a.name.localeCompare(b.name));
  const able = checkers.filter(({ id }) => mayOpen(id, article));
  const receivers = able.filter(({ id }) => to.includes(id)).map(({ id }) => id);
  const shares = shareOut(
    claims.map(({ id }) => id),
    receivers,
  );
  const taking = receivers.length === 0;
  const idle = claims.length === 0 || (taking && claims.every(({ assigneeId }) => assigneeId === null));

  const give = async () => {
    if (idle || sending) return;
    const before = claims.map(({ id, assigneeId }) => ({ id, assigneeId }));
    const answer = await send(() => articles.assign(article.id, { claims: claims.map(({ id }) => id), to: receivers }));
    if (!answer) return;
    const counts = {
      claims: claims.length,
      people: receivers.length,
      person: personById.get(receivers[0] ?? '')?.name ?? '',
    };
    toast(taking ? words('taken', counts) : words('given', counts), { undo: () => void takeBack(before) });
    view.set({ chosen: null });
    onClose();
  };
  /** Everybody who had some gets those again; who cannot have any by now leaves them to nobody. */
  const takeBack = async (before: readonly Pick<Claim, 'id' | 'assigneeId'>[]) => {
    const able = new Set(people.filter((one) => mayHold(one) && mayOpen(one.id, article)).map(({ id }) => id));
    const had = grouped(before, ({ assigneeId }) => (assigneeId && able.has(assigneeId) ? assigneeId : null));
    const done = await send(() =>
      Promise.all(
        [...had].map(([person, ofPerson]) =>
          articles.assign(article.id, { claims: ofPerson.map(({ id }) => id), to: person ? [person] : [] }),
        ),
      ),
    );
    if (done) toast(words('undone'));
  };

  return (
    <Dialog
      open
      closable={!sending}
      onClose={onClose}
      title={words('title')}
      foot={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind={taking && !idle ? 'plain' : 'main'} aria-disabled={idle || sending || undefined} onClick={give}>
            {taking && !idle
              ? words('take-away', { claims: claims.length })
              : words('give', {
                  claims: claims.length,
                  people: receivers.length,
                  person: personById.get(receivers[0] ?? '')?.name ?? '',
                })}
          </Button>
        </>
      }
    >
      <div className="assign">
        {refused && (
          <p className="help help--bad" role="alert">
            {refused}
          </p>
        )}
        {choices.length === 0 ? (
          <p>{words('none-left')}</p>
        ) : (
          <RadioGroup
            legend={words('which')}
            name="which"
            value={which}
            options={choices.map((one) => ({
              value: one,
              label: words(one, { count: sets[one].length }),
              help:
                one === 'all'
                  ? words('all-help')
                  : one === 'unassigned' && left > 0 && words('unassigned-left', { left }),
            }))}
            onChange={setWhich}
          />
        )}
        {marked === null && all.length > 0 && (
          <Button
            kind="quiet"
            size="small"
            onClick={() => {
              view.set({ chosen: new Set(), list: true });
              onClose();
            }}
          >
            {words('choose')}
          </Button>
        )}
        <ToWhom people={able} chosen={to} onChange={setTo} shares={shares} />
        {checkers.length > able.length && (
          <p className="help">
            {words('outside', { count: checkers.length - able.length })}{' '}
            <button type="button" className="link" onClick={() => view.set({ dialog: 'people' })}>
              {words('outside-open')}
            </button>
          </p>
        )}
      </div>
    </Dialog>
  );
}
