import type { Package } from '@/core/opc/read-package';
import { readXml } from '@/core/opc/read-xml';
import { childOf, gathering, numberOf, type PropertyTree, settingOf } from './property-tree';

interface Level {
  /** Null for a level that draws no sign: its paragraphs are no list. */
  readonly ordered: boolean | null;
  readonly start: number;
}

interface Numbered {
  /** Lists of one kind of numbering count together. */
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

/** An item of a list. `number` is what a reader sees before an ordered one. */
export interface ListItem {
  readonly list: string;
  /** From 0. */
  readonly level: number;
  readonly ordered: boolean;
  readonly number: number;
}

/** Word's lists have nine levels. */
const MOST_LEVEL = 8;

/**
 * The lists of a document (ECMA-376 part 1, 17.9). Items are counted as they are asked for, in reading order, as Word counts
 * them: lists of one abstract numbering go on counting from one another unless one begins anew.
 */
export class Numbering {
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(private readonly lists: ReadonlyMap<string, Numbered>) {}

  /** The next item of a list; null where the list or its level draws no sign. */
  item(list: string, depth: number): ListItem | null {
    const level = Math.min(Math.max(depth, 0), MOST_LEVEL);
    const numbered = this.lists.get(list);
    const kind = numbered?.levels.get(level) ?? numbered?.levels.get(0);
    if (!numbered || !kind || kind.ordered === null) return null;
    const counts = this.counts.get(numbered.abstract) ?? [];
    this.counts.set(numbered.abstract, counts);
    const anew = numbered.starts.get(level);
    if (anew !== undefined && !this.begun.has(`${list} ${level}`)) counts[level] = undefined;
    this.begun.add(`${list} ${level}`);
    const last = counts[level];
    const number = last === undefined ? (anew ?? kind.start) : last + 1;
    counts[level] = number;
    counts.length = level + 1;
    return { list, level, ordered: kind.ordered, number };
  }
}

/** Reads the lists; none for a part that is not there. */
export function readNumbering(source: Package, part: string | null): Numbering {
  const trees: PropertyTree[] = [];
  if (part !== null)
    readXml(
      source.read(part),
      gathering(['w:abstractNum', 'w:num'], (tree) => {
        trees.push(tree);
      }),
    );
  const abstracts = new Map<string, PropertyTree>();
  const byStyle = new Map<string, PropertyTree>();
  for (const tree of trees) {
    if (tree.name !== 'w:abstractNum') continue;
    abstracts.set(tree.attributes.get('w:abstractNumId') ?? '', tree);
    const style = settingOf(tree, 'w:styleLink');
    if (style !== null) byStyle.set(style, tree);
  }
  const lists = new Map<string, Numbered>();
  for (const tree of trees) {
    if (tree.name !== 'w:num') continue;
    const abstract = settingOf(tree, 'w:abstractNumId') ?? '';
    const direct = abstracts.get(abstract);
    const linked = byStyle.get(settingOf(direct, 'w:numStyleLink') ?? '') ?? direct;
    lists.set(tree.attributes.get('w:numId') ?? '', numberedOf(tree, abstract, linked));
  }
  return new Numbering(lists);
}

function numberedOf(list: PropertyTree, abstract: string, drawn: PropertyTree | undefined): Numbered {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const tree of drawn?.children ?? []) if (tree.name === 'w:lvl') levels.set(depthOf(tree), levelOf(tree));
  for (const override of list.children) {
    if (override.name !== 'w:lvlOverride') continue;
    const own = childOf(override, 'w:lvl');
    if (own) levels.set(depthOf(override), levelOf(own));
    const start = numberOf(override, 'w:startOverride');
    if (start !== null) starts.set(depthOf(override), start);
  }
  return { abstract, starts, levels };
}

function depthOf(tree: PropertyTree): number {
  const depth = Number(tree.attributes.get('w:ilvl') ?? 0);
  return Number.isInteger(depth) ? depth : 0;
}

function levelOf(tree: PropertyTree): Level {
  const format = settingOf(tree, 'w:numFmt') ?? 'decimal';
  return {
    ordered: format === 'none' ? null : format !== 'bullet',
    start: numberOf(tree, 'w:start') ?? 0,
  };
}
