'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import { useCommandKey } from '@/components/ui/platform';

import { isTyping, useToast } from '@/components/ui/Toast';
import type { PlainScale } from '@/core/claim/scale';
import { ACCEPTED, type Draft, draftIn } from './draft';
import { PasteDialog } from './PasteDialog';
import { PreviewDialog } from './PreviewDialog';
import { ReadingDialog, RefusedDialog } from './ReadingDialog';
import { useImport } from './use-import';
import './import.css';

/** Brings an article in: a file that is chosen or dropped anywhere on the page, or text that is pasted anywhere. */
export function ImportBar({
  scales,
  defaultScale,
  big = false,
}: {
  scales: readonly PlainScale[];
  defaultScale: string;
  big?: boolean;
}) {
  const words = useTranslations('articles.import');
  const toast = useToast();
  const command = useCommandKey() ? 'yes' : 'no';
  const { state, read, giveUp } = useImport();
  // What is open to be pasted into: null when nothing is.
  const [pasting, setPasting] = useState<{ start: string | null } | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  const take = (draft: ReturnType<typeof draftIn>) => {
    if (draft === 'several') toast(words('several'), { kind: 'error' });
    else if (draft) read(draft);
    else toast(words('nothing-pasted'), { kind: 'error' });
  };
  const over = useDropAnywhere(take);
  usePasteAnywhere(take, state.step === 'idle' && !pasting);

  const choose = () => chooser.current?.click();
  return (
    <section className="bring" data-big={big || undefined} aria-label={words('label')}>
      <button type="button" className="bring__drop" onClick={choose}>
        <Icon name="upload" />
        <span>
          <span>
            <b>{words('drop')}</b> {words('choose')}
          </span>
          <small>{words('kinds')}</small>
        </span>
      </button>
      <button type="button" className="bring__paste" onClick={() => setPasting({ start: null })}>
        <Icon name="paste" />
        <span>
          <b>{words('paste')}</b>
          <small>{words('paste-help')}</small>
        </span>
        <Kbd silent>{words('paste-keys', { command })}</Kbd>
      </button>
      <input
        ref={chooser}
        className="sr"
        type="file"
        accept={ACCEPTED}
        tabIndex={-1}
        aria-label={words('choose')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) read({ kind: 'file', file });
        }}
      />
      {over && (
        <div className="drop-here" aria-hidden="true">
          <p>{words('over')}</p>
        </div>
      )}
      {pasting && (
        <PasteDialog
          start={pasting.start}
          onClose={() => setPasting(null)}
          onDraft={(draft) => {
            setPasting(null);
            read(draft);
          }}
        />
      )}
      {state.step === 'reading' && <ReadingDialog draft={state.draft} onCancel={giveUp} />}
      {state.step === 'refused' && (
        <RefusedDialog
          draft={state.draft}
          message={state.message}
          onClose={giveUp}
          onAgain={() => read(state.draft)}
          onAnother={() => {
            giveUp();
            if (state.draft.kind === 'address') setPasting({ start: state.draft.url });
            else choose();
          }}
        />
      )}
      {state.step === 'preview' && (
        <PreviewDialog
          key={keyOf(state.draft)}
          draft={state.draft}
          preview={state.preview}
          scales={scales}
          defaultScale={defaultScale}
          onClose={giveUp}
          onRead={read}
        />
      )}
    </section>
  );
}

/** What is read in another way is looked at anew. */
function keyOf(draft: Draft): string {
  if (draft.kind === 'paste') return String(draft.rich);
  return draft.kind === 'address' ? draft.url : `${draft.file.name} ${draft.taken?.changes}`;
}

/** Pasting where nothing else takes it. */
function usePasteAnywhere(take: (draft: Draft | 'several' | null) => void, free: boolean) {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    event.preventDefault();
    take(draftIn(event.clipboardData));
  });
  useEffect(() => {
    if (!free) return;
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [free]);
}

/** Dropping anywhere in the window; says whether something that can be dropped is held over it. */
function useDropAnywhere(take: (draft: Draft | 'several' | null) => void): boolean {
  const [over, setOver] = useState(false);
  const dropped = useEffectEvent(take);
  useEffect(() => {
    const carries = (event: globalThis.DragEvent) =>
      event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain') ?? false;
    const onOver = (event: globalThis.DragEvent) => {
      if (!carries(event) || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: globalThis.DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: globalThis.DragEvent) => {
      setOver(false);
      if (!carries(event) || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      dropped(draftIn(event.dataTransfer));
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, []);
  return over;
}
