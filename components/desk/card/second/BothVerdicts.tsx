'use client';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Time } from '@/components/ui/Time';
import { VerdictChip } from '@/components/ui/VerdictChip';
import type { Check } from '@/core/claim/check';
import { useDesk } from '../../state/use-desk';
import { Markdown } from '../Markdown';

/** Two verdicts that were given apart, side by side: whose, when, and why. */
export function BothVerdicts({ check }: { check: Check }) {
  const words = useTranslations('desk.second');
  return (
    <div className="both">
      <Side
        title={words('first')}
        by={check.firstBy}
        at={check.firstAt}
        verdict={check.firstVerdict}
        reasons={check.firstRationale}
      />
      <Side
        title={words('second')}
        by={check.checkerId}
        at={check.givenAt}
        verdict={check.verdict}
        reasons={check.rationale}
      />
    </div>
  );
}

function Side({
  title,
  by,
  at,
  verdict: key,
  reasons,
}: {
  title: string;
  by: string | null;
  at: string | null;
  verdict: string | null;
  reasons: string | null;
}) {
  const words = useTranslations('desk.second');
  const verdict = useDesk((desk) => desk.scale.verdicts.find((one) => one.key === key));
  const name = useDesk((desk) => desk.personById.get(by ?? '')?.name ?? words('someone'));
  return (
    <section className="both__side" aria-label={`${title}, ${name}`}>
      <h4 className="label">{title}</h4>
      <p className="both__who">
        <Avatar id={by} name={name} title="" />
        <b>{name}</b>
        {at && <Time at={at} show="ago" />}
      </p>
      {verdict ? <VerdictChip verdict={verdict} /> : <span className="chip">{key}</span>}
      {reasons ? <Markdown text={reasons} /> : <p className="help">{words('no-reasons')}</p>}
    </section>
  );
}
