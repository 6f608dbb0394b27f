import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      // Some start commands as processes of their own, which a busy machine makes wait.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'site',
          include: ['tests/{build,e2e,a11y}/**/*.test.ts'],
          globalSetup: ['tests/support/site-setup.ts'],
          testTimeout: 60_000,
          // What a page does at once can take a busy machine a second: how long is waited says nothing of what is asked.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
          // Two cores: more browsers at once only wait for each other.
          maxWorkers: 2,
        },
      },
    ],
  },
});
