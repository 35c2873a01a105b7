'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { evidence, sources } from '@/components/interface/operations';
import { Button } from '@/components/ui/Button';
import type { ListedSource } from '@/core/source/source';
import './evidence.css';

/** How many addresses are asked for at once. */
const AT_ONCE = 3;
/** The most sources that one answer of the interface lists. */
const PAGE = 200;

interface Progress {
  readonly done: number;
  readonly all: number;
  readonly dead: number;
  readonly changed: number;
  readonly failed: number;
  readonly ended: boolean;
}

/** Asks for the address of every source, a few at a time, tells how far it is, and can be stopped. */
export function CheckLinks() {
  const words = useTranslations('evidence.check');
  const router = useRouter();
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef<AbortController | null>(null);
  const run = async () => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    let now: Progress = { done: 0, all: 0, dead: 0, changed: 0, failed: 0, ended: false };
    const tell = (change: Partial<Progress>) => {
      now = { ...now, ...change };
      setProgress(now);
    };
    tell({});
    try {
      const queue = await withAddress(signal);
      tell({ all: queue.length });
      const work = async () => {
        for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) {
          const link = await evidence.checkLink(next.id, signal).then(
            (source) => source.link,
            () => 'failed' as const,
          );
          const { done, dead, changed, failed } = now;
          tell({
            done: done + 1,
            dead: dead + Number(link === 'dead'),
            changed: changed + Number(link === 'changed'),
            failed: failed + Number(link === 'failed'),
          });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } catch {
      tell({ failed: now.failed + 1 });
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
          {words('all')}
        </Button>
      )}
      <p role="status">
        {running && words('running', { done: progress.done, all: progress.all })}
        {progress?.ended &&
          words('ended', {
            done: progress.done,
            dead: progress.dead,
            changed: progress.changed,
            failed: progress.failed,
          })}
      </p>
      {running && <progress aria-label={words('all')} max={Math.max(1, progress.all)} value={progress.done} />}
    </div>
  );
}

async function withAddress(signal: AbortSignal): Promise<ListedSource[]> {
  const found: ListedSource[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await sources.find({ limit: PAGE, ...(cursor && { cursor }) }, signal);
    found.push(...page.items.filter(({ url }) => url !== null));
    cursor = page.nextCursor;
  }
  return found;
}
