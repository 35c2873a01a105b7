'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu } from '@/components/ui/Menu';
import { VerdictChip } from '@/components/ui/VerdictChip';
import type { Claim } from '@/core/claim/claim';
import { nameAmong } from '@/core/newsroom/name-among';
import { mayHold, mayOpen } from '@/core/newsroom/rights';
import { useDeskActions } from '../../actions';
import { useDesk, useDeskCommands } from '../../state/use-desk';
import { SaveMark } from '../SaveMark';
import { Troubles } from '../Troubles';
import { BothVerdicts } from './BothVerdicts';
import { DecideForm } from './DecideForm';
import './second.css';

/** The second check of a claim: who is asked, whether the two agree, and where they differ, both sides and the decision. */
export default function SecondCheck({ claim }: { claim: Claim }) {
  const words = useTranslations('desk.second');
  const asks = useDeskActions().allowed('check.ask');
  const { changeClaim } = useDeskCommands();
  const personById = useDesk((desk) => desk.personById);
  const { check, secondCheckerId } = claim;
  const name = (id: string | null) => personById.get(id ?? '')?.name ?? words('someone');
  const waiting = secondCheckerId !== null && (check === null || check.outcome === 'waiting');
  const settled = check !== null && check.outcome !== 'waiting';
  if (!waiting && !settled && !asks) return null;
  return (
    <section className="second" aria-label={words('title')}>
      {(waiting || settled) && (
        <div className="field__head">
          <h3 className="label">{words('title')}</h3>
          <SaveMark recordId={claim.id} field={['secondCheckerId', 'check']} />
        </div>
      )}
      {waiting && (
        <div className="second__line">
          <Icon name="clock" />
          <p>
            {words(check?.givenAt ? 'waits-for-first' : 'waits', { person: name(secondCheckerId) })}
            <small>{words('waits-why')}</small>
          </p>
          {asks && !check?.givenAt && (
            <Button kind="quiet" size="small" onClick={() => changeClaim(claim.id, { secondCheckerId: null })}>
              {words('withdraw')}
            </Button>
          )}
        </div>
      )}
      {!waiting && check?.outcome === 'agreed' && <Agreed claim={claim} />}
      {!waiting && check && (check.outcome === 'disputed' || check.outcome === 'decided') && (
        <>
          <BothVerdicts check={check} />
          {check.outcome === 'disputed' ? <DecideForm claim={claim} check={check} /> : <Decided claim={claim} />}
        </>
      )}
      {asks && !waiting && check?.outcome !== 'disputed' && <Ask claim={claim} again={settled} />}
      <Troubles recordId={claim.id} fields={['secondCheckerId', 'check']} />
    </section>
  );
}

function Agreed({ claim: { check, verdict: now } }: { claim: Claim }) {
  const words = useTranslations('desk.second');
  const verdict = useDesk((desk) => desk.scale.verdicts.find(({ key }) => key === check?.verdict));
  const person = useDesk((desk) => desk.personById.get(check?.checkerId ?? '')?.name ?? words('someone'));
  return (
    <div className="second__line">
      <Icon name="check" />
      <p>
        {words('agreed', { person })} {verdict && <VerdictChip verdict={verdict} />}
        {now !== check?.verdict && <small>{words('changed-since')}</small>}
      </p>
    </div>
  );
}

function Decided({ claim: { check } }: { claim: Claim }) {
  const words = useTranslations('desk.second');
  const verdict = useDesk((desk) => desk.scale.verdicts.find(({ key }) => key === check?.decidedVerdict));
  const person = useDesk((desk) => desk.personById.get(check?.decidedBy ?? '')?.name ?? words('someone'));
  return (
    <div className="second__line">
      <Icon name="scale" />
      <p>
        {words('decided', { person })} {verdict && <VerdictChip verdict={verdict} />}
        <small dir="auto">{check?.reason}</small>
      </p>
    </div>
  );
}

/** Whom a second check can be asked of: those who check, may open the article, and have not checked the claim first. */
function Ask({ claim, again }: { claim: Claim; again: boolean }) {
  const words = useTranslations('desk.second');
  const { changeClaim } = useDeskCommands();
  const people = useDesk((desk) => desk.people);
  const article = useDesk((desk) => desk.article);
  const me = useDesk((desk) => desk.me.id);
  const able = people
    .filter((one) => mayHold(one) && mayOpen(one.id, article))
    .filter(({ id }) => id !== claim.assigneeId && id !== claim.verdictBy)
    .sort((a, b) => a.name.localeCompare(b.name));
  if (able.length === 0) return <p className="help">{words('nobody-else')}</p>;
  return (
    <Menu
      label={words('ask-whom')}
      align="start"
      button={{ kind: 'quiet', size: 'small', icon: 'people', children: words(again ? 'ask-again' : 'ask') }}
      items={able.map((one) => ({
        id: one.id,
        label: one.id === me ? words('me', { person: one.name }) : nameAmong(one, able),
        onSelect: () => changeClaim(claim.id, { secondCheckerId: one.id }),
      }))}
    />
  );
}
