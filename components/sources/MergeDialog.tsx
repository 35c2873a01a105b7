'use client';

import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { sources } from '@/components/interface/operations';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import type { MergedSource, Source } from '@/core/source/source';

/** How long typing pauses before the server is asked, in milliseconds, and the most sources that are offered. */
const PAUSE = 200;
const OFFERED = 6;

/** Chooses the source that a double is merged into, says what comes of it, and asks. */
export function MergeDialog({
  source,
  start,
  onClose,
  onMerged,
}: {
  source: Source;
  /** The other one, where it was offered. */
  start: Source | null;
  onClose: () => void;
  onMerged: (into: MergedSource) => void;
}) {
  const words = useTranslations('sources.merge');
  const name = useId();
  const { sending, refused, send } = useSending();
  const [q, setQ] = useState('');
  const [found, setFound] = useState<readonly Source[]>(start ? [start] : []);
  const [into, setInto] = useState<Source | null>(start);
  useEffect(() => {
    const wanted = q.trim();
    if (wanted.length < 2) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const page = await sources.find({ q: wanted, limit: OFFERED + 1 }, stop.signal).catch(() => null);
      if (page) setFound(page.items.filter(({ id }) => id !== source.id).slice(0, OFFERED));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [q, source.id]);
  const merge = async () => {
    const stays = into && (await send(() => sources.merge(source.id, source.revision, into.id)));
    if (stays) onMerged(stays);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('title')}
      foot={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="risky" disabled={!into || sending} onClick={merge}>
            {words('do')}
          </Button>
        </>
      }
    >
      <div className="source-dialog">
        <p>{words.rich('which', { title: source.title, b: (text) => <b dir="auto">{text}</b> })}</p>
        <TextField
          label={words('find')}
          type="search"
          autoComplete="off"
          value={q}
          dir="auto"
          onChange={({ target }) => setQ(target.value)}
        />
        <fieldset className="merge__found">
          <legend className="sr">{words('stays')}</legend>
          {found.map((one) => (
            <label key={one.id} className="check">
              <input type="radio" name={name} checked={into?.id === one.id} onChange={() => setInto(one)} />
              <span dir="auto">
                {one.title}
                {one.url && <small>{one.url}</small>}
              </span>
            </label>
          ))}
          {found.length === 0 && q.trim().length > 1 && <p className="help">{words('none')}</p>}
        </fieldset>
        {into && (
          <p className="help" role="status">
            {words('follows', { double: source.title, title: into.title })}{' '}
            {words(into.standing === source.standing ? 'follows-undo' : 'follows-recheck')}
          </p>
        )}
        {refused && <Notice kind="error">{refused}</Notice>}
      </div>
    </Dialog>
  );
}
