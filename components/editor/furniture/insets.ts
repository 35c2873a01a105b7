import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { articleText } from '@/core/article/text';
import type { ClaimMark } from '../claim-mark';
import { marksKey } from '../marks/plugin';
import type { MarksChange } from '../marks/state';

/** What the furniture says, and what its one control does. */
export interface FurnitureWords {
  repeats(paragraph: number): string;
  repeatsGo(paragraph: number): string;
  openLink(host: string): string;
  picture: string;
}

interface Insets {
  readonly blocks: DecorationSet;
  /** The text that `blocks` was made for; through edits it is mapped, until the server's next word on the text. */
  readonly of: Node;
  readonly edits: DecorationSet;
}

/**
 * Everything that is set between the words and so moves them: the turning arrow after a stale claim, a proposed correction, the
 * chip over a block that repeats an earlier one. Unlike what is only painted, it is there for the whole article at once, since
 * lines that broke anew as a person scrolls would move under their eyes.
 *
 * `repeated` maps the index of a textblock to that of the earlier one with the same words.
 */
export function insets(
  given: () => readonly ClaimMark[],
  repeated: (doc: Node) => ReadonlyMap<number, number>,
  words: FurnitureWords,
  goTo: (block: number) => void,
): Plugin<Insets> {
  const plugin: Plugin<Insets> = new Plugin({
    state: {
      init: (_config, state) => ({
        blocks: blockFurniture(state.doc, repeated(state.doc), words, goTo),
        of: state.doc,
        edits: edits(state.doc, given()),
      }),
      apply(tr, now) {
        const change: MarksChange | undefined = tr.getMeta(marksKey);
        if (!tr.docChanged && change?.type !== 'set') return now;
        const anew = change?.type === 'set' && now.of !== tr.doc;
        return {
          blocks: anew ? blockFurniture(tr.doc, repeated(tr.doc), words, goTo) : now.blocks.map(tr.mapping, tr.doc),
          of: anew ? tr.doc : now.of,
          edits: change?.type === 'set' ? edits(tr.doc, change.marks) : now.edits.map(tr.mapping, tr.doc),
        };
      },
    },
    props: {
      decorations: (state) => plugin.getState(state)!.edits,
    },
  });
  return plugin;
}

/** The drawing of blocks, for a second decorations prop: a plugin has one, and the two sets change for different reasons. */
export function blockFurnitureOf(source: Plugin<Insets>): Plugin {
  return new Plugin({ props: { decorations: (state) => source.getState(state)!.blocks } });
}

function edits(doc: Node, marks: readonly ClaimMark[]): DecorationSet {
  const decorations: Decoration[] = [];
  for (const mark of marks) {
    if (mark.from >= mark.to || mark.to > doc.content.size) continue;
    if (mark.stale) {
      decorations.push(
        Decoration.widget(mark.to, () => inset('span', 'article__stale', mark), {
          ...behindWords,
          side: 1,
          key: `stale ${mark.anchorId} ${mark.claimId}`,
        }),
      );
    }
    if (mark.correction) {
      const { correction } = mark;
      decorations.push(
        Decoration.widget(mark.to, () => inset('ins', 'article__insertion edit-ins', mark, correction), {
          ...behindWords,
          side: 2,
          key: `insertion ${mark.anchorId} ${mark.claimId} ${correction}`,
        }),
      );
    }
  }
  return DecorationSet.create(doc, decorations);
}

const behindWords = { ignoreSelection: true, marks: [] };

function inset(tag: 'span' | 'ins', name: string, mark: ClaimMark, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.dataset.claim = mark.claimId;
  element.dataset.anchor = mark.anchorId;
  if (text) element.dir = 'auto';
  else element.ariaHidden = 'true';
  element.textContent = text;
  return element;
}

/** Space that would be lost to the eye if a browser treated it as usual: a tab, two spaces, or one at an edge of a line. */
const MEANT_SPACE = /\t| {2}|^ | $/m;

/** The drawing of whole blocks, which only a change of the words changes. */
function blockFurniture(
  doc: Node,
  repeated: ReadonlyMap<number, number>,
  words: FurnitureWords,
  goTo: (block: number) => void,
): DecorationSet {
  const { blocks, text } = articleText(doc);
  const decorations: Decoration[] = [];
  for (const { from, to, start, end } of blocks) {
    if (MEANT_SPACE.test(text.slice(start, end))) {
      decorations.push(Decoration.node(from - 1, to + 1, { class: 'is-spaced' }));
    }
  }
  for (const [later, first] of repeated) {
    const block = blocks[later];
    if (!block) continue;
    decorations.push(
      Decoration.widget(block.from - 1, () => repeatChip(first, words, goTo), {
        side: -1,
        key: `repeats ${first}`,
        ignoreSelection: true,
        stopEvent: () => true,
      }),
      Decoration.node(block.from - 1, block.to + 1, { class: 'is-repeat' }),
    );
  }
  return DecorationSet.create(doc, decorations);
}

function repeatChip(first: number, words: FurnitureWords, goTo: (block: number) => void): HTMLElement {
  const holder = document.createElement('div');
  holder.className = 'article__repeats';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.repeats(first + 1);
  button.ariaLabel = words.repeatsGo(first + 1);
  button.addEventListener('click', () => goTo(first));
  holder.append(button);
  return holder;
}
