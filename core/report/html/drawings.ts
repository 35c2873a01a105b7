import { type GlyphPart, glyphDrawings } from '@/core/claim/glyph-drawings';
import type { Glyph } from '@/core/claim/scale';
import { html, type Markup } from './markup';

/** The definitions that `glyph` refers to, once a document. Only the glyphs of the document's scale travel. */
export function glyphDefinitions(glyphs: readonly Glyph[]): Markup {
  return html`<svg class="defs" aria-hidden="true">${[...new Set(glyphs)].map((name) => html`<symbol id="g-${name}" viewBox="0 0 16 16">${glyphDrawings[name].map(drawn)}</symbol>`)}</svg>`;
}

/** A verdict's glyph in `currentColor`; without a verdict, an empty dotted ring. */
export function glyph(name: Glyph | undefined, size: '' | 'g--16' = ''): Markup {
  if (name) return html`<svg class="g ${size}" aria-hidden="true"><use href="#g-${name}"/></svg>`;
  return html`<svg class="g ${size}" aria-hidden="true" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.2" stroke-dasharray="1 2.6"/></svg>`;
}

function drawn({ ink, d, width, dashes }: GlyphPart): Markup {
  const filled = ink === 'fill' || ink === 'both';
  const stroke = ink === 'fill' ? 'none' : ink === 'cut' ? 'var(--cut)' : 'currentColor';
  return html`<path d="${d}" fill="${filled ? 'currentColor' : 'none'}" stroke="${stroke}"${width && html` stroke-width="${width}"`}${dashes && html` stroke-dasharray="${dashes}"`}/>`;
}
