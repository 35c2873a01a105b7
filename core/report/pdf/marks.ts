import type { Claim } from '@/core/claim/claim';
import { type GlyphPart, glyphDrawings } from '@/core/claim/glyph-drawings';
import type { Colour, Glyph, Pattern } from '@/core/claim/scale';
import type { Reading } from '../reading';

/** The colours of the verdicts on white paper: each has a contrast of 4.5:1 and more. */
const inks: Record<Colour, string> = {
  green: '#14683d',
  olive: '#4b6410',
  ochre: '#7d5100',
  orange: '#9f3f08',
  red: '#b01a2b',
  slate: '#545b68',
  violet: '#6a3db5',
  teal: '#0b6370',
  magenta: '#9c2470',
  brown: '#6e4a35',
};
/** The colour of what has no verdict. */
const NO_INK = '#5f646b';

/** How a verdict looks: its label, colour and underline, and its glyph as an SVG drawing. */
export interface Mark {
  label: string;
  ink: string;
  pattern: Pattern | 'none';
  glyph: string;
}

/** The marks of a report: one for each verdict of its scale, in the scale's order, and last that of having none. */
export interface Marks {
  list: Mark[];
  /** The index of a claim's mark. */
  of(claim: Claim): number;
}

export function marksOf({ report, words, verdictOf }: Reading): Marks {
  const { verdicts } = report.scale;
  const none: Mark = { label: words('noVerdict'), ink: NO_INK, pattern: 'none', glyph: drawing([emptyRing], NO_INK) };
  return {
    list: [
      ...verdicts.map(({ label, colour, pattern, glyph }) => ({
        label,
        ink: inks[colour],
        pattern,
        glyph: glyphDrawing(glyph, inks[colour]),
      })),
      none,
    ],
    of: (claim) => {
      const verdict = verdictOf(claim);
      return verdict === undefined ? verdicts.length : verdicts.indexOf(verdict);
    },
  };
}

const emptyRing: GlyphPart = {
  ink: 'line',
  d: 'M1.6 8a6.4 6.4 0 1 0 12.8 0a6.4 6.4 0 1 0-12.8 0z',
  width: 1.2,
  dashes: '1 2.6',
};

function glyphDrawing(glyph: Glyph, ink: string): string {
  return drawing(glyphDrawings[glyph], ink);
}

function drawing(parts: readonly GlyphPart[], ink: string): string {
  const paths = parts.map(({ ink: kind, d, width, dashes }) => {
    const fill = kind === 'fill' || kind === 'both' ? ink : 'none';
    const stroke = kind === 'fill' ? 'none' : kind === 'cut' ? '#fff' : ink;
    const line =
      stroke === 'none' ? '' : ` stroke-width="${width ?? 1}" stroke-linecap="round" stroke-linejoin="round"`;
    return `<path d="${d}" fill="${fill}" stroke="${stroke}"${line}${dashes ? ` stroke-dasharray="${dashes}"` : ''}/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${paths.join('')}</svg>`;
}
