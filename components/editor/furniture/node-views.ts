import type { Mark, Node } from 'prosemirror-model';
import type { EditorView, MarkViewConstructor, NodeViewConstructor } from 'prosemirror-view';
import type { FurnitureWords } from './insets';

/**
 * A link's words are drawn as words, since a click on them means the claim there; the small arrow after them is the real link.
 * A modified click on the words opens it too (see `openLinkAt`).
 */
export function linkView(words: FurnitureWords): MarkViewConstructor {
  return (mark) => {
    const dom = document.createElement('span');
    dom.className = 'article__link';
    const contentDOM = document.createElement('span');
    dom.append(contentDOM);
    const address = webAddress(mark);
    if (address) {
      contentDOM.className = 'article__link-words';
      const open = document.createElement('a');
      open.className = 'article__link-open';
      open.contentEditable = 'false';
      open.href = address.href;
      open.target = '_blank';
      open.rel = 'noopener noreferrer nofollow';
      open.title = address.href;
      open.ariaLabel = words.openLink(address.host);
      dom.append(open);
    }
    return { dom, contentDOM };
  };
}

/** Opens the link at a position in a new tab, if there is one. */
export function openLinkAt(view: EditorView, pos: number): boolean {
  const link = view.state.doc
    .nodeAt(pos)
    ?.marks.map(webAddress)
    .find((address) => address !== null);
  if (!link) return false;
  window.open(link.href, '_blank', 'noopener,noreferrer');
  return true;
}

/** The address of a link mark; null for other marks and for what is not http or https, however it came into the document. */
function webAddress(mark: Mark): URL | null {
  if (mark.type.name !== 'link' || !URL.canParse(mark.attrs.href)) return null;
  const address = new URL(mark.attrs.href);
  return /^https?:$/.test(address.protocol) ? address : null;
}

/** A picture stands as a frame with its description: pictures are never loaded. */
export function imageView(words: FurnitureWords): NodeViewConstructor {
  return (node: Node) => {
    const dom = document.createElement('div');
    const alt: string = node.attrs.alt;
    dom.className = 'article__picture';
    dom.role = 'img';
    dom.ariaLabel = alt || words.picture;
    dom.dir = 'auto';
    dom.dataset.caption = alt || words.picture;
    return { dom };
  };
}

/** A table scrolls inside itself where it is wider than the column. */
export const tableView: NodeViewConstructor = () => {
  const dom = document.createElement('div');
  dom.className = 'article__table';
  // The rows stand directly in the table: a body of rows has no place for the caption that may come before them.
  const contentDOM = document.createElement('table');
  dom.append(contentDOM);
  return { dom, contentDOM };
};
