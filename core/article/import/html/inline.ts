import { Mark } from 'prosemirror-model';
import type { DroppedKind } from '@/core/article/dropped-kinds';
import { articleSchema } from '@/core/article/schema';
import { isWebAddress } from '@/core/record';
import type { Look } from './look';
import { attribute, type Element } from './tree';

const { marks } = articleSchema;

/** What holds for the text inside an element. */
export interface Style {
  readonly marks: readonly Mark[];
  readonly preserve: boolean;
}
export const plain: Style = { marks: Mark.none, preserve: false };

const byTag: Record<string, readonly Mark[]> = {
  b: [marks.strong.create()],
  strong: [marks.strong.create()],
  i: [marks.emphasis.create()],
  em: [marks.emphasis.create()],
  cite: [marks.emphasis.create()],
  var: [marks.emphasis.create()],
  u: [marks.underline.create()],
  ins: [marks.underline.create()],
  s: [marks.strike.create()],
  strike: [marks.strike.create()],
  del: [marks.strike.create()],
  code: [marks.code.create()],
  kbd: [marks.code.create()],
  samp: [marks.code.create()],
  tt: [marks.code.create()],
  sup: [marks.superscript.create()],
  sub: [marks.subscript.create()],
  dt: [marks.strong.create()],
  summary: [marks.strong.create()],
};

/** The style inside an element: its tag first, then what its `style` attribute adds or takes away. */
export function styleInside(
  element: Element,
  look: Look | null,
  outside: Style,
  drop: (kind: DroppedKind) => void,
): Style {
  let within = outside.marks;
  for (const mark of byTag[element.tagName] ?? []) within = mark.addToSet(within);
  if (element.tagName === 'a') within = linked(element, within, drop);
  if (look) within = looked(look, within);
  const preserve = look?.preserve ?? outside.preserve;
  return within === outside.marks && preserve === outside.preserve ? outside : { marks: within, preserve };
}

function looked(look: Look, within: readonly Mark[]): readonly Mark[] {
  let result = within;
  for (const name of ['strong', 'emphasis', 'underline', 'strike'] as const) {
    const wanted = look[name];
    // A link is underlined by itself; word processors say so again.
    if (wanted && !(name === 'underline' && marks.link.isInSet(result))) result = marks[name].create().addToSet(result);
    if (wanted === false) result = marks[name].removeFromSet(result);
  }
  return look.script ? marks[look.script].create().addToSet(result) : result;
}

function linked(element: Element, within: readonly Mark[], drop: (kind: DroppedKind) => void): readonly Mark[] {
  const written = attribute(element, 'href');
  if (written === null) return within;
  const href = webAddress(written);
  if (href !== null) return marks.link.create({ href }).addToSet(within);
  drop(/^(javascript|vbscript|data)/i.test(written.replace(/[\s\p{Cc}]/gu, '')) ? 'script-link' : 'local-link');
  return within;
}

/** The longest address that is kept, as `WebAddress` has it. */
const ADDRESS_LENGTH = 4096;

/** An address as a page writes it, if it leads to the web: spaces inside are escaped as a browser does. Null for all others. */
export function webAddress(written: string): string | null {
  const trimmed = written.trim();
  const absolute = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  if (!/^https?:\/\//i.test(absolute) || absolute.length > ADDRESS_LENGTH) return null;
  if (isWebAddress(absolute)) return absolute;
  const escaped = URL.canParse(absolute) ? new URL(absolute).href : '';
  return isWebAddress(escaped) && escaped.length <= ADDRESS_LENGTH ? escaped : null;
}
