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
  private takingBack = false;

  push(act: Undoable): void {
    if (this.takingBack) return;
    this.acts = [...this.acts.slice(1 - DEPTH), act];
  }

  /** Takes an act back, and off the stack. What that does is not itself an act to be taken back. */
  takeBack(act: Undoable): void {
    this.acts = this.acts.filter((one) => one !== act);
    this.takingBack = true;
    try {
      act.takeBack();
    } finally {
      this.takingBack = false;
    }
  }

  /** The last act that still stands. */
  top(state: DeskState): Undoable | null {
    return this.acts.findLast((act) => act.stands(state)) ?? null;
  }
}
