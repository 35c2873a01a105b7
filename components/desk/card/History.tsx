'use client';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Notice } from '@/components/ui/Notice';
import { Skeleton } from '@/components/ui/Skeleton';
import { Time } from '@/components/ui/Time';
import type { Claim } from '@/core/claim/claim';
import type { Event } from '@/core/event/event';
import type { RecordWords } from '@/core/event/telling';
import { EventLines } from '../EventLines';
import { useDesk, useDeskCommands } from '../state/use-desk';

/** Every change to a claim, newest first, as sentences. */
export default function History({ claim, number, onClose }: { claim: Claim; number: number; onClose: () => void }) {
  const words = useTranslations('desk.history');
  const record = useTranslations('record');
  const { history } = useDeskCommands();
  const personById = useDesk((desk) => desk.personById);
  const verdicts = useDesk((desk) => desk.scale.verdicts);
  const scales = useDesk((desk) => desk.scales);
  const telling = useMemo(
    () => ({
      words: record as RecordWords,
      people: new Map([...personById].map(([id, { name }]) => [id, name])),
      verdicts,
      scales,
    }),
    [record, personById, verdicts, scales],
  );
  const [events, setEvents] = useState<readonly Event[] | 'unreachable' | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again, and so does a changed claim
  useEffect(() => {
    let current = true;
    history(claim.id).then(
      (found) => current && setEvents(found),
      () => current && setEvents((known) => (Array.isArray(known) ? known : 'unreachable')),
    );
    return () => {
      current = false;
    };
  }, [claim.id, claim.revision, history, turn]);
  return (
    <Dialog open onClose={onClose} title={words('title', { number })} size="wide">
      {events === null ? (
        <Skeleton label={words('loading')} />
      ) : events === 'unreachable' ? (
        <Notice
          kind="error"
          title={words('unreachable')}
          actions={
            <Button
              size="small"
              onClick={() => {
                setEvents(null);
                setTurn(turn + 1);
              }}
            >
              {words('again')}
            </Button>
          }
        />
      ) : (
        <ol className="history">
          {[...(events as readonly Event[])].reverse().map((event) => {
            const person = personById.get(event.by);
            return (
              <li key={event.id}>
                <Avatar id={person?.id ?? null} name={person?.name ?? null} title="" />
                <EventLines event={event} telling={telling} />
                <Time at={event.at} show="moment" />
              </li>
            );
          })}
        </ol>
      )}
    </Dialog>
  );
}
