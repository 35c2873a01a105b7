import type { Colour, Glyph, Pattern } from '@/core/claim/scale';

/** The marks that a verdict may choose from, given in by the page so that the schemas that check them stay on the server. */
export interface Palette {
  glyphs: readonly Glyph[];
  colours: readonly Colour[];
  patterns: readonly Pattern[];
}
