/** A family of ours as the typesetter knows it: some scripts of a typeface, and which of its faces are read. */
export interface OwnFamily {
  /** The name that it is asked for by. Its last word is a number, since a typesetter drops words like “Ext” from a name. */
  family: string;
  /** The name of its package and the beginning of its files' names. */
  packaged: 'newsreader' | 'inter' | 'ibm-plex-mono';
  script: string;
  /** Weight and style, as its files are named. */
  faces: readonly string[];
}

const read = ['400-normal', '400-italic', '500-normal', '600-normal', '600-italic'];
const told = ['400-normal', '400-italic', '600-normal'];

const text = typeface('Stet Text', 'newsreader', ['latin', 'latin-ext', 'vietnamese'], read);
const interfaces = typeface(
  'Stet Interface',
  'inter',
  ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  told,
);
const mono = typeface(
  'Stet Mono',
  'ibm-plex-mono',
  ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  ['400-normal'],
);

/** Every family whose files a typesetter is given. */
export const ownFamilies: readonly OwnFamily[] = [...text, ...interfaces, ...mono];

/** The families to ask for, in turn, for what is read, what is told beside it, and what is code. */
export interface Stacks {
  text: string[];
  interface: string[];
  mono: string[];
}

/**
 * The stacks for an article in a language. Greek, Cyrillic and Hebrew come with the typesetter (Libertinus Serif); for Chinese,
 * Japanese and Korean the same character has another form in each, so the machine's fonts are asked for by name. Whatever no
 * family of a stack has is looked for in all the fonts of the machine.
 */
export function stacksFor(language: string): Stacks {
  const east = eastAsian(language);
  const names = (families: readonly OwnFamily[]) => families.map(({ family }) => family);
  const sans = east ? [`Noto Sans CJK ${east}`] : [];
  return {
    text: [...names(text), 'Libertinus Serif', ...(east ? [`Noto Serif CJK ${east}`, ...sans] : [])],
    interface: [...names(interfaces), ...sans],
    mono: [...names(mono), 'DejaVu Sans Mono', ...sans],
  };
}

function eastAsian(language: string): 'JP' | 'KR' | 'SC' | 'TC' | 'HK' | undefined {
  const { language: base, script, region } = new Intl.Locale(language).maximize();
  if (base === 'ja') return 'JP';
  if (base === 'ko') return 'KR';
  if (script === 'Hans') return 'SC';
  if (script === 'Hant') return region === 'HK' ? 'HK' : 'TC';
  return undefined;
}

function typeface(name: string, packaged: OwnFamily['packaged'], scripts: string[], faces: string[]): OwnFamily[] {
  return scripts.map((script, index) => ({ family: `${name} ${index + 1}`, packaged, script, faces }));
}
