import { describe, expect, it } from 'vitest';
import { deskActionOf, deskKeys, isSingle, type KeyPlace, type Press } from './keys';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});
const free: KeyPlace = { field: false, article: false, letters: true };

describe('deskActionOf', () => {
  it.each([
    ['a letter', press('j'), 'next-claim'],
    ['a letter with caps lock on', press('J'), 'next-claim'],
    ['a letter of a Cyrillic board, by its place', press('с', { code: 'KeyC' }), 'mark'],
    ['a letter of a Dvorak board, by what it says', press('c', { code: 'KeyI' }), 'mark'],
    ['a question mark, which needs shift', press('?', { shiftKey: true }), 'keys'],
    ['an Arabic question mark', press('؟', { shiftKey: true }), 'keys'],
    ['shift and an arrow', press('ArrowRight', { shiftKey: true }), 'next-status'],
    ['Ctrl-Z', press('z', { ctrlKey: true }), 'undo'],
    ['⌘Z', press('z', { metaKey: true }), 'undo'],
  ])('reads %s', (_name, key, action) => {
    expect(deskActionOf(key, free)?.action).toBe(action);
  });

  it.each([
    ['the top row', press('4', { code: 'Digit4' })],
    ['the keypad', press('4', { code: 'Numpad4' })],
    ['an AZERTY top row without shift', press("'", { code: 'Digit4' })],
    ['an AZERTY top row with shift', press('4', { code: 'Digit4', shiftKey: true })],
  ])('reads a verdict from %s', (_name, key) => {
    expect(deskActionOf(key, free)).toEqual({ action: 'verdict', digit: 4 });
  });

  it.each([
    ['letters with Ctrl', press('c', { ctrlKey: true })],
    ['letters with Alt', press('j', { altKey: true })],
    ['letters with shift', press('J', { shiftKey: true })],
    ['what an input method composes', press('j', { isComposing: true })],
    ['a bare arrow', press('ArrowRight')],
    ['the sign above a digit', press('$', { code: 'Digit4', shiftKey: true })],
    ['redo', press('z', { ctrlKey: true, shiftKey: true })],
  ])('leaves %s alone', (_name, key) => {
    expect(deskActionOf(key, free)).toBeNull();
  });

  it('gives letters to the text field that has the focus, and acts on Esc and Ctrl-Enter there', () => {
    const field = { ...free, field: true };
    for (const key of deskKeys.filter(isSingle))
      expect(deskActionOf(press(key.key === '1-9' ? '1' : key.key), field)).toBeNull();
    expect(deskActionOf(press('Escape'), field)?.action).toBe('close');
    expect(deskActionOf(press('Enter', { ctrlKey: true }), field)?.action).toBe('save-on');
    expect(deskActionOf(press('z', { ctrlKey: true }), field)).toBeNull();
  });

  it('leaves shift and arrows to the article while it has the focus', () => {
    expect(deskActionOf(press('ArrowRight', { shiftKey: true }), { ...free, article: true })).toBeNull();
  });

  it('turns every single character off, and nothing else', () => {
    const off = { ...free, letters: false };
    expect(deskActionOf(press('c'), off)).toBeNull();
    expect(deskActionOf(press('3', { code: 'Digit3' }), off)).toBeNull();
    expect(deskActionOf(press('?'), off)).toBeNull();
    expect(deskActionOf(press('Enter'), off)?.action).toBe('open');
  });

  it('has no two actions on one key', () => {
    const combos = deskKeys.map((key) => `${key.mod ? 'mod+' : ''}${key.shift ? 'shift+' : ''}${key.key}`);
    expect(new Set(combos).size).toBe(combos.length);
  });
});
