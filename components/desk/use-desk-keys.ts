'use client';
import { type RefObject, useEffect } from 'react';
import type { ArticleHandle } from '@/components/editor/ArticleView';
import { isTyping } from '@/components/ui/Toast';
import type { DeskActions } from './actions';
import { type DeskAction, deskActionOf, KEYS_ITEM } from './keys';
import type { DeskViewStore } from './view';

/** Acts on the desk's keys while it is on the screen. */
export function useDeskKeys(actions: DeskActions, view: DeskViewStore, article: RefObject<ArticleHandle | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      // A dialog or an open menu has its own keys.
      if (target.closest('dialog, [role=menu]')) return;
      const inArticle = target.closest('[data-article]') !== null;
      if (inArticle && event.key === 'Tab' && !event.shiftKey && !event.defaultPrevented && toToolbar()) {
        event.preventDefault();
        return;
      }
      // Keys in a text that is being edited are its own; Esc ends the editing.
      const editing = inArticle && view.get().mode === 'editing';
      if (editing && event.key === 'Escape') return;
      const field = editing || (isTyping(target) && !inArticle);
      const place = { field, article: inArticle, letters: lettersOn() };
      const found = deskActionOf(event, place);
      if (!found) return;
      // ProseMirror takes Ctrl-Z for itself, though in an article that is only read there is nothing of its to undo.
      if (event.defaultPrevented && !(inArticle && found.action === 'undo')) return;
      // Enter presses the button or follows the link that has the focus.
      if (found.action === 'open' && !inArticle && target !== document.body) return;
      // A toast that offers to undo takes the key for itself, but not from the article, which it takes for a text field.
      if (found.action === 'undo' && !inArticle && document.querySelector('.toast kbd')) return;
      event.preventDefault();
      run(found.action, found.digit ?? 0);
    };

    const run = (action: DeskAction, digit: number) => {
      const claim = actions.claimNow();
      switch (action) {
        case 'next-claim':
          return actions.step(1);
        case 'previous-claim':
          return actions.step(-1);
        case 'next-unmarked':
          return actions.nextUnmarked();
        case 'sentence':
          return article.current?.selectSentence();
        case 'mark':
          return actions.mark();
        case 'verdict':
          return actions.digit(digit);
        case 'source':
          return claim && actions.open(claim.id, keep(view, 'source'));
        case 'correction':
          return claim && actions.open(claim.id, keep(view, 'correction'));
        case 'comment':
          return claim && actions.allowed('comment.add') && actions.open(claim.id, keep(view, 'comment'));
        case 'open':
          return actions.openHere();
        case 'approve':
          return claim && actions.approve(claim.id);
        case 'next-status':
          return actions.moveStatus(1);
        case 'previous-status':
          return actions.moveStatus(-1);
        case 'save-on':
          return toNextField();
        case 'recheck':
          return actions.recheck();
        case 'edit':
          return actions.edit();
        case 'undo':
          return actions.undo();
        case 'export':
          return view.set({ dialog: 'export' });
        case 'keys':
          return view.set({ dialog: 'keys' });
        case 'close':
          return actions.closeInnermost();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [actions, view, article]);
}

/** The open claim stays at the place it was opened by. */
function keep(view: DeskViewStore, focus: 'source' | 'correction' | 'comment') {
  return { anchorId: view.get().active?.anchorId, focus } as const;
}

export function lettersOn(): boolean {
  try {
    return localStorage.getItem(KEYS_ITEM) !== 'off';
  } catch {
    // A browser that keeps nothing has the keys on.
    return true;
  }
}

function toToolbar(): boolean {
  const first = document.querySelector<HTMLElement>('[data-toolbar] button');
  first?.focus();
  return first !== null;
}

/** Leaves the field, which saves it, for the card's next one. */
function toNextField() {
  const here = document.activeElement;
  const card = here?.closest('[data-card]');
  if (!(here instanceof HTMLElement) || !card) return;
  const fields = [...card.querySelectorAll<HTMLElement>('[data-next]')];
  const next = fields.find((field) => here.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING);
  here.blur();
  if (next?.matches('button')) next.click();
  else if (next) next.focus();
  else if (card instanceof HTMLElement) card.focus({ preventScroll: true });
}
