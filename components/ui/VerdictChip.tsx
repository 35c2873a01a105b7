import type { Colour, Glyph as GlyphName } from '@/core/claim/scale';
import { Glyph } from './Glyph';

/** A verdict in words on its tint, with its glyph. */
export function VerdictChip({ verdict }: { verdict: { label: string; glyph: GlyphName; colour: Colour } }) {
  return (
    <span className="chip" data-colour={verdict.colour}>
      <Glyph name={verdict.glyph} />
      {verdict.label}
    </span>
  );
}
