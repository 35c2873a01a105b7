import { postgresKit } from './kit';
import { tables } from './tables';

/** The same tables in PostgreSQL, for its migrations; the shared store for several machines comes later. */
export const schema = tables(postgresKit);
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
