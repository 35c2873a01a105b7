import { defineConfig } from 'drizzle-kit';

/** Generates `db/migrations/postgres`; run as `npm run migrations -- --name what_it_does`. A migration that has landed is never edited. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/postgres.ts',
  out: './db/migrations/postgres',
});
