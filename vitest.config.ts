import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // The messages are compiled (core/words): what reads ICU's grammar stays out, here as in next.config.js.
    alias: { '@': path.join(import.meta.dirname), 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  test: {
    server: { deps: { inline: ['use-intl'] } },
    include: ['core/**/*.test.ts', 'db/**/*.test.ts', 'app/**/*.test.ts', 'components/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: ['app/process/workshop.mjs'],
    setupFiles: ['core/words/all-words.ts'],
    // Property tests and killed processes take their time on a busy machine; no test asserts how long anything took.
    testTimeout: 60_000,
  },
});
