import { defineConfig } from 'vitest/config'

const everything = ['test/**/*.test.ts']
const unit = ['test/{domain,cards}/**/*.test.ts', 'test/*.test.ts']

/** `unit` needs nothing but the CPU; `real` runs on real PostgreSQL, the emulator and a browser. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: unit, isolate: false } },
      {
        test: {
          name: 'real',
          include: everything,
          exclude: unit,
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          globalSetup: 'test/support/postgres.ts',
        },
      },
    ],
  },
})
