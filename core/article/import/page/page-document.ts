import { parseHTML } from 'linkedom';
import { type Element as ParsedElement, type ParentNode as ParsedNode, walk } from '../html/tree';

/** The attributes by which an article is told from what stands around it, and which its text is made of. */
const kept = new Set([
  'alt',
  'aria-hidden',
  'aria-modal',
  'class',
  'cite',
  'colspan',
  'datetime',
  'dir',
  'height',
  'hidden',
  'href',
  'id',
  'itemprop',
  'lang',
  'rel',
  'role',
  'rowspan',
  'src',
  'start',
  'style',
  'summary',
  'title',
  'type',
  'width',
]);

/** Longer names and styles tell nothing, and each is searched many times. Addresses are longer. */
const VALUE = 300;
const ADDRESS = 4096;

/** Nothing in these is text, or anything that tells where the article is. */
const leftOut = new Set(['head', 'script', 'style', 'link', 'meta', 'base', 'template', 'svg', 'canvas', 'frameset']);

/**
 * The body of a parsed page as a DOM: one that runs nothing and fetches nothing. It is built element by element, so that it is
 * the tree that a browser would make, whatever another parser would take the same characters for.
 */
export function pageDocument(root: ParsedNode, title: string, author: string | null): Document {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  document.title = title;
  if (author !== null) {
    const meta = document.createElement('meta');
    meta.setAttribute('name', 'author');
    meta.setAttribute('content', author);
    document.head.append(meta);
  }
  walk<Element>(root, document.body, {
    enter(element, outside) {
      const { tagName } = element;
      if (leftOut.has(tagName)) return null;
      if (tagName === 'html') return { inside: outside };
      if (tagName === 'body') {
        copyAttributes(element, outside);
        return { inside: outside };
      }
      const copy = document.createElement(/^[a-z][a-z0-9-]*$/.test(tagName) ? tagName : 'span');
      copyAttributes(element, copy);
      outside.appendChild(copy);
      return { inside: copy };
    },
    text: (characters, inside) => void inside.appendChild(document.createTextNode(characters)),
    comment: () => {},
  });
  return document;
}

function copyAttributes(from: ParsedElement, to: Element): void {
  for (const { name, value } of from.attrs) {
    if (!kept.has(name)) continue;
    const longest = name === 'href' || name === 'src' ? ADDRESS : VALUE;
    if (value.length <= longest || name === 'alt' || name === 'title') to.setAttribute(name, value);
  }
}

/** How large a parsed page is, leaving out what `pageDocument` leaves out. */
export interface PageSize {
  readonly elements: number;
  /**
   * Every element and every thousand UTF-16 units of text, each counted once for each element that it is in: the cost of a search
   * that reads the text of every element.
   */
  readonly work: number;
}

export function sizeOf(root: ParsedNode): PageSize {
  const size = { elements: 0, work: 0 };
  walk<number>(root, 0, {
    enter({ tagName }, depth) {
      if (leftOut.has(tagName)) return null;
      size.elements++;
      size.work += depth + 1;
      return { inside: depth + 1 };
    },
    text(characters, depth) {
      size.work += (characters.length / 1000) * depth;
    },
    comment: () => {},
  });
  return size;
}
