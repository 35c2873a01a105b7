import type { DefaultTreeAdapterMap } from 'parse5';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/**
 * The default tree, but what a parser moves in front of a table (text that stands wrongly inside it) is looked for from the
 * end, where it is: from the front, a page of such strays takes time that grows with its square.
 */
const adapter: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  insertBefore(parent, child, reference) {
    parent.childNodes.splice(parent.childNodes.lastIndexOf(reference), 0, child);
    child.parentNode = parent;
  },
  insertTextBefore(parent, text, reference) {
    const at = parent.childNodes.lastIndexOf(reference);
    const before = parent.childNodes[at - 1];
    if (before && defaultTreeAdapter.isTextNode(before)) before.value += text;
    else adapter.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference);
  },
};

/** The tree that a browser would make of the same characters, with scripts off. */
export function parseHtml(html: string): ParentNode {
  return parse(html, { treeAdapter: adapter, scriptingEnabled: false });
}

/** What a walk does on its way. `S` is what an element hands down to everything inside it. */
export interface Visitor<S> {
  /** Returns what holds inside and what to do after it; null leaves the element out with all that it holds. */
  enter(element: Element, outside: S): { inside: S; leave?: (() => void) | undefined } | null;
  text(characters: string, inside: S): void;
  comment(data: string): void;
}

/** Goes through a tree in document order, however deep it is: a loop with its own stack, never the call stack. */
export function walk<S>(root: ParentNode, outermost: S, visitor: Visitor<S>): void {
  const open = [{ nodes: root.childNodes, next: 0, inside: outermost, leave: undefined as (() => void) | undefined }];
  for (let frame = open.at(-1); frame; frame = open.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (!node) {
      frame.leave?.();
      open.pop();
    } else if (defaultTreeAdapter.isTextNode(node)) visitor.text(node.value, frame.inside);
    else if (defaultTreeAdapter.isCommentNode(node)) visitor.comment(node.data);
    else if (defaultTreeAdapter.isElementNode(node)) {
      const entered = visitor.enter(node, frame.inside);
      if (entered) open.push({ nodes: node.childNodes, next: 0, inside: entered.inside, leave: entered.leave });
    }
  }
}

/** The value of an attribute, or null. */
export function attribute(element: Element, name: string): string | null {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return null;
}

/** All text inside an element, white space as one space each. */
export function textOf(element: Element): string {
  let text = '';
  walk<null>(element, null, {
    enter: () => ({ inside: null }),
    text: (characters) => {
      text += characters;
    },
    comment: () => {},
  });
  return text.replace(/\s+/g, ' ').trim();
}
