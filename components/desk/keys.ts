/** What a key of the desk does. */
export type DeskAction =
  | 'next-claim'
  | 'previous-claim'
  | 'next-unmarked'
  | 'sentence'
  | 'open'
  | 'close'
  | 'mark'
  | 'verdict'
  | 'source'
  | 'correction'
  | 'comment'
  | 'save-on'
  | 'approve'
  | 'recheck'
  | 'edit'
  | 'next-status'
  | 'previous-status'
  | 'undo'
  | 'export'
  | 'keys';

export const keyGroups = ['move', 'mark', 'claim', 'review'] as const;
export type KeyGroup = (typeof keyGroups)[number];

export interface DeskKey {
  readonly action: DeskAction;
  readonly group: KeyGroup;
  /** The letter or name of the key (`KeyboardEvent.key`); `1-9` are the article's verdicts. */
  readonly key: string;
  readonly shift?: boolean;
  readonly mod?: boolean;
  /** Whether it acts in a text field as well. */
  readonly inFields?: boolean;
  /** Whether the article keeps it for itself while it has the focus: shift and an arrow select words there. */
  readonly outsideArticle?: boolean;
}

/** Every key of the desk: the handler acts by this table and the dialog of keys shows it. */
export const deskKeys: readonly DeskKey[] = [
  { action: 'next-claim', group: 'move', key: 'j' },
  { action: 'previous-claim', group: 'move', key: 'k' },
  { action: 'next-unmarked', group: 'move', key: 'n' },
  { action: 'open', group: 'move', key: 'Enter' },
  { action: 'close', group: 'move', key: 'Escape', inFields: true },
  { action: 'sentence', group: 'mark', key: 'v' },
  { action: 'mark', group: 'mark', key: 'c' },
  { action: 'verdict', group: 'mark', key: '1-9' },
  { action: 'source', group: 'claim', key: 's' },
  { action: 'correction', group: 'claim', key: 'f' },
  { action: 'comment', group: 'claim', key: 'm' },
  { action: 'save-on', group: 'claim', key: 'Enter', mod: true, inFields: true },
  { action: 'next-status', group: 'review', key: 'ArrowRight', shift: true, outsideArticle: true },
  { action: 'previous-status', group: 'review', key: 'ArrowLeft', shift: true, outsideArticle: true },
  { action: 'recheck', group: 'review', key: 'r' },
  { action: 'approve', group: 'review', key: 'a' },
  { action: 'edit', group: 'review', key: 'e' },
  { action: 'undo', group: 'review', key: 'z', mod: true },
  { action: 'export', group: 'review', key: 'e', mod: true, shift: true, inFields: true },
  { action: 'keys', group: 'review', key: '?' },
];

/** Whether a key is a single character: it acts only outside text fields, and a person can turn it off (WCAG 2.1.4). */
export function isSingle({ key, mod }: DeskKey): boolean {
  return !mod && (key.length === 1 || key === '1-9');
}

export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/** Where the focus is when a key goes down. */
export interface KeyPlace {
  /** In a text field, a select or another place that letters belong to. */
  field: boolean;
  /** In the article's text. */
  article: boolean;
  /** Whether single letters are on. */
  letters: boolean;
}

/**
 * What a key press asks the desk for, or null when it is not the desk's. `digit` is 1 to 9 for `verdict`.
 *
 * A letter is read from the layout where that gives a Latin letter (so that C is the key that says C on a Dvorak board), and
 * from the key's place where it does not (Cyrillic, Greek, Arabic, Hebrew).
 */
export function deskActionOf(press: Press, place: KeyPlace): { action: DeskAction; digit?: number } | null {
  if (press.isComposing || press.altKey) return null;
  const mod = press.ctrlKey || press.metaKey;
  const digit = mod ? null : digitOf(press);
  for (const key of deskKeys) {
    if (isSingle(key) && (!place.letters || mod)) continue;
    if (place.field && !key.inFields) continue;
    if (key.outsideArticle && place.article) continue;
    if (key.action === 'verdict') {
      if (digit !== null) return { action: 'verdict', digit };
      continue;
    }
    if (Boolean(key.mod) !== mod) continue;
    if (key.key !== '?' && Boolean(key.shift) !== press.shiftKey) continue;
    if (characterOf(press) === key.key) return { action: key.action };
  }
  return null;
}

function characterOf({ key, code }: Press): string {
  if (key.length > 1) return key;
  if (key === '؟') return '?';
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const letter = /\p{Letter}/u.test(key) ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  return letter ? letter.toLowerCase() : key;
}

/** 1 to 9: the digit that was typed in any script's digits of the top row, the keypad's, or the unshifted top row of an AZERTY board. */
function digitOf({ key, code, shiftKey }: Press): number | null {
  if (/^[1-9]$/.test(key)) return Number(key);
  const place = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (!place || shiftKey || key.length > 1 || key === '?') return null;
  return Number(place);
}

/** Where the choice about single letters is kept in the browser; the value `off` turns them off. */
export const KEYS_ITEM = 'stet.keys';
