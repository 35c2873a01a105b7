import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { closeHistory, history } from 'prosemirror-history';
import { EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { Mapping, ReplaceStep, type Step } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { rebaseSteps } from '@/core/article/rebase-steps';
import { comesIn, markResumed, markTold, type ToldText } from '../told';
import { clipboardIn } from './clipboard';
import { writingKeys } from './keys';

/** What was written here and has not reached the server: what sends it reads this. */
export interface Writer {
  /** By which the server's steps are known to be one's own. */
  readonly clientId: string;
  /** The version that the unsent steps were made on. */
  version(): number;
  unsent(): readonly Step[];
  /** Whether an input method is at work: a word half composed is nobody else's yet. */
  isComposing(): boolean;
  /** Drops what is unsent: the text is the server's again. */
  discard(): void;
}

/** Steps kept from an earlier visit, made on `version`. */
export interface Unsent {
  readonly clientId: string;
  readonly version: number;
  readonly steps: readonly Step[];
}

export interface WritingOptions {
  readonly clientId: string;
  /** The version that the view shows. */
  readonly version: number;
  /** Whether the person is editing now, rather than checking. */
  isEditing(): boolean;
  /** Something was written, or taken in. */
  onChange(): void;
  /** Esc: the person has finished editing. */
  onLeave(): void;
  /** Some of these words, written here and unsent, went with words that somebody else took away. */
  onGone(words: string): void;
}

/**
 * What makes the article's view one that is written in: unsent steps and their rebasing (prosemirror-collab), one's own undo and
 * redo, keys and clipboard. Once it is there it stays, since what was written waits in it; whether the words can be changed is
 * the mode's to say.
 */
export class Writing {
  readonly clientId: string;

  constructor(
    private readonly view: EditorView,
    private readonly options: WritingOptions,
  ) {
    this.clientId = options.clientId;
    const { version, clientId } = options;
    const plugins = [
      collab({ version, clientID: clientId }),
      history(),
      writingKeys(options.isEditing, options.onLeave),
      clipboardIn(options.isEditing),
      new Plugin({ filterTransaction: fits }),
      ...view.state.plugins,
    ];
    view.updateState(view.state.reconfigure({ plugins }));
  }

  version(): number {
    return getVersion(this.view.state);
  }

  unsent(): readonly Step[] {
    return sendableSteps(this.view.state)?.steps ?? [];
  }

  isComposing(): boolean {
    return this.view.composing;
  }

  /** From positions of the server's text to those of the view; null where they are the same. */
  mapping(): Mapping | null {
    const unsent = this.unsent();
    return unsent.length === 0 ? null : new Mapping(unsent.map((step) => step.getMap()));
  }

  /** Takes in what the server has: others' steps under what is written here, one's own as confirmed. */
  receive(text: ToldText): void {
    if (text.version === this.version()) return;
    const news = text.since(this.version());
    if (!news) {
      this.start(text);
      return;
    }
    for (let at = 0; at < news.length; ) {
      // Of a run of steps only those at its head are taken for one's own: one run is one writer's.
      const own = news[at]!.clientId === this.clientId;
      const run = [];
      while (at < news.length && (news[at]!.clientId === this.clientId) === own) run.push(news[at++]!);
      const steps = run.map(({ step }) => step);
      const ids = run.map(({ clientId }) => clientId);
      const before = own ? [] : this.unsent();
      this.view.dispatch(markTold(receiveTransaction(this.view.state, steps, ids, { mapSelectionBackward: true })));
      // Steps of which nothing is left: what they wrote stood in words that somebody took away.
      if (before.length > this.unsent().length) this.options.onGone(wordsPutIn(before));
    }
    this.options.onChange();
  }

  /** Writes what an earlier visit left unsent, on the text as it is by now and after what is written in it. */
  resume({ clientId, version, steps }: Unsent, text: ToldText): void {
    const told = text.since(version);
    if (!told) return;
    const over = [...told.map(({ step }) => step), ...this.unsent()];
    const { tr } = this.view.state;
    const mine = rebaseSteps(steps, over, tr.doc, (at) => told[at]?.clientId === clientId).steps;
    for (const step of mine) tr.maybeStep(step);
    if (tr.docChanged) this.view.dispatch(closeHistory(markResumed(tr)));
    this.options.onChange();
  }

  /** Drops what is unsent: the text is the server's again. */
  discard(text: ToldText): void {
    this.start(text);
    this.options.onChange();
  }

  private start({ doc, version }: ToldText): void {
    const { plugins } = this.view.state;
    const others = plugins.slice(2);
    const fresh = [collab({ version, clientID: this.clientId }), history()];
    this.view.updateState(EditorState.create({ doc, plugins: [...fresh, ...others] }));
  }
}

/** What steps put into the text, in their order. */
function wordsPutIn(steps: readonly Step[]): string {
  return steps
    .map((step) =>
      step instanceof ReplaceStep ? step.slice.content.textBetween(0, step.slice.content.size, '\n') : '',
    )
    .join('');
}

/**
 * Whether what a change touches is an article still. Pasting a part of a table can make cells without a block, which the server
 * would refuse together with everything typed after it.
 */
function fits(tr: Transaction): boolean {
  if (!tr.docChanged || comesIn(tr)) return true;
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  tr.mapping.maps.forEach((map, at) => {
    map.forEach((_oldStart, _oldEnd, start, end) => {
      const rest = tr.mapping.slice(at + 1);
      from = Math.min(from, rest.map(start, -1));
      to = Math.max(to, rest.map(end, 1));
    });
  });
  try {
    tr.doc.forEach((block, at) => {
      if (at <= to && at + block.nodeSize >= from) block.check();
    });
    return tr.doc.type.validContent(tr.doc.content);
  } catch {
    return false;
  }
}
