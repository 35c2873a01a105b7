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
  twoFactors,
  invitations,
  tokens,
  scales,
  articles,
  docs,
  readers,
  guests,
  notices,
  looks,
  steps,
  strokes,
  placements,
  claims,
  anchors,
  comments,
  approvals,
  checks,
  sources,
  citations,
  sourceFiles,
  contacts,
  merges,
  events,
  notifications,
  creations,
} = schema;
export { NOWHERE } from './claims';
