'use client';
import { type FormEvent, type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { GrowingText } from './GrowingText';
import { onMarkdownKey } from './Rationale';
import { useKeptDraft } from './use-kept-draft';

/** The longest comment that is taken, in UTF-16 units. */
const LONGEST = 20_000;

/** Where a comment is written. It goes out as a whole, by the button or Ctrl/Cmd-Enter; until then it is kept in this browser. */
export function CommentForm({
  about,
  start,
  label,
  hint,
  act,
  autoFocus = false,
  ref,
  onSend,
  onLeave,
}: {
  /** What is kept of it is found again by this. */
  about: string;
  start?: string;
  label: string;
  hint?: string;
  /** What sending is called. */
  act: string;
  autoFocus?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
  onSend: (body: string) => void;
  /** Where the form can be folded away. Esc keeps what is written, cancelling lets it go. */
  onLeave?: () => void;
}) {
  const words = useTranslations('desk.comments');
  const draft = useKeptDraft(about, start);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => area.current!, []);
  useEffect(() => {
    // Its buttons would lie under the card's foot.
    if (autoFocus) area.current?.form?.scrollIntoView({ block: 'nearest' });
  }, [autoFocus]);
  const empty = draft.text.trim() === '';
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (empty) return area.current?.focus();
    const { text } = draft;
    draft.clear();
    onSend(text.trim());
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const sends = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
    const leaves = event.key === 'Escape' && onLeave !== undefined;
    if (!sends && !leaves) return onMarkdownKey(event);
    event.preventDefault();
    event.stopPropagation();
    if (sends) send();
    else onLeave?.();
  };
  const open = onLeave !== undefined || draft.text !== '';
  return (
    <form className="comment-form" onSubmit={send}>
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <GrowingText
        id={id}
        ref={area}
        rows={1}
        // A form that was asked for takes the focus that the press on its button had.
        autoFocus={autoFocus}
        data-next=""
        value={draft.text}
        maxLength={LONGEST}
        placeholder={hint ?? label}
        aria-describedby={open ? `${id}-kept` : undefined}
        onChange={({ target }) => draft.write(target.value)}
        onKeyDown={onKey}
      />
      {open && (
        <div className="comment-form__foot">
          <span className="help" id={`${id}-kept`}>
            {draft.text !== '' && words(draft.kept ? 'kept' : 'not-kept')}
          </span>
          {onLeave && (
            <Button
              kind="quiet"
              size="small"
              onClick={() => {
                draft.clear();
                onLeave();
              }}
            >
              {words('cancel')}
            </Button>
          )}
          <Button size="small" type="submit" aria-disabled={empty || undefined}>
            {act}
          </Button>
        </div>
      )}
    </form>
  );
}
