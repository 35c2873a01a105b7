import type { Change, DeskState } from './desk-state';

/** One act of this person and the way back from it. */
export interface Undoable {
  readonly change: Change;
  /** Whether the desk still shows what was done: what someone changed since is theirs, and is not taken back. */
  stands(state: DeskState): boolean;
  takeBack(): void;
}

/** More than anybody goes back. */
const DEPTH = 200;

/** This person's acts in this visit, for Ctrl/Cmd-Z. Text that is being typed is not among them: the field undoes that itself. */
export class UndoStack {
  private acts: Undoable[] = [];

  push(act: Undoable): void {
    this.acts = [...this.acts.slice(1 - DEPTH), act];
  }

  /** An act taken back by its own handle cannot be taken back again. */
  remove(act: Undoable): void {
    this.acts = this.acts.filter((one) => one !== act);
  }

  /** What `pop` would give. */
  top(state: DeskState): Undoable | null {
    return this.acts.findLast((act) => act.stands(state)) ?? null;
  }

  /** The last act that still stands, off the stack with those above it, which stand no more. */
  pop(state: DeskState): Undoable | null {
    const act = this.top(state);
    this.acts = act ? this.acts.slice(0, this.acts.lastIndexOf(act)) : [];
    return act;
  }
}
