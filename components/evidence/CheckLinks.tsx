'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { evidence, sources } from '@/components/interface/operations';
import { Button } from '@/components/ui/Button';
import { takeTurns } from './take-turns';
import './evidence.css';

/** How many addresses are asked for at once. */
const AT_ONCE = 3;

interface Progress {
  readonly done: number;
  readonly all: number;
  readonly dead: number;
  readonly changed: number;
  readonly failed: number;
  readonly ended: boolean;
}

/** Asks for the address of every source among those that are meant, a few at a time, tells how far it is, and can be stopped. */
export function CheckLinks({
  among,
  label,
}: {
  /** Which sources, as the interface is asked for them. */
  among: Readonly<Record<string, string>>;
  label: string;
}) {
  const words = useTranslations('evidence.check');
  const router = useRouter();
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const run = async () => {
    const stopping = new AbortController();
    const { signal } = stopping;
    stop.current = stopping;
    let now: Progress = { done: 0, all: 0, dead: 0, changed: 0, failed: 0, ended: false };
    const tell = (change: Partial<Progress>) => {
      now = { ...now, ...change };
      setProgress(now);
    };
    tell({});
    try {
      const found = (await sources.all(among, signal)).flatMap(({ id, url }) => (url === null ? [] : { id, url }));
      tell({ all: found.length });
      const work = async ({ id }: { id: string }) => {
        const link = await evidence.checkLink(id, signal).then(
          (source) => source.link,
          () => 'failed' as const,
        );
        // What was being asked for when it was stopped was not looked at.
        if (signal.aborted) return;
        const { done, dead, changed, failed } = now;
        tell({
          done: done + Number(link !== 'failed'),
          dead: dead + Number(link === 'dead'),
          changed: changed + Number(link === 'changed'),
          failed: failed + Number(link === 'failed'),
        });
      };
      await takeTurns(found, { hostOf: ({ url }) => new URL(url).host, work, atOnce: AT_ONCE, signal });
    } catch {
      if (!signal.aborted) tell({ failed: now.failed + 1 });
    }
    tell({ ended: true });
    router.refresh();
  };
  const running = progress !== null && !progress.ended;
  return (
    <div className="check-links">
      {running ? (
        <Button size="small" icon="close" onClick={() => stop.current?.abort()}>
          {words('stop')}
        </Button>
      ) : (
        <Button size="small" icon="turn" onClick={run}>
          {label}
        </Button>
      )}
      <p role="status">
        {running && words('running', { done: progress.done + progress.failed, all: progress.all })}
        {progress?.ended &&
          words('ended', {
            done: progress.done,
            dead: progress.dead,
            changed: progress.changed,
            failed: progress.failed,
          })}
      </p>
      {running && (
        <progress aria-label={label} max={Math.max(1, progress.all)} value={progress.done + progress.failed} />
      )}
    </div>
  );
}
