import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/LongestFirst.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The suites that start browsers, LibreOffice or other processes. */
const slow = ['tests/e2e/**/*.test.{ts,tsx}', 'tests/system/**/*.test.ts']

/** The suites that stand something of their own in the place of Electron, or look at their process itself. */
const alone = ['tests/hosts/**/*.test.ts', 'tests/cli/**/*.test.ts', 'tests/db/backupUnderLoad.test.ts']

/** In milliseconds. */
const PATIENCE = 60_000

const every = 'tests/**/*.test.{ts,tsx}'

export default defineConfig({
  root,
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    // What never comes is a fault, and not what comes late on a busy machine.
    expect: { poll: { timeout: PATIENCE } },
    sequence: { sequencer: LongestFirst },
    projects: [
      // Loading the program anew for each suite would cost as much as many of them: they share what is loaded, and no state.
      { extends: true, test: { name: 'fast', include: [every], exclude: [...slow, ...alone], isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
      { extends: true, test: { name: 'slow', include: slow, testTimeout: 300_000, hookTimeout: 120_000 } },
    ],
  },
})
