'use client';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { useDesk } from '../state/use-desk';
import { eachName, offeredFor, peopleHere, typedBefore } from './mention-completion';

/**
 * Completes `@` and the beginning of a name in a text area to a full name (the listbox pattern): arrows choose, Enter and Tab take,
 * Esc lets be. `area` gets `attributes`; `onKey` takes the keys that are the list's and says so; `look` is called after every change.
 */
export function useMentions(area: RefObject<HTMLTextAreaElement | null>, write: (text: string) => void) {
  const words = useTranslations('desk.comments');
  const people = useDesk((desk) => desk.people);
  const article = useDesk((desk) => desk.article);
  const me = useDesk((desk) => desk.me.id);
  const id = useId();
  const [typed, setTyped] = useState<{ at: number; typed: string } | null>(null);
  const [chosen, setChosen] = useState(0);
  const able = peopleHere({ people, article }).filter((one) => one.id !== me);
  const offered = typed ? offeredFor(typed.typed, eachName(able)) : [];
  const current = offered[Math.min(chosen, offered.length - 1)];

  const look = () => {
    const field = area.current;
    setTyped(
      field && field.selectionStart === field.selectionEnd ? typedBefore(field.value, field.selectionStart) : null,
    );
    setChosen(0);
  };
  const take = (name: string) => {
    const field = area.current;
    if (!field || !typed) return;
    field.focus();
    field.setSelectionRange(typed.at, field.selectionStart);
    // The one way to change a field that the browser can undo; it is old and is in every browser.
    const text = `@${name} `;
    if (!document.execCommand('insertText', false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
      write(field.value);
    }
    setTyped(null);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (!current || event.metaKey || event.ctrlKey || event.altKey) return false;
    const at = offered.indexOf(current);
    if (event.key === 'ArrowDown') setChosen((at + 1) % offered.length);
    else if (event.key === 'ArrowUp') setChosen((at + offered.length - 1) % offered.length);
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take(current.name);
    else if (event.key === 'Escape') setTyped(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const open = offered.length > 0;
  return {
    offering: open,
    look,
    onKey,
    attributes: {
      'aria-autocomplete': 'list' as const,
      'aria-controls': open ? `${id}-list` : undefined,
      'aria-activedescendant': open && current ? `${id}-${current.id}` : undefined,
      onBlur: () => setTyped(null),
    },
    list: (
      <>
        <span className="sr" role="status">
          {open && words('names-found', { count: offered.length })}
        </span>
        {open && (
          <div className="mentions" role="listbox" id={`${id}-list`} aria-label={words('names')}>
            {offered.map((one) => (
              // The text area keeps the focus: its keys choose and take.
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div
                key={one.id}
                id={`${id}-${one.id}`}
                className="mentions__one"
                role="option"
                aria-selected={one === current}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(one.name)}
              >
                <Avatar id={one.id} name={one.name} title="" />
                <span dir="auto">{one.name}</span>
                {one.named > 1 && <small>{words('names-all', { count: one.named })}</small>}
              </div>
            ))}
          </div>
        )}
      </>
    ),
  };
}
