'use client';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import { Menu } from '@/components/ui/Menu';
import { isUnsettled } from '@/core/claim/blind';
import type { Claim } from '@/core/claim/claim';
import { waits } from '@/core/claim/open-threads';
import { nameAmong } from '@/core/newsroom/name-among';
import { mayAssign, mayHold, mayOpen } from '@/core/newsroom/rights';
import { useDeskActions } from '../actions';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { Approval } from './Approval';
import { SaveMark } from './SaveMark';
import { SendBack } from './SendBack';
import { Troubles } from './Troubles';
import { WaitingQueries } from './WaitingQueries';

/** Whose the claim is, and what happens to it next: to the reviewer, then approved or sent back. */
export function CardFoot({ claim, editable }: { claim: Claim; editable: boolean }) {
  const words = useTranslations('desk.foot');
  const actions = useDeskActions();
  const approves = actions.allowed('claim.approve');
  const [sending, setSending] = useState(false);
  const { status } = claim;
  const judged = claim.verdict !== null || Boolean(claim.rationale?.trim());
  const asked = claim.comments.some(waits);
  const held = isUnsettled(claim.check);
  const disputed = claim.check?.outcome === 'disputed';
  const why = useId();
  const refusal = actions.refusalOf(claim);
  const reviewed = status === 'in-review' || status === 'approved' || status === 'disputed';
  const toApprove = approves && status !== 'approved';
  return (
    <footer className="card__foot">
      {sending && <SendBack claim={claim} onDone={() => setSending(false)} />}
      {asked && toApprove && <WaitingQueries claim={claim} id={why} />}
      <Troubles recordId={claim.id} fields={['assigneeId']} />
      <Approval
        claim={claim}
        why={`${why}-refusal`}
        refusal={toApprove && reviewed && judged && !disputed ? (held ? words('second-first') : refusal) : null}
      />
      <div className="card__who">
        <Assignee claim={claim} editable={editable} />
        <SaveMark recordId={claim.id} field="assigneeId" />
      </div>
      <span className="fill" />
      {approves && reviewed && !sending && !disputed && (
        <Button size="small" onClick={() => setSending(true)}>
          {words('send-back')}
        </Button>
      )}
      {toApprove && reviewed && !disputed && (
        <Button
          kind="main"
          size="small"
          aria-disabled={refusal !== null || asked || held || undefined}
          aria-describedby={asked ? why : refusal !== null && judged ? `${why}-refusal` : undefined}
          title={held ? words('second-first') : (refusal ?? undefined)}
          onClick={() => !asked && !held && actions.approve(claim.id)}
        >
          {words('approve')}
          <Kbd silent>A</Kbd>
        </Button>
      )}
      {editable && !reviewed && (
        <Button
          kind="main"
          size="small"
          aria-disabled={!judged || undefined}
          title={judged ? undefined : words('judge-first')}
          onClick={() => judged && actions.setStatus(claim.id, 'in-review')}
        >
          {words('to-review')}
        </Button>
      )}
    </footer>
  );
}

/** Who checks the claim; a choice for those who may change it. */
function Assignee({ claim, editable }: { claim: Claim; editable: boolean }) {
  const words = useTranslations('desk.foot');
  const { changeClaim } = useDeskCommands();
  const people = useDesk((desk) => desk.people);
  const article = useDesk((desk) => desk.article);
  const person = useDesk((desk) => desk.personById.get(claim.assigneeId ?? '') ?? null);
  const me = useDesk((desk) => desk.me);
  const from = claim.assigneeId;
  const second = isUnsettled(claim.check) ? claim.secondCheckerId : null;
  const shown = (
    <>
      <Avatar id={person?.id ?? null} name={person?.name ?? null} title="" />
      {person
        ? words(mayHold(person) ? 'checks' : 'had', { person: person.name.split(/\s/)[0] ?? '' })
        : words('nobody')}
    </>
  );
  const able = people.filter(
    (one) =>
      one.id === from ||
      (one.id !== second && mayHold(one) && mayOpen(one.id, article) && mayAssign(me, { from, to: one.id })),
  );
  const mayClear = mayAssign(me, { from, to: null });
  if (!editable || (able.every(({ id }) => id === from) && (from === null || !mayClear)))
    return <span className="card__person">{shown}</span>;
  const assign = (id: string | null) => () => id !== from && changeClaim(claim.id, { assigneeId: id });
  return (
    <Menu
      label={words('assign')}
      align="start"
      button={{
        kind: 'quiet',
        size: 'small',
        className: 'card__person',
        'aria-label': words('assign-name', { person: person?.name ?? words('nobody') }),
        children: shown,
      }}
      items={[
        ...(mayClear ? [{ id: '', label: words('nobody'), checked: from === null, onSelect: assign(null) }] : []),
        ...[...able]
          .sort((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || a.name.localeCompare(b.name))
          .map((one) => ({
            id: one.id,
            label:
              one.id === me.id
                ? words('me', { person: one.name })
                : mayHold(one)
                  ? nameAmong(one, able)
                  : words('has-left', { person: nameAmong(one, able) }),
            checked: one.id === from,
            onSelect: assign(one.id),
          })),
      ]}
    />
  );
}
