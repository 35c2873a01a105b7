import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';

/** The article's text as the server has it: what the view follows. */
export interface ToldText {
  readonly doc: Node;
  readonly version: number;
  /** The steps after a version, and whose each is; null where they do not reach back so far. */
  since(version: number): readonly { readonly step: Step; readonly clientId: string }[] | null;
}

/** Marks a change of the words as the server's: one that is only read takes it in as well. */
const TOLD = 'told';

export function markTold(tr: Transaction): Transaction {
  return tr.setMeta(TOLD, true).setMeta('addToHistory', false);
}

export function isTold(tr: Transaction): boolean {
  return tr.getMeta(TOLD) === true;
}

/** Takes steps of others into a text in which nothing unsent is written. */
export function tellSteps(state: EditorState, steps: readonly { readonly step: Step }[]): Transaction {
  const { tr } = state;
  for (const { step } of steps) tr.step(step);
  return markTold(tr);
}
