import type { ReactNode } from 'react';
import type { Colour, Glyph as GlyphName } from '@/core/claim/scale';

/** Each shape differs in outline, not only in what is inside, so that it is told apart at 12 px and without colour. */
const drawings: Record<GlyphName, ReactNode> = {
  'disc-check': (
    <>
      <circle cx="8" cy="8" r="7.2" fill="currentColor" />
      <path className="glyph__cut" d="M4.7 8.3 7 10.6l4.4-5" strokeWidth="1.9" />
    </>
  ),
  'ring-check': (
    <>
      <circle cx="8" cy="8" r="6.4" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5 8.3 7.1 10.4 11 5.9" stroke="currentColor" strokeWidth="1.7" />
    </>
  ),
  'half-disc': (
    <>
      <circle cx="8" cy="8" r="6.4" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1.6a6.4 6.4 0 0 0 0 12.8z" fill="currentColor" />
    </>
  ),
  triangle: (
    <>
      <path d="M8 1.9 14.9 14H1.1z" fill="currentColor" stroke="currentColor" strokeWidth="1.6" />
      <path className="glyph__cut" d="M8 6.2v3.4M8 11.9v.05" strokeWidth="1.8" />
    </>
  ),
  'square-cross': (
    <>
      <rect x="1.2" y="1.2" width="13.6" height="13.6" rx="2.6" fill="currentColor" />
      <path className="glyph__cut" d="m5.2 5.2 5.6 5.6M10.8 5.2l-5.6 5.6" strokeWidth="1.9" />
    </>
  ),
  'ring-question': (
    <>
      <circle cx="8" cy="8" r="6.5" stroke="currentColor" strokeWidth="1.4" strokeDasharray="1.9 2.18" />
      <path
        d="M6.3 6.4c.1-1 .8-1.6 1.8-1.6 1.1 0 1.8.7 1.8 1.6 0 1.3-1.8 1.4-1.8 2.7M8.1 11.3v.05"
        stroke="currentColor"
        strokeWidth="1.6"
      />
    </>
  ),
  speech: (
    <>
      <path
        d="M3.2 1.6h9.6A2.2 2.2 0 0 1 15 3.8v5.4a2.2 2.2 0 0 1-2.2 2.2H8.4L4.6 14.6v-3.2H3.2A2.2 2.2 0 0 1 1 9.2V3.8a2.2 2.2 0 0 1 2.2-2.2z"
        fill="currentColor"
      />
      <path className="glyph__cut" d="M5.4 8V6.4c0-.9.4-1.5 1.3-1.8M9.3 8V6.4c0-.9.4-1.5 1.3-1.8" strokeWidth="1.6" />
    </>
  ),
  diamond: <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" fill="currentColor" stroke="currentColor" strokeWidth="1.6" />,
  bar: <rect x=".8" y="5" width="14.4" height="6" rx="1.8" fill="currentColor" />,
  'quarter-disc': (
    <>
      <circle cx="8" cy="8" r="6.4" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 8V3.9A4.100 4.100 0 0 1 12.100 8z" fill="currentColor" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
  flame: (
    <>
      <path
        d="M8.9 1c.5 2.700 4.900 4.300 4.900 8.500A5.700 5.700 0 0 1 8 15.200a5.700 5.700 0 0 1-5.800-5.600c0-2.200 1.100-3.700 2.300-5 .2 1.300.8 2.100 1.500 2.500C6 4.900 7.100 2.300 8.900 1z"
        fill="currentColor"
      />
      <path className="glyph__cut" d="M8.100 12.300c1.100-.2 1.800-1 1.800-2.100" strokeWidth="1.500" />
    </>
  ),
  pencil: (
    <>
      <path
        d="M10.800 1.900 14.100 5.200 5.400 13.900 1.500 14.500l.6-3.900z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.400"
      />
      <path className="glyph__cut" d="m8.900 4.700 2.400 2.400" strokeWidth="1.500" />
    </>
  ),
};

/** A verdict's glyph. Without `colour` it takes the `--v` of the element around it, or the colour of its text. */
export function Glyph({ name, colour, size = 14 }: { name: GlyphName; colour?: Colour; size?: number }) {
  return (
    <svg className="glyph" viewBox="0 0 16 16" width={size} height={size} data-colour={colour} aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
