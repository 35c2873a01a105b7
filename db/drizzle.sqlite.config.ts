import { defineConfig } from 'drizzle-kit';

/** Generates `db/migrations/sqlite`; run as `npm run migrations -- --name what_it_does`. A migration that has landed is never edited. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/schema.ts',
  out: './db/migrations/sqlite',
});
