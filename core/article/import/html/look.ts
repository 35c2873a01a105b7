/** What a `style` attribute says that the article keeps. Undefined where it says nothing. */
export interface Look {
  readonly strong?: boolean | undefined;
  readonly emphasis?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly strike?: boolean | undefined;
  readonly script?: 'superscript' | 'subscript' | undefined;
  /** White space stands as it is written. */
  readonly preserve?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  /** The level of a list item that Word wrote as a paragraph, from 1. */
  readonly listLevel?: number | undefined;
  /** The bullet or number that Word wrote out in front of such an item. */
  readonly listMarker?: boolean | undefined;
}

const looks = new Map<string, Look>();
/** A document repeats a few styles thousands of times; more distinct ones than this are forgotten together. */
const REMEMBERED = 1000;

/** Reads the declarations of a `style` attribute. */
export function lookOf(style: string): Look {
  const known = looks.get(style);
  if (known) return known;
  if (looks.size >= REMEMBERED) looks.clear();
  const look = read(declarations(style));
  looks.set(style, look);
  return look;
}

function declarations(style: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) found.set(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
  }
  return found;
}

function read(css: Map<string, string>): Look {
  const weight = css.get('font-weight');
  const slant = css.get('font-style');
  const line = css.get('text-decoration-line') ?? css.get('text-decoration');
  const align = css.get('vertical-align');
  const space = `${css.get('white-space') ?? ''} ${css.get('white-space-collapse') ?? ''}`.trim();
  const list = css.get('mso-list');
  const level = list && /\blevel([1-9])\b/.exec(list)?.[1];
  return {
    strong: weight === undefined ? undefined : /^bold/.test(weight) || Number.parseInt(weight, 10) >= 600,
    emphasis: slant === undefined ? undefined : /^(italic|oblique)/.test(slant),
    underline: line === undefined ? undefined : /underline/.test(line),
    strike: line === undefined ? undefined : /line-through/.test(line),
    script: align === 'super' ? 'superscript' : align === 'sub' ? 'subscript' : undefined,
    preserve: space === '' ? undefined : /pre|break-spaces/.test(space),
    hidden: /^none/.test(css.get('display') ?? '') || css.get('mso-hide') === 'all' || undefined,
    listLevel: level ? Number(level) : undefined,
    listMarker: list === 'ignore' || undefined,
  };
}
