import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': path.join(import.meta.dirname) } },
  test: {
    include: ['core/**/*.test.ts', 'db/**/*.test.ts', 'app/**/*.test.ts', 'components/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Property tests and killed processes take their time on a busy machine; no test asserts how long anything took.
    testTimeout: 60_000,
  },
});
