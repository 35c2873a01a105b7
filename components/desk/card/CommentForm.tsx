'use client';
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { GrowingText } from './GrowingText';
import { useMentions } from './MentionList';
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
  lacks,
  options,
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
  /** What is missing before it can be sent, said in the place of what is kept. */
  lacks?: string | undefined;
  /** How it is said, beside the words. */
  options?: ReactNode;
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
  const mentions = useMentions(area, draft.write);
  const empty = draft.text.trim() === '' || lacks !== undefined;
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (draft.text.trim() === '') return area.current?.focus();
    if (empty) return area.current?.form?.querySelector('select')?.focus();
    const { text } = draft;
    draft.clear();
    onSend(text.trim());
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || mentions.onKey(event)) return;
    const sends = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
    const leaves = event.key === 'Escape' && onLeave !== undefined;
    if (!sends && !leaves) return onMarkdownKey(event);
    event.preventDefault();
    event.stopPropagation();
    if (sends) send();
    else onLeave?.();
  };
  const open = onLeave !== undefined || draft.text !== '';
  const { offering } = mentions;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it grows with the names that are offered
  useEffect(() => {
    // Its buttons would lie under the card's foot.
    const { current } = area;
    if (open && current === document.activeElement) current?.form?.scrollIntoView({ block: 'nearest' });
  }, [open, offering]);
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
        {...mentions.attributes}
        onChange={({ target }) => {
          draft.write(target.value);
          mentions.look();
        }}
        onKeyDown={onKey}
      />
      {mentions.list}
      {open && options}
      {open && (
        <div className="comment-form__foot">
          <span className="help" id={`${id}-kept`}>
            {draft.text !== '' && (lacks ?? words(draft.kept ? 'kept' : 'not-kept'))}
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
