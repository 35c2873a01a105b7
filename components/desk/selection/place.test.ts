import { describe, expect, it } from 'vitest';
import { type ToolbarInput, toolbarPlace } from './place';

const usual: ToolbarInput = {
  selection: { top: 300, bottom: 330 },
  column: { left: 62, right: 702 },
  tool: { width: 480, height: 40 },
  window: { top: 100, bottom: 900, left: 0, right: 1172 },
};

describe('toolbarPlace', () => {
  it('stands under the last line, on the column’s right edge', () => {
    expect(toolbarPlace(usual)).toEqual({ left: 222, top: 337 });
  });
  it('stands above the first line at the window’s foot', () => {
    expect(toolbarPlace({ ...usual, selection: { top: 840, bottom: 880 } }).top).toBe(793);
  });
  it('stays in the window when the selection fills it', () => {
    expect(toolbarPlace({ ...usual, selection: { top: 50, bottom: 1200 } }).top).toBe(852);
  });
  it('stays in a narrow window', () => {
    const narrow = { ...usual, column: { left: 24, right: 372 }, window: { ...usual.window, right: 390 } };
    expect(toolbarPlace({ ...narrow, tool: { width: 374, height: 40 } }).left).toBe(8);
  });
  it('takes the left edge where the article runs from right to left', () => {
    expect(toolbarPlace({ ...usual, rightToLeft: true }).left).toBe(62);
  });
});
