import type { ArticleWithDoc } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import type { Scale } from '@/core/claim/scale';
import type { Me, Person } from '@/core/newsroom/person';

export type { DeskCommands, DeskStore, Done, Passage, Resolution } from './commands';
export type { Change, ChangeKind, Conflict, Connection, DeskState, FieldSave, Refusal, SaveState } from './desk-state';
export { fieldKey, saveOf, saveOfClaim } from './desk-state';

/** What the page read from the database, handed down as plain data. */
export interface DeskData {
  readonly article: ArticleWithDoc;
  readonly claims: readonly Claim[];
  readonly scales: readonly Scale[];
  readonly people: readonly Person[];
  readonly me: Me;
  /** The number of the newest event when `article` and `claims` were read; read it first, so that no event is missed. */
  readonly since: number;
}
