import { describe, expect, it } from 'vitest';
import * as postgres from './postgres';
import * as sqlite from './schema';

// drizzle-kit sees only what is exported by name: a table that is not has no migration, and nothing says so.
describe.each([
  ['SQLite', sqlite],
  ['PostgreSQL', postgres],
])('the schema of %s', (_, module) => {
  it('exports every table by its name', () => {
    expect(module).toMatchObject(module.schema);
  });
});
