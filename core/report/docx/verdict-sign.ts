import type { Colour, Glyph, Verdict } from '@/core/claim/scale';

/** The colours of verdicts on white paper, RRGGBB: each has a contrast of 4.5:1 and more. */
const inks: Record<Colour, string> = {
  green: '14683D',
  olive: '4B6410',
  ochre: '7D5100',
  orange: '9F3F08',
  red: 'B01A2B',
  slate: '545B68',
  violet: '6A3DB5',
  teal: '0B6370',
  magenta: '9C2470',
  brown: '6E4A35',
};

/** Characters for the glyphs, nearest in shape, of blocks that every office's fonts have. */
const characters: Record<Glyph, string> = {
  'disc-check': '●',
  'ring-check': '◉',
  'half-disc': '◐',
  triangle: '▲',
  'square-cross': '■',
  'ring-question': '○',
  speech: '◇',
  diamond: '◆',
  bar: '▬',
  'quarter-disc': '◔',
  flame: '▼',
  pencil: '□',
};

/** How a verdict is signed beside its label: a character and its colour. */
export function signOf(verdict: Verdict | undefined): { character: string; colour: string } {
  if (!verdict) return { character: '·', colour: '5F646B' };
  return { character: characters[verdict.glyph], colour: inks[verdict.colour] };
}
