'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { difference } from '@/core/article/word-difference';
import type { Conflict, Refusal } from '../state/desk-store';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { FieldValue } from './FieldValue';

/** What a record's fields wait for a person to decide: somebody else's change, or the server's no. Nothing where all is well. */
export function Troubles({
  recordId,
  fields,
}: {
  recordId: string;
  /** Which fields; all of the record's unless given. */
  fields?: readonly string[];
}) {
  const conflicts = useDesk((desk) => desk.conflicts);
  const refusals = useDesk((desk) => desk.refusals);
  const mine = (one: { recordId: string; field: string }) =>
    one.recordId === recordId && (!fields || fields.includes(one.field));
  return (
    <>
      {conflicts.filter(mine).map((conflict) => (
        <ConflictBox key={conflict.id} conflict={conflict} />
      ))}
      {refusals.filter(mine).map((refusal) => (
        <RefusalBox key={refusal.id} refusal={refusal} />
      ))}
    </>
  );
}

function useFieldName(field: string): string {
  const words = useTranslations('desk.field');
  return words.has(field as 'verdict') ? words(field as 'verdict') : words('other');
}

/** Both versions, and the choice: nothing is overwritten before it is made. */
function ConflictBox({ conflict }: { conflict: Conflict }) {
  const words = useTranslations('desk.conflict');
  const { resolveConflict } = useDeskCommands();
  const me = useDesk((desk) => desk.me.id);
  const person = useDesk((desk) => desk.personById.get(conflict.by ?? '')?.name.split(/\s/)[0] ?? null);
  const field = useFieldName(conflict.field);
  const who = conflict.by === me ? 'self' : person ? 'person' : 'someone';
  const values = { person: person ?? '', who, field };
  const { mine, theirs } = conflict;
  return (
    <section className="trouble" aria-label={words('title', values)}>
      <h4 className="trouble__title">
        <Icon name="people" />
        <span role="status">{words('title', values)}</span>
      </h4>
      <dl className="sides">
        <dt>{words('theirs', values)}</dt>
        <dd>
          <Version value={theirs} other={mine} field={conflict.field} side="first" />
        </dd>
        <dt>{words('mine')}</dt>
        <dd>
          <Version value={mine} other={theirs} field={conflict.field} side="second" />
        </dd>
      </dl>
      <div className="trouble__foot">
        {conflict.joinable && (
          <Button kind="quiet" size="small" onClick={() => resolveConflict(conflict.id, 'both')}>
            {words('use-both')}
          </Button>
        )}
        <Button size="small" onClick={() => resolveConflict(conflict.id, 'mine')}>
          {words('use-mine')}
        </Button>
        <Button kind="main" size="small" onClick={() => resolveConflict(conflict.id, 'theirs')}>
          {words('keep-theirs', values)}
        </Button>
      </div>
    </section>
  );
}

/** A value of one side; in a text, what the other side does not have is marked. */
function Version({
  value,
  other,
  field,
  side,
}: {
  value: unknown;
  other: unknown;
  field: string;
  side: 'first' | 'second';
}) {
  const text = typeof value === 'string' && isText(field);
  const stretches = useMemo(() => {
    if (!text) return null;
    const beside = typeof other === 'string' ? other : '';
    return side === 'first' ? difference(value as string, beside) : difference(beside, value as string);
  }, [text, value, other, side]);
  if (!stretches) return <FieldValue field={field} value={value} />;
  return (
    <p className="version" dir="auto">
      {stretches.map((stretch, index) => {
        const key = `${index} ${stretch.kind}`;
        if (stretch.kind === 'same') return <span key={key}>{stretch.text}</span>;
        return stretch.kind === side ? <mark key={key}>{stretch.text}</mark> : null;
      })}
    </p>
  );
}

const texts = ['body', 'rationale', 'correction', 'attributedTo', 'quote', 'locator', 'note', 'title'];
const isText = (field: string) => texts.includes(field);

/** The server's sentence; what was typed stays in its field. */
function RefusalBox({ refusal }: { refusal: Refusal }) {
  const words = useTranslations('desk.refusal');
  const { retry, discard } = useDeskCommands();
  const field = useFieldName(refusal.field);
  const about = `${refusal.recordKind}-created`;
  const title =
    refusal.field === '*'
      ? words(about as 'claim-created')
      : refusal.field === 'approval'
        ? words('approval')
        : words('title', { field });
  return (
    <section className="trouble trouble--refused" role="alert">
      <h4 className="trouble__title">
        <Icon name="warning" />
        {title}
      </h4>
      <p>
        {refusal.message} {words('kept')}
      </p>
      {refusal.errors.length > 0 && (
        <ul className="trouble__errors">
          {refusal.errors.map((error) => (
            <li key={`${error.path} ${error.message}`}>{error.message}</li>
          ))}
        </ul>
      )}
      <div className="trouble__foot">
        <Button kind="quiet" size="small" onClick={() => discard(refusal.id)}>
          {words('discard')}
        </Button>
        <Button size="small" onClick={() => retry(refusal.id)}>
          {words('again')}
        </Button>
      </div>
    </section>
  );
}
