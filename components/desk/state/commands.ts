import type { Writer } from '@/components/editor/writing/writing';
import type { PatchArticle } from '@/core/article/article';
import type { PatchClaim } from '@/core/claim/claim';
import type { CreateComment } from '@/core/claim/comment';
import type { Event } from '@/core/event/event';
import type { CreateCitation, ListedSource, PatchCitation, Source } from '@/core/source/source';
import type { Change, DeskState, Field } from './desk-state';
import type { DeskSession } from './session';
import type { Resolution } from './troubles';

/**
 * A place to mark, as the editor knows it: ProseMirror positions in the article's present version and the quote around them
 * (`quoteOf`). `start`, `end` are code points of the plain text where they are at hand.
 */
export interface Passage {
  readonly from: number;
  readonly to: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start?: number;
  readonly end?: number;
}

/** What was done, with the way back. `undo` does nothing when called twice, or when someone else has changed the thing since. */
export interface Done {
  readonly change: Change;
  undo(): void;
}

/**
 * What a person can do at the desk. Every command shows its effect in the state before it returns and queues one call of the
 * HTTP interface; none waits for the network and none throws for it: what becomes of the call is in `saves`, `conflicts` and
 * `refusals`.
 */
export interface DeskCommands {
  /** Marks one claim in one or more places; `claimId` is final at once. */
  markClaim(claim: {
    passages: readonly Passage[];
    verdict?: string | null;
    assigneeId?: string | null;
  }): Done & { readonly claimId: string };
  /** Call it on every input event: it is cheap, and sends once typing pauses. Undoable for all fields but text being typed. */
  changeClaim(claimId: string, patch: PatchClaim): Done;
  deleteClaim(claimId: string): Done;
  restoreClaim(claimId: string): void;
  addAnchor(claimId: string, passage: Passage): Done;
  /** Never the last one: delete the claim instead. */
  dropAnchor(claimId: string, anchorId: string): Done;
  /** Puts an anchor (an orphan, say) on another passage. */
  moveAnchor(claimId: string, anchorId: string, passage: Passage): Done;
  /** `shown` is the source picked when `citation` names it by `sourceId`, so that the card can show it before the server answers. */
  addCitation(
    claimId: string,
    citation: Omit<CreateCitation, 'id'>,
    shown?: Source,
  ): Done & { readonly citationId: string };
  changeCitation(citationId: string, patch: PatchCitation): Done;
  dropCitation(citationId: string): Done;
  /** Says something about a claim; with `parentId`, the first comment of a thread, in answer to that. */
  addComment(claimId: string, said: Omit<CreateComment, 'id'>): Done & { readonly commentId: string };
  /** Of this person's own words. */
  changeComment(commentId: string, body: string): Done;
  deleteComment(commentId: string): Done;
  /** The thread that this comment begins. */
  resolveComment(commentId: string): Done;
  reopenComment(commentId: string): Done;
  approve(claimId: string): Done;
  sendBack(claimId: string, note: string): void;
  /** The verdict still holds of the words that stand there now. */
  confirmClaim(claimId: string): void;
  /** This person's own second check, blind and once. */
  giveCheck(claimId: string, verdict: string, rationale: string | null): void;
  /** Which of two verdicts that differ stands, or a third, and why. */
  decideCheck(claimId: string, verdict: string, reason: string): void;
  /** Puts the proposed correction into the text, at the places that still read as they do now. */
  acceptCorrection(claimId: string): void;
  rejectCorrection(claimId: string, reason: string): void;
  /** Closes a claim whose words are gone; `reopenClaim` takes it back. */
  closeClaim(claimId: string, reason: string): Done;
  reopenClaim(claimId: string): void;
  changeArticle(patch: PatchArticle): Done;

  /** Sends at once what was typed into a field (blur, Ctrl-Enter), or everything. */
  flush(recordId?: string, field?: Field): void;
  resolveConflict(conflictId: string, resolution: Resolution): void;
  /** Sends a refused change again. To send it changed, change the field: that retries it too. */
  retry(refusalId: string): void;
  /** Lets a refused change go, with everything that builds on it. */
  discard(refusalId: string): void;
  /** Tries to reach the server now instead of at `connection.nextTryAt`; call it after signing in again. */
  retryNow(): void;
  /** Takes back this person's last undoable change, and names it; null when there is nothing to take back. */
  undo(): Change | null;

  /** Every event of a claim, oldest first. Throws a `ProblemAnswer` or `NoAnswer` of `components/interface`. */
  history(claimId: string): Promise<readonly Event[]>;
  /** Sources whose title, publisher or address match, best first; the same throws. */
  findSources(query: string, signal?: AbortSignal): Promise<readonly ListedSource[]>;
}

/**
 * For browser tests: a change is on this browser's disk a few milliseconds after the key, in the database `stet`, store `outbox`
 * (one entry a record and field: `field`, `value`, `sent`, `refused`), and gone from there once the server has it. Typing goes
 * out 600 ms after the last key, or at blur and Ctrl/Cmd-Enter; a server that does not answer is tried again after 0.5 to 1 s,
 * then ever more slowly up to a minute, and at once at `online`, at focus and when the tab is shown again.
 */
export interface DeskStore extends DeskCommands {
  /** For `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void;
  getSnapshot(): DeskState;
  /** What is written into the text by this writer is kept and sent from now on. */
  attachWriter(writer: Writer): void;
  /** What an earlier visit left unsent (`writing.left`) is in the text again. */
  resumed(): void;
  /** Something was written, or taken into the text under what was. */
  written(): void;
  /** Sends edits that were refused once more, or lets them go. */
  retryText(): void;
  discardText(): void;
  /** Says where this person is to those who have the article open. */
  tellPlace(claimId: string | null, editing: boolean): void;
  /**
   * Opens the shelf and the event stream; call it in an effect. Returns the way to close both; it may be started again. What
   * speaks with the server is handed in, since drawing the desk does not need it.
   */
  start(Session: typeof DeskSession): () => void;
}
