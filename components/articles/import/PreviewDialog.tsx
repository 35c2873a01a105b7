'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { newId } from '@/components/interface/new-id';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { SelectField, TextArea, TextField, toFirstWrong } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import type { ArticlePreview } from '@/core/article/article';
import type { PlainScale } from '@/core/claim/scale';
import { momentOf } from '../local-time';
import { DocView } from './DocView';
import { type Draft, save } from './draft';
import { languagesFor } from './languages';
import { Remarks } from './Remarks';
import { ScaleMarks } from './ScaleMarks';
import { WhatCame } from './WhatCame';

/** What the server makes of a draft, to be looked at and put right before anything is saved. */
export function PreviewDialog({
  draft,
  preview,
  scales,
  defaultScale,
  onClose,
  onRead,
}: {
  draft: Draft;
  preview: ArticlePreview;
  scales: readonly PlainScale[];
  defaultScale: string;
  onClose: () => void;
  onRead: (draft: Draft) => void;
}) {
  const words = useTranslations('articles.preview');
  const locale = useLocale();
  const router = useRouter();
  const form = useId();
  const [id] = useState(newId);
  const [title, setTitle] = useState(preview.title);
  const [language, setLanguage] = useState(preview.language);
  const [scale, setScale] = useState(defaultScale);
  const [deadline, setDeadline] = useState('');
  const { sending: saving, refused, send: sendIt } = useSending();
  const [asked, setAsked] = useState(false);
  const languages = useMemo(() => languagesFor(locale, preview.language), [locale, preview.language]);
  const [taken, setTaken] = useState((draft.kind === 'file' && draft.taken) || {});
  const empty = title.trim() === '';
  const places = useMemo(
    () => (taken.remarks === 'none' ? [] : preview.remarks.flatMap((remark) => remark.places)),
    [preview, taken.remarks],
  );
  // Stet's own file brings its language, scale and claims along; they can be changed when it is here.
  const whole = preview.format === 'json';

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (empty) return toFirstWrong(event.currentTarget);
    if (saving) return;
    const due = momentOf(deadline);
    const about = whole
      ? { id, title: title.trim() }
      : { id, title: title.trim(), language, scale, ...(due && { deadline: due }) };
    const article = await sendIt(() => save(draft.kind === 'file' ? { ...draft, taken } : draft, about));
    if (!article) return;
    sessionStorage.removeItem('stet.pasted');
    router.push(`/articles/${article.id}`);
  };

  return (
    <Dialog
      open
      size="full"
      onClose={onClose}
      closable={!saving}
      title={words('title')}
      foot={
        <>
          {draft.kind === 'paste' && draft.html && (
            <>
              <Button kind="quiet" disabled={saving} onClick={() => onRead({ ...draft, rich: !draft.rich })}>
                {words(draft.rich ? 'as-plain' : 'as-rich')}
              </Button>
              <span className="fill" />
            </>
          )}
          <Button onClick={onClose} disabled={saving}>
            {words('cancel')}
          </Button>
          <Button kind="main" type="submit" form={form} aria-disabled={saving || undefined}>
            {words(saving ? 'saving' : 'save')}
          </Button>
        </>
      }
    >
      {refused && (
        <Notice kind="error" title={words('refused')}>
          {refused}
        </Notice>
      )}
      <div className="preview">
        <form id={form} className="preview__about" onSubmit={send}>
          {/* On as many lines as it takes: a title is often a sentence. It holds no line end of its own. */}
          <TextArea
            label={words('name')}
            help={words('name-help')}
            error={asked && empty ? words('name-empty') : undefined}
            className="input input--grows preview__title"
            rows={1}
            value={title}
            maxLength={500}
            dir="auto"
            onChange={(event) => setTitle(event.target.value.replaceAll(/[\r\n]+/g, ' '))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
          <Remarks
            preview={preview}
            taken={taken}
            onTaken={(next) => {
              setTaken(next);
              if (draft.kind === 'file' && next.changes !== taken.changes) onRead({ ...draft, taken: next });
            }}
          />
          {!whole && (
            <>
              <SelectField
                label={words('language')}
                help={words('language-help')}
                options={languages}
                value={language}
                onChange={(event) => setLanguage(event.target.value)}
              />
              <div>
                <SelectField
                  label={words('scale')}
                  options={scales.map(({ id: value, name: label }) => ({ value, label }))}
                  value={scale}
                  onChange={(event) => setScale(event.target.value)}
                />
                <ScaleMarks verdicts={scales.find((one) => one.id === scale)?.verdicts ?? []} />
              </div>
              <TextField
                label={words('deadline')}
                help={words('deadline-help')}
                type="datetime-local"
                value={deadline}
                onChange={(event) => setDeadline(event.target.value)}
              />
            </>
          )}
          <WhatCame draft={draft} preview={preview} />
        </form>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller that holds no control must be reached by the keyboard */}
        <section className="preview__text" aria-label={words('text')} tabIndex={0}>
          <DocView title={title} doc={preview.doc} language={language} places={places} />
        </section>
      </div>
    </Dialog>
  );
}
