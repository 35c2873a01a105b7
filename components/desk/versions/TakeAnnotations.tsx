'use client';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { fileLimit, megabytes } from '@/components/articles/limits';
import { type AnnotationsTaken, texts } from '@/components/interface/operations';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { useDesk } from '../state/use-desk';

/** How many of what was skipped is named. */
const NAMED = 20;

/** Annotations of this text that were made with another tool: each becomes a claim on its words. */
export function TakeAnnotations() {
  const words = useTranslations('desk.versions.annotations');
  const articleId = useDesk((desk) => desk.article.id);
  const chooser = useRef<HTMLInputElement>(null);
  const { sending, refused, send } = useSending();
  const [wrong, setWrong] = useState<string | null>(null);
  const [taken, setTaken] = useState<AnnotationsTaken | null>(null);
  const take = async (file: File) => {
    setTaken(null);
    setWrong(null);
    if (megabytes(file.size) > fileLimit('')) return setWrong(words('too-large', { limit: fileLimit('') }));
    let annotations: object;
    try {
      annotations = JSON.parse(await file.text());
    } catch {
      return setWrong(words('not-json'));
    }
    setTaken((await send(() => texts.annotations(articleId, annotations))) ?? null);
  };
  return (
    <section className="take-annotations" aria-label={words('label')}>
      <p className="label">{words('label')}</p>
      <p className="help">{words('help')}</p>
      <Button icon="upload" aria-disabled={sending || undefined} onClick={() => !sending && chooser.current?.click()}>
        {words(sending ? 'taking' : 'choose')}
      </Button>
      <input
        ref={chooser}
        className="sr"
        type="file"
        accept=".json,.jsonld,application/json,application/ld+json"
        tabIndex={-1}
        aria-label={words('choose')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) take(file);
        }}
      />
      {(wrong ?? refused) && (
        <p className="help help--bad" role="alert">
          {wrong ?? refused}
        </p>
      )}
      {taken && (
        <div role="status">
          <p>{words('taken', { created: taken.created, known: taken.known, skipped: taken.skipped.length })}</p>
          {taken.skipped.length > 0 && (
            <ul>
              {taken.skipped.slice(0, NAMED).map(({ index, reason }) => (
                <li key={index}>{words('skipped', { number: index + 1, reason })}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}
