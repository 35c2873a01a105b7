import type { Glyph } from './scale';

/**
 * One stroke or fill of a glyph, on a field of 16 x 16: `fill` fills `d` in the verdict's colour, `line` draws it `width` wide,
 * `both` does both, and `cut` draws a line in the colour of what lies behind.
 */
export interface GlyphPart {
  ink: 'fill' | 'line' | 'both' | 'cut';
  d: string;
  width?: number;
  dashes?: string;
}

const circle = (r: number) => `M${8 - r} 8a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`;
const fill = (d: string): GlyphPart => ({ ink: 'fill', d });
const line = (width: number, d: string): GlyphPart => ({ ink: 'line', d, width });
const both = (width: number, d: string): GlyphPart => ({ ink: 'both', d, width });
const cut = (width: number, d: string): GlyphPart => ({ ink: 'cut', d, width });

/** Each glyph differs in outline, not only in what is inside, so that it is told apart at 12 px and without colour. */
export const glyphDrawings: Record<Glyph, readonly GlyphPart[]> = {
  'disc-check': [fill(circle(7.2)), cut(1.9, 'M4.7 8.3 7 10.6l4.4-5')],
  'ring-check': [line(1.5, circle(6.4)), line(1.7, 'M5 8.3 7.1 10.4 11 5.9')],
  'half-disc': [line(1.5, circle(6.4)), fill('M8 1.6a6.4 6.4 0 0 0 0 12.8z')],
  triangle: [both(1.6, 'M8 1.9 14.9 14H1.1z'), cut(1.8, 'M8 6.2v3.4M8 11.9v.05')],
  'square-cross': [
    fill(
      'M3.8 1.2h8.4a2.6 2.6 0 0 1 2.6 2.6v8.4a2.6 2.6 0 0 1-2.6 2.6H3.8a2.6 2.6 0 0 1-2.6-2.6V3.8a2.6 2.6 0 0 1 2.6-2.6z',
    ),
    cut(1.9, 'm5.2 5.2 5.6 5.6M10.8 5.2l-5.6 5.6'),
  ],
  'ring-question': [
    { ...line(1.4, circle(6.5)), dashes: '1.9 2.18' },
    line(1.6, 'M6.3 6.4c.1-1 .8-1.6 1.8-1.6 1.1 0 1.8.7 1.8 1.6 0 1.3-1.8 1.4-1.8 2.7M8.1 11.3v.05'),
  ],
  speech: [
    fill(
      'M3.2 1.6h9.6A2.2 2.2 0 0 1 15 3.8v5.4a2.2 2.2 0 0 1-2.2 2.2H8.4L4.6 14.6v-3.2H3.2A2.2 2.2 0 0 1 1 9.2V3.8a2.2 2.2 0 0 1 2.2-2.2z',
    ),
    cut(1.6, 'M5.4 8V6.4c0-.9.4-1.5 1.3-1.8M9.3 8V6.4c0-.9.4-1.5 1.3-1.8'),
  ],
  diamond: [both(1.6, 'M8 1.6 14.4 8 8 14.4 1.6 8z')],
  bar: [
    fill(
      'M2.6 5h10.8a1.8 1.8 0 0 1 1.8 1.8v2.4a1.8 1.8 0 0 1-1.8 1.8H2.6A1.8 1.8 0 0 1 .8 9.2V6.8A1.8 1.8 0 0 1 2.6 5z',
    ),
  ],
  'quarter-disc': [line(1.5, circle(6.4)), both(1.2, 'M8 8V3.9A4.1 4.1 0 0 1 12.1 8z')],
  flame: [
    fill(
      'M8.9 1c.5 2.7 4.9 4.3 4.9 8.5A5.7 5.7 0 0 1 8 15.2a5.7 5.7 0 0 1-5.8-5.6c0-2.2 1.1-3.7 2.3-5 .2 1.3.8 2.1 1.5 2.5C6 4.9 7.1 2.3 8.9 1z',
    ),
    cut(1.5, 'M8.1 12.3c1.1-.2 1.8-1 1.8-2.1'),
  ],
  pencil: [both(1.4, 'M10.8 1.9 14.1 5.2 5.4 13.9 1.5 14.5l.6-3.9z'), cut(1.5, 'm8.9 4.7 2.4 2.4')],
};
