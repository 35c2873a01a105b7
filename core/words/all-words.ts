import { IntlError } from 'use-intl/core';
import { vi } from 'vitest';

/** For tests: words that are missing, or do not fit what they are given, fail the test that asked for them. */
const told = console.error;
vi.spyOn(console, 'error').mockImplementation((...what: unknown[]) => {
  if (what[0] instanceof IntlError) throw what[0];
  told(...what);
});
