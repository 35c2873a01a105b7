/**
 * Puts Markdown signs around the selected words of a text area, or takes them off where they stand already; without a selection
 * the caret goes between the signs. It types through the browser, so its own undo takes it back.
 */
export function toggleSigns(area: HTMLTextAreaElement, signs: string) {
  const { selectionStart, selectionEnd, value } = area;
  const { from, to, text, select } = toggled(value, selectionStart, selectionEnd, signs);
  area.setSelectionRange(from, to);
  // The one way to change a field that the browser can undo; it is old and is in every browser.
  if (!document.execCommand('insertText', false, text)) area.setRangeText(text, from, to);
  area.setSelectionRange(select.from, select.to);
}

/** What `toggleSigns` replaces, with what, and what is selected afterwards. Offsets are UTF-16. */
export function toggled(value: string, start: number, end: number, signs: string) {
  const inside = value.slice(start, end);
  const around = value.slice(start - signs.length, start) === signs && value.slice(end, end + signs.length) === signs;
  // One star beside another is strong, not emphasis.
  const mistaken = signs === '*' && value.slice(start - 2, start) === '**' && value.slice(start - 3, start) !== '***';
  if (around && !mistaken)
    return {
      from: start - signs.length,
      to: end + signs.length,
      text: inside,
      select: { from: start - signs.length, to: end - signs.length },
    };
  return {
    from: start,
    to: end,
    text: `${signs}${inside}${signs}`,
    select: { from: start + signs.length, to: end + signs.length },
  };
}
