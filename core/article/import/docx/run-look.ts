import { Mark } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';
import { childOf, type PropertyTree, settingOf, switchOf } from './property-tree';
import { hides, type ParagraphStyle, type StyleSheet } from './styles';

const { marks } = articleSchema;

/** How the words of a run look. */
export interface RunLook {
  readonly marks: readonly Mark[];
  readonly hidden: boolean;
  readonly languages: Languages;
}

/** What a run says of its language, for western, East Asian and right-to-left words; null where it says nothing. */
export interface Languages {
  readonly western: string | null;
  readonly asian: string | null;
  readonly rightToLeft: string | null;
  readonly isRightToLeft: boolean;
}

const ofParagraphs = new WeakMap<ParagraphStyle, RunLook>();

/** The look of a run without properties in a paragraph of such a style. */
export function plainLook(paragraph: ParagraphStyle, styles: StyleSheet): RunLook {
  let look = ofParagraphs.get(paragraph);
  if (!look) {
    look = lookOfRun(null, paragraph, styles);
    ofParagraphs.set(paragraph, look);
  }
  return look;
}

/**
 * The look of a run with such properties, in a paragraph of such a style. A paragraph's style says how the whole block is
 * drawn and makes no marks: bold headings are headings.
 */
export function lookOfRun(own: PropertyTree | null, paragraph: ParagraphStyle, styles: StyleSheet): RunLook {
  const styleId = settingOf(own, 'w:rStyle');
  const ofStyle = styleId === null ? [] : styles.character(styleId);
  const trees = own ? [own, ...ofStyle] : ofStyle;
  const on = (name: string) => first(trees, (tree) => switchOf(tree, name)) ?? false;
  const rightToLeft = on('w:rtl') || on('w:cs');
  let found: readonly Mark[] = Mark.none;
  const add = (mark: Mark) => {
    found = mark.addToSet(found);
  };
  if (rightToLeft ? on('w:bCs') : on('w:b')) add(strong);
  if (rightToLeft ? on('w:iCs') : on('w:i')) add(emphasis);
  if (on('w:strike') || on('w:dstrike')) add(strike);
  const drawnAsLink = styleId !== null && styles.isLink(styleId);
  const underlined = first(drawnAsLink ? [] : trees, (tree) => switchOf(tree, 'w:u'));
  if (underlined) add(underline);
  const script = first(trees, (tree) => settingOf(tree, 'w:vertAlign'));
  if (script === 'superscript') add(superscript);
  if (script === 'subscript') add(subscript);
  if (styleId !== null && styles.isCode(styleId)) add(code);
  const hidden = first([...trees, ...paragraph.runs], hides) ?? false;
  return { marks: found, hidden, languages: languagesOf(trees, rightToLeft) };
}

const strong = marks.strong.create();
const emphasis = marks.emphasis.create();
const strike = marks.strike.create();
const underline = marks.underline.create();
const code = marks.code.create();
export const superscript = marks.superscript.create();
export const subscript = marks.subscript.create();

/** The words of a link are underlined anyway. */
export function linked(within: readonly Mark[], link: Mark | null): readonly Mark[] {
  return link ? link.addToSet(marks.underline.removeFromSet(within)) : within;
}

export function languagesOf(trees: readonly PropertyTree[], isRightToLeft: boolean): Languages {
  const said = (attribute: string) =>
    first(trees, (tree) => childOf(tree, 'w:lang')?.attributes.get(attribute) ?? null);
  return {
    western: said('w:val'),
    asian: said('w:eastAsia'),
    rightToLeft: said('w:bidi'),
    isRightToLeft,
  };
}

function first<T>(trees: readonly PropertyTree[], ask: (tree: PropertyTree) => T | null): T | null {
  for (const tree of trees) {
    const answer = ask(tree);
    if (answer !== null) return answer;
  }
  return null;
}
