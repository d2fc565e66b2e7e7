import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/support/closing-line.ts'

const everything = ['test/**/*.test.ts']
const unit = ['test/{domain,cards,emulator-page}/**/*.test.ts', 'test/*.test.ts']

/** `unit` needs nothing but the CPU; `real` runs on real PostgreSQL, the emulator and a browser. */
export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
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
