import type { ArticleWithDoc } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import type { PlainScale } from '@/core/claim/scale';
import type { House } from '@/core/claim/unmet-rules';
import type { EventKind } from '@/core/event/event';
import type { Guest } from '@/core/newsroom/guest';
import type { Me, Person } from '@/core/newsroom/person';
import type { KeptText } from './kept-text';
import type { Present } from './present';
import type { TextStep } from './steps-since';

/**
 * What the desk knows, as one persistent value: every change makes a new `DeskState`, and whatever did not change is the same
 * object as before, so a selector may compare by identity. Claims and article are the server's records with this person's
 * unacknowledged changes laid over them.
 */
export interface DeskState {
  readonly article: ArticleWithDoc;
  /** The edits since the desk was opened; the last of them made the article's `version`. */
  readonly steps: readonly TextStep[];
  /** Live claims in reading order. A claim marked here and not yet acknowledged, or refused, is among them. */
  readonly claims: readonly Claim[];
  readonly claimById: ReadonlyMap<string, Claim>;
  /** The claim's place in reading order, from 1. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** Claims of `claims` that the server has not acknowledged yet; their anchors and ids of anchors are provisional. */
  readonly provisional: ReadonlySet<string>;
  /** The article's scale. */
  readonly scale: PlainScale;
  readonly scales: readonly PlainScale[];
  readonly people: readonly Person[];
  /** Who has or had a link to this article, the newest link first; nobody where this person is told of none. */
  readonly guests: readonly Guest[];
  /** Everybody who may be named here: people and guests. */
  readonly personById: ReadonlyMap<string, Person>;
  readonly me: Me;
  /** What the newsroom asks of this article's claims. */
  readonly house: House;
  readonly connection: Connection;
  /** `connection.state !== 'down'`: the last that was heard of the server was not a failure. */
  readonly online: boolean;
  /**
   * Fields with something to say, keyed by `fieldKey`; read it through `saveOf` and `saveOfClaim`. A field that is not here was
   * not touched in this visit and is `saved`.
   */
  readonly saves: ReadonlyMap<FieldKey, FieldSave>;
  /** Oldest first. */
  readonly conflicts: readonly Conflict[];
  /** Oldest first. */
  readonly refusals: readonly Refusal[];
  readonly outbox: OutboxSummary;
  /** Who else has the article open, and where they are; one entry a desk. */
  readonly present: readonly Present[];
  readonly writing: WritingState;
  /** What Ctrl/Cmd-Z would take back now. */
  readonly undoable: Change | null;
}

/**
 * `saved`: the server has it on disk. `saving`: on its way, or being written to this browser's disk. `waiting`: kept in this
 * browser, the server cannot take it now (`reason`), it will be sent. `conflict`: someone else changed the field; a `Conflict`
 * holds both. `refused`: the server said no; a `Refusal` holds the text.
 */
export type SaveState = 'saved' | 'saving' | 'waiting' | 'conflict' | 'refused';

/**
 * Why a change waits. `network`: no answer. `server`: it failed (5xx). `busy`: it asked for patience (429). `sign-in`: the
 * session ended. `earlier`: an earlier change that it builds on (the claim's creation, say) waits, conflicts or was refused.
 */
export type WaitingReason = 'network' | 'server' | 'busy' | 'sign-in' | 'earlier';

export interface FieldSave {
  readonly state: SaveState;
  readonly recordId: string;
  readonly field: Field;
  /** The claim whose card shows the field; null for the article's own fields. */
  readonly claimId: string | null;
  /** Only while `waiting`. */
  readonly reason: WaitingReason | null;
  /** When it was typed; once `saved`, when the server acknowledged it. ISO 8601. */
  readonly at: string;
}

export type RecordKind = 'article' | 'claim' | 'citation' | 'comment';

/**
 * A field of a record (`verdict`, `rationale`, `quote` ...), or one of the things done to it as a whole: `*` its creation,
 * `deletedAt` its deletion or return from the bin, `anchors` its places in the text, `approval` the reviewer's decision.
 */
export type Field = string;
export type FieldKey = `${string} ${Field}`;
export const fieldKey = (recordId: string, field: Field): FieldKey => `${recordId} ${field}`;

/** The kinds of event that the desk can bring about: a queued change is an event that has not happened yet. */
export type ChangeKind = Extract<
  EventKind,
  | 'article.changed'
  | 'claim.created'
  | 'claim.changed'
  | 'claim.deleted'
  | 'claim.restored'
  | 'claim.approved'
  | 'claim.unapproved'
  | 'claim.returned'
  | 'claim.confirmed'
  | 'claim.closed'
  | 'claim.reopened'
  | 'check.given'
  | 'check.decided'
  | 'correction.accepted'
  | 'correction.rejected'
  | 'anchor.added'
  | 'anchor.moved'
  | 'anchor.dropped'
  | 'citation.added'
  | 'citation.changed'
  | 'citation.dropped'
  | 'comment.added'
  | 'comment.changed'
  | 'comment.deleted'
  | 'comment.restored'
  | 'comment.resolved'
  | 'comment.reopened'
>;

/** One thing that this person did, as a toast names it. `before` and `after` are the field's values; null for whole records. */
export interface Change {
  readonly kind: ChangeKind;
  readonly recordId: string;
  readonly claimId: string | null;
  readonly field: Field;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Someone else changed a field while this person's own change to it was not acknowledged. Nothing is sent for the field until
 * the person chooses. The card shows `mine` meanwhile.
 */
export interface Conflict {
  readonly id: string;
  readonly recordKind: RecordKind;
  readonly recordId: string;
  readonly claimId: string | null;
  readonly field: Field;
  /** What both started from. */
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Who made `theirs`, and when; null while that is not known. May be this person, on another computer. */
  readonly by: string | null;
  readonly at: string | null;
  /** Whether the two can be joined ("keep both"): long text on either side. */
  readonly joinable: boolean;
}

/** The server said no. The change stays kept and shown until the person sends it again, changed or not, or discards it. */
export interface Refusal {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly recordKind: RecordKind;
  readonly recordId: string;
  readonly claimId: string | null;
  readonly field: Field;
  /** What was typed or chosen: the field's value, or the body of a creation. */
  readonly mine: unknown;
  readonly status: number;
  /** The problem's code of core/problem.ts, where the server named one. */
  readonly code: string | null;
  /** The server's sentence, ready to be shown. */
  readonly message: string;
  readonly errors: readonly { path: string; message: string }[];
  /** When it was typed. ISO 8601. */
  readonly at: string;
}

/** How what this person writes into the text stands. */
export interface WritingState {
  /** Edits that the server does not have yet. */
  readonly unsent: number;
  /** Why they wait; null while they are on their way. */
  readonly down: Exclude<WaitingReason, 'earlier'> | null;
  /** The server said no, in this sentence; the edits stay until the person decides. */
  readonly refused: string | null;
  /** What an earlier visit left unsent, to be written again; null when there is nothing. */
  readonly left: KeptText | null;
}

export interface Connection {
  /** `live`: events arrive. `connecting`: opening, or paused while the tab is hidden. `down`: the last try failed. */
  readonly state: 'live' | 'connecting' | 'down';
  readonly reason: Exclude<WaitingReason, 'earlier'> | null;
  /** When the next try starts; null while one is under way or none is needed. ISO 8601. */
  readonly nextTryAt: string | null;
}

export interface OutboxSummary {
  /** Changes of this article not acknowledged yet, conflicts and refusals included. */
  readonly count: number;
  /** Of these, the ones that wait for the server. */
  readonly waiting: number;
  /** Why the first of them waits. */
  readonly reason: WaitingReason | null;
  readonly oldestAt: string | null;
  /**
   * `disk`: what is not acknowledged survives a closed tab. `memory`: this browser refuses to keep it (private window, full
   * disk), and the person must be told so.
   */
  readonly kept: 'disk' | 'memory';
  /** Whether something typed is, at this instant, neither acknowledged nor on this browser's disk: ask before leaving. */
  readonly unsafe: boolean;
}

const SAVED = { state: 'saved', reason: null } as const;

/** The save state of one field; that of its record's creation as long as that is what there is to say. */
export function saveOf(state: DeskState, recordId: string, field: Field): Pick<FieldSave, 'state' | 'reason'> {
  return state.saves.get(fieldKey(recordId, field)) ?? state.saves.get(fieldKey(recordId, '*')) ?? SAVED;
}

const gravity: Record<SaveState, number> = { saved: 0, saving: 1, waiting: 2, refused: 3, conflict: 4 };

export const isGraver = (a: SaveState, b: SaveState) => gravity[a] > gravity[b];

/** The gravest save state among a claim's fields, citations included: what its row in a list shows. */
export function saveOfClaim(state: DeskState, claimId: string): Pick<FieldSave, 'state' | 'reason'> {
  let worst: Pick<FieldSave, 'state' | 'reason'> = SAVED;
  for (const save of state.saves.values())
    if (save.claimId === claimId && isGraver(save.state, worst.state)) worst = save;
  return worst;
}
