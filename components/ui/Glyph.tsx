import { type GlyphPart, glyphDrawings } from '@/core/claim/glyph-drawings';
import type { Colour, Glyph as GlyphName } from '@/core/claim/scale';

/** A verdict's glyph. Without `colour` it takes the `--v` of the element around it, or the colour of its text. */
export function Glyph({ name, colour, size = 14 }: { name: GlyphName; colour?: Colour; size?: number }) {
  return (
    <svg className="glyph" viewBox="0 0 16 16" width={size} height={size} data-colour={colour} aria-hidden="true">
      {glyphDrawings[name].map((part) => (
        <Part key={part.d} {...part} />
      ))}
    </svg>
  );
}

function Part({ ink, d, width, dashes }: GlyphPart) {
  if (ink === 'cut') return <path className="glyph__cut" d={d} strokeWidth={width} />;
  const filled = ink === 'fill' || ink === 'both';
  return (
    <path
      d={d}
      fill={filled ? 'currentColor' : undefined}
      stroke={ink === 'fill' ? undefined : 'currentColor'}
      strokeWidth={width}
      strokeDasharray={dashes}
    />
  );
}
