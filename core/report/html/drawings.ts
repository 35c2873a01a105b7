import type { Glyph } from '@/core/claim/scale';
import { html, type Markup, trusted } from './markup';

const line = 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"';
const cut = 'fill="none" stroke="var(--cut)" stroke-linecap="round" stroke-linejoin="round"';

/** The glyphs of verdicts on a 16-unit square, in `currentColor`; `--cut` is the colour of what lies behind. */
export const glyphDrawings: Record<Glyph, string> = {
  'disc-check': `<circle cx="8" cy="8" r="7.2" fill="currentColor"/><path d="M4.7 8.3 7 10.6l4.4-5" ${cut} stroke-width="1.9"/>`,
  'ring-check': `<circle cx="8" cy="8" r="6.4" ${line} stroke-width="1.5"/><path d="M5 8.3 7.1 10.4 11 5.9" ${line} stroke-width="1.7"/>`,
  'half-disc': `<circle cx="8" cy="8" r="6.4" ${line} stroke-width="1.5"/><path d="M8 1.6a6.4 6.4 0 0 0 0 12.8z" fill="currentColor"/>`,
  triangle: `<path d="M8 1.9 14.9 14H1.1z" fill="currentColor" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/><path d="M8 6.2v3.4M8 11.9v.05" ${cut} stroke-width="1.8"/>`,
  'square-cross': `<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="2.6" fill="currentColor"/><path d="m5.2 5.2 5.6 5.6M10.8 5.2l-5.6 5.6" ${cut} stroke-width="1.9"/>`,
  'ring-question': `<circle cx="8" cy="8" r="6.5" ${line} stroke-width="1.4" stroke-dasharray="1.9 2.18"/><path d="M6.3 6.4c.1-1 .8-1.6 1.8-1.6 1.1 0 1.8.7 1.8 1.6 0 1.3-1.8 1.4-1.8 2.7M8.1 11.3v.05" ${line} stroke-width="1.5"/>`,
  speech: `<path d="M2.6 1.8h10.8a1.4 1.4 0 0 1 1.4 1.4v6.6a1.4 1.4 0 0 1-1.4 1.4H8.2L4.9 14.4v-3.2H2.6a1.4 1.4 0 0 1-1.4-1.4V3.2a1.4 1.4 0 0 1 1.4-1.4z" fill="currentColor"/><path d="M6.6 4.7c-.9.3-1.4 1-1.4 2v1M10.8 4.7c-.9.3-1.4 1-1.4 2v1" ${cut} stroke-width="1.6"/>`,
  diamond: `<path d="M8 1.2 14.8 8 8 14.8 1.2 8z" fill="currentColor" stroke="currentColor" stroke-linejoin="round"/><path d="M8 5v3.4M8 10.9v.05" ${cut} stroke-width="1.8"/>`,
  bar: `<rect x="1.2" y="4.6" width="13.6" height="6.8" rx="2" fill="currentColor"/><path d="M4.4 8h7.2" ${cut} stroke-width="1.8"/>`,
  'quarter-disc': `<circle cx="8" cy="8" r="6.4" ${line} stroke-width="1.5"/><path d="M8 8V1.6A6.4 6.4 0 0 1 14.4 8z" fill="currentColor"/>`,
  flame: `<path d="M8.6 1c.4 2.6 4.6 4.3 4.6 8.3A5.2 5.2 0 0 1 8 14.9a5.2 5.2 0 0 1-5.2-5.4c0-2.2 1.3-3.4 2-4.9.6.6 1 1.3 1.1 2.2C7.6 5.6 8.7 3.5 8.6 1z" fill="currentColor"/><path d="M8 12.6c-1.2 0-1.9-.8-1.9-1.8 0-1 .9-1.6 1.9-2.8 1 1.2 1.9 1.8 1.9 2.8 0 1-.7 1.8-1.9 1.8z" fill="var(--cut)"/>`,
  pencil: `<path d="m2 14 .9-3.6L10.7 2.6a1.5 1.5 0 0 1 2.1 0l.6.6a1.5 1.5 0 0 1 0 2.1L5.6 13.1z" fill="currentColor" stroke="currentColor" stroke-linejoin="round"/><path d="m9.4 4.7 1.9 1.9" ${cut} stroke-width="1.3"/>`,
};

/** The definitions that `glyph` refers to, once a document. Only the glyphs of the document's scale travel. */
export function glyphDefinitions(glyphs: readonly Glyph[]): Markup {
  const symbols = [...new Set(glyphs)].map((name) =>
    trusted(`<symbol id="g-${name}" viewBox="0 0 16 16">${glyphDrawings[name]}</symbol>`),
  );
  return html`<svg class="defs" aria-hidden="true">${symbols}</svg>`;
}

export function glyph(name: Glyph | undefined, size: '' | 'g--16' = ''): Markup {
  if (!name)
    return html`<svg class="g ${size}" aria-hidden="true" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.2" stroke-dasharray="1 2.6"/></svg>`;
  return html`<svg class="g ${size}" aria-hidden="true"><use href="#g-${name}"/></svg>`;
}
