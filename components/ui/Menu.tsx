'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button, type ButtonProps } from './Button';
import { Icon, type IconName } from './Icon';
import { Kbd } from './Kbd';

export type MenuItem =
  | { rule: true; id: string }
  | { heading: string; id: string }
  | {
      id: string;
      label: string;
      icon?: IconName;
      /** A choice among others: shown with a tick. */
      checked?: boolean;
      kind?: 'risky';
      disabled?: boolean;
      keys?: string;
      /** Where it leads, instead of what it does. */
      href?: string;
      onSelect?: () => void;
    };

/**
 * A button that opens a menu in the browser's top layer, so no scroller cuts it off. Arrows, Home, End and first letters move; Enter
 * chooses; Esc, Tab or a press outside closes and gives the focus back.
 */
export function Menu({
  items,
  button,
  label,
  align = 'end',
}: {
  items: readonly MenuItem[];
  /** How the button looks; `children` is what it shows. */
  button: ButtonProps & { children?: ReactNode };
  /** The menu's name. */
  label: string;
  align?: 'start' | 'end';
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  // Every row of a list has a menu, and few are ever opened.
  const [drawn, setDrawn] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const show = (from: 'first' | 'last') => {
    // What is placed and given the focus has to stand there.
    flushSync(() => setDrawn(true));
    list.current?.showPopover();
    place(list.current, trigger.current, align);
    const choices = choicesOf(list.current);
    const checked = choices.find((choice) => choice.getAttribute('aria-checked') === 'true');
    (checked ?? choices.at(from === 'first' ? 0 : -1))?.focus();
  };
  const hide = () => {
    list.current?.hidePopover();
    trigger.current?.focus({ preventScroll: true });
  };

  return (
    <>
      <Button
        {...button}
        ref={trigger}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={(event) => {
          event.preventDefault();
          if (open) hide();
          else show('first');
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          show(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      />
      <div
        ref={list}
        id={id}
        className="menu"
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => onMenuKey(event, hide)}
      >
        {drawn && items.map((item) => <Item key={item.id} item={item} hide={hide} />)}
      </div>
    </>
  );
}

function Item({ item, hide }: { item: MenuItem; hide: () => void }) {
  if ('rule' in item) return <hr className="menu__rule" />;
  if ('heading' in item) return <p className="menu__heading">{item.heading}</p>;
  const inside = (
    <>
      {item.checked !== undefined &&
        (item.checked ? <Icon name="check" /> : <span className="menu__tick" aria-hidden="true" />)}
      {item.icon && <Icon name={item.icon} />}
      <span>{item.label}</span>
      {item.keys && <Kbd silent>{item.keys}</Kbd>}
    </>
  );
  const shared = { className: 'menu__item', tabIndex: -1, 'data-kind': item.kind };
  if (item.href !== undefined)
    return (
      <a {...shared} role="menuitem" href={item.href} onClick={hide}>
        {inside}
      </a>
    );
  const choose = () => {
    if (item.disabled) return;
    hide();
    item.onSelect?.();
  };
  return item.checked === undefined ? (
    <button {...shared} type="button" role="menuitem" aria-disabled={item.disabled || undefined} onClick={choose}>
      {inside}
    </button>
  ) : (
    <button {...shared} type="button" role="menuitemradio" aria-checked={item.checked} onClick={choose}>
      {inside}
    </button>
  );
}

function choicesOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('.menu__item') ?? [])];
}

function onMenuKey(event: KeyboardEvent<HTMLDivElement>, hide: () => void) {
  event.stopPropagation();
  const choices = choicesOf(event.currentTarget);
  const at = choices.indexOf(document.activeElement as HTMLElement);
  const go = (to: number) => {
    event.preventDefault();
    choices[(to + choices.length) % choices.length]?.focus();
  };
  if (event.key === 'ArrowDown') go(at + 1);
  else if (event.key === 'ArrowUp') go(at < 0 ? -1 : at - 1);
  else if (event.key === 'Home') go(0);
  else if (event.key === 'End') go(-1);
  else if (event.key === 'Tab' || event.key === 'Escape') {
    event.preventDefault();
    hide();
  } else if (event.key.length === 1 && /\S/u.test(event.key) && !event.metaKey && !event.ctrlKey) {
    const rest = [...choices.slice(at + 1), ...choices.slice(0, at + 1)];
    const letter = event.key.toLocaleLowerCase();
    rest.find((choice) => choice.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
  }
}

/** Puts the list under its button, or above it where there is no room below; never outside the window. */
function place(list: HTMLElement | null, trigger: HTMLElement | null, align: 'start' | 'end') {
  if (!list || !trigger) return;
  const box = trigger.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const rightToLeft = getComputedStyle(trigger).direction === 'rtl';
  const left = (align === 'end') !== rightToLeft ? box.right - width : box.left;
  const below = box.bottom + 4;
  const top = below + height > innerHeight - 8 ? box.top - height - 4 : below;
  list.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  list.style.top = `${Math.max(8, top)}px`;
}
