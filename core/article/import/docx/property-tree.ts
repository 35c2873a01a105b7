import type { XmlElement, XmlHandler } from '@/core/opc/read-xml';

/** A small element that is kept whole, with what it holds: the properties of a paragraph, a run, a style. */
export interface PropertyTree {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: PropertyTree[];
}

/** Properties have some dozens of elements; what comes after so many is not looked at. */
const MOST_ELEMENTS = 2000;

/** Gathers an element and all that it holds, until it closes. */
export class PropertyGatherer {
  readonly root: PropertyTree;
  private readonly open: PropertyTree[];
  private elements = 1;

  constructor({ name, attributes }: XmlElement) {
    this.root = { name, attributes, children: [] };
    this.open = [this.root];
  }

  enter({ name, attributes }: XmlElement): void {
    const tree: PropertyTree = { name, attributes, children: [] };
    if (++this.elements <= MOST_ELEMENTS) this.open.at(-1)!.children.push(tree);
    this.open.push(tree);
  }

  /** True when the element that is gathered has closed. */
  leave(): boolean {
    this.open.pop();
    return this.open.length === 0;
  }
}

/** Tells of each element with one of these names, and all that it holds; those inside one another come as one. */
export function gathering(names: readonly string[], found: (tree: PropertyTree) => void): XmlHandler {
  let gatherer: PropertyGatherer | null = null;
  return {
    open: (element) => {
      if (gatherer) gatherer.enter(element);
      else if (names.includes(element.name)) gatherer = new PropertyGatherer(element);
    },
    close: () => {
      if (!gatherer?.leave()) return;
      found(gatherer.root);
      gatherer = null;
    },
    text: () => {},
  };
}

export function childOf(tree: PropertyTree | null | undefined, name: string): PropertyTree | null {
  return tree?.children.find((child) => child.name === name) ?? null;
}

/** The `w:val` of a child; null without one. */
export function settingOf(tree: PropertyTree | null | undefined, name: string): string | null {
  return childOf(tree, name)?.attributes.get('w:val') ?? null;
}

/** A whole number in the `w:val` of a child; null without one. */
export function numberOf(tree: PropertyTree | null | undefined, name: string): number | null {
  const value = settingOf(tree, name);
  return value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null;
}

/** A switch of ECMA-376 part 1, 17.17.4: on when it stands there and does not say otherwise; null when it does not stand there. */
export function switchOf(tree: PropertyTree | null | undefined, name: string): boolean | null {
  const child = childOf(tree, name);
  return child && !/^(0|false|off|none)$/i.test(child.attributes.get('w:val') ?? '');
}
