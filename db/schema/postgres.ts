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
  invitations,
  tokens,
  scales,
  articles,
  docs,
  readers,
  steps,
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
