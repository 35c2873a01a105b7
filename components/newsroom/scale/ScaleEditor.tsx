'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemAnswer } from '@/components/interface/call';
import { newId } from '@/components/interface/new-id';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField, toFirstWrong } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { useToast } from '@/components/ui/Toast';
import type { Scale } from '@/core/claim/scale';
import { scales } from '../newsroom-calls';
import type { Palette } from './palette';
import { VerdictEditor } from './VerdictEditor';
import { draftOf, freshVerdict, numberOf, sameMarks, type VerdictDraft, verdictsOf } from './verdict-key';

/** Makes a scale, or changes one: its verdicts, their order, words and marks. What claims use can change but not go. */
export function ScaleEditor({
  scale,
  deletable,
  palette,
  onClose,
}: {
  scale: Scale | null;
  deletable: boolean;
  palette: Palette;
  onClose: () => void;
}) {
  const words = useTranslations('newsroom.scale');
  const cancel = useTranslations('newsroom.ui')('cancel');
  const router = useRouter();
  const toast = useToast();
  const form = useId();
  const { sending, refused, send } = useSending();
  const [id] = useState(newId);
  const [name, setName] = useState(scale?.name ?? '');
  const [drafts, setDrafts] = useState<readonly VerdictDraft[]>(() => scale?.verdicts.map(draftOf) ?? []);
  const [asked, setAsked] = useState(false);
  const [deleting, setDeleting] = useState(false);
  /** The scale as someone else left it while this was edited. */
  const [theirs, setTheirs] = useState<Scale | null>(null);
  const same = sameMarks(drafts);
  const wrong =
    !name.trim() || same.size > 0 || drafts.some(({ label, value }) => !label.trim() || numberOf(value) === undefined);

  const done = (said: string) => {
    toast(said);
    router.refresh();
    onClose();
  };
  const save = async (revision: number | undefined) => {
    const body = { name: name.trim(), verdicts: verdictsOf(drafts) };
    const saved = await send(async () => {
      try {
        return scale && revision ? await scales.change(scale.id, revision, body) : await scales.create({ id, ...body });
      } catch (error) {
        if (error instanceof ProblemAnswer && error.code === 'stale') setTheirs(error.current as Scale);
        throw error;
      }
    });
    if (saved) done(words('saved', { name: saved.name }));
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (wrong) toFirstWrong(event.currentTarget);
    else if (!sending) void save(theirs?.revision ?? scale?.revision);
  };
  const remove = async () => {
    if (!scale) return;
    const gone = await send(async () => {
      await scales.delete(scale.id, scale.revision);
      return true;
    });
    setDeleting(false);
    if (gone) done(words('deleted', { name: scale.name }));
  };
  const change = (index: number, next: VerdictDraft | null) =>
    setDrafts(drafts.flatMap((draft, at) => (at !== index ? [draft] : next ? [next] : [])));
  const move = (index: number, by: 1 | -1) => {
    const moved = [...drafts];
    const [draft] = moved.splice(index, 1);
    if (draft) moved.splice(index + by, 0, draft);
    setDrafts(moved);
  };

  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      closable={!sending}
      title={scale ? words('edit-title', { name: scale.name }) : words('new-title')}
      foot={
        <>
          {deletable && (
            <>
              <Button kind="risky" disabled={sending} onClick={() => setDeleting(true)}>
                {words('delete')}
              </Button>
              <span className="fill" />
            </>
          )}
          <Button onClick={onClose} disabled={sending}>
            {cancel}
          </Button>
          <Button kind="main" type="submit" form={form} aria-disabled={sending || undefined}>
            {words(sending ? 'saving' : theirs ? 'overwrite' : 'save')}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit} noValidate>
        {refused && (
          <Notice
            kind="error"
            title={words('failed')}
            actions={
              theirs && (
                <Button
                  size="small"
                  onClick={() => {
                    setName(theirs.name);
                    setDrafts(theirs.verdicts.map(draftOf));
                  }}
                >
                  {words('load-theirs')}
                </Button>
              )
            }
          >
            {theirs ? words('stale') : refused}
          </Notice>
        )}
        <TextField
          label={words('name')}
          value={name}
          maxLength={80}
          dir="auto"
          error={asked && !name.trim() ? words('name-missing') : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset>
          <legend className="label">{words('verdicts')}</legend>
          {drafts.length === 0 && <p className="section__none">{words('none')}</p>}
          <ol className="scale-verdicts">
            {drafts.map((draft, index) => {
              const twin = same.get(index);
              return (
                <VerdictEditor
                  key={draft.draftId}
                  draft={draft}
                  palette={palette}
                  place={{ first: index === 0, last: index === drafts.length - 1 }}
                  inUse={scale?.inUse.includes(draft.key) ?? false}
                  asked={asked}
                  sameAs={twin === undefined ? null : drafts[twin]?.label.trim() || words('unnamed')}
                  onChange={(next) => change(index, next)}
                  onMove={(by) => move(index, by)}
                  onRemove={() => change(index, null)}
                />
              );
            })}
          </ol>
          <Button
            icon="plus"
            size="small"
            disabled={drafts.length >= 20}
            onClick={() => setDrafts([...drafts, freshVerdict(drafts, palette, newId())])}
          >
            {words('add')}
          </Button>
        </fieldset>
      </form>
      <Dialog
        open={deleting}
        onClose={() => setDeleting(false)}
        title={words('delete-title', { name: scale?.name ?? '' })}
        foot={
          <>
            <Button onClick={() => setDeleting(false)}>{words('delete-keep')}</Button>
            <Button kind="risky" onClick={remove}>
              {words('delete')}
            </Button>
          </>
        }
      >
        <p>{words('delete-text')}</p>
      </Dialog>
    </Dialog>
  );
}
