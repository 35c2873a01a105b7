import type { ParagraphLook } from './flow';
import { childOf, numberOf, type PropertyTree, settingOf } from './property-tree';
import { headingOf, type ParagraphStyle, type StyleSheet } from './styles';

/** What paragraph properties (ECMA-376 part 1, 17.3.1) say, with the style that they name; null for a paragraph without any. */
export function lookOfParagraph(own: PropertyTree | null, styles: StyleSheet, joins: boolean): ParagraphLook {
  const style = settingOf(own, 'w:pStyle');
  const ofStyle = styles.paragraph(style);
  const outline = numberOf(own, 'w:outlineLvl');
  const isPlain = ofStyle.role === 'paragraph' || ofStyle.role === 'heading';
  const { role, level } = outline !== null && isPlain ? headingOf(outline) : ofStyle;
  const numbering = role === 'paragraph' ? numberingOf(own, ofStyle) : null;
  return { style, role, level, numbering, rule: isRule(own), joins };
}

function numberingOf(own: PropertyTree | null, style: ParagraphStyle): ParagraphLook['numbering'] {
  const direct = childOf(own, 'w:numPr');
  const list = settingOf(direct, 'w:numId') ?? settingOf(style.numbering, 'w:numId');
  // List 0 takes a paragraph out of the list that its style would put it into (17.9.18).
  if (list === null || Number(list) === 0) return null;
  const level = numberOf(direct, 'w:ilvl') ?? numberOf(style.numbering, 'w:ilvl') ?? 0;
  return { list, level: level === 0 ? style.depth : level };
}

/** A line below and none elsewhere is how word processors draw a rule. */
function isRule(own: PropertyTree | null): boolean {
  const sides = (childOf(own, 'w:pBdr')?.children ?? []).filter(
    ({ attributes }) => !/^(none|nil)$/.test(attributes.get('w:val') ?? 'none'),
  );
  return sides.length === 1 && sides[0]!.name === 'w:bottom';
}
