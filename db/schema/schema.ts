import { sqliteKit } from './kit';
import { tables } from './tables';

/** The tables of this process: SQLite's. Queries and changes import them from here. */
export const schema = tables(sqliteKit);
export const {
  newsroom,
  people,
  sessions,
  accounts,
  verifications,
  invitations,
  tokens,
  scales,
  articles,
  docs,
  readers,
  steps,
  strokes,
  placements,
  claims,
  anchors,
  comments,
  sources,
  citations,
  sourceFiles,
  contacts,
  events,
  creations,
} = schema;
export { NOWHERE } from './claims';
