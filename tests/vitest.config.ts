import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The suites that start browsers, LibreOffice or other processes. */
const slow = ['tests/e2e/**/*.test.{ts,tsx}', 'tests/system/**/*.test.ts']

export default defineConfig({
  root,
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'fast', include: ['tests/**/*.test.{ts,tsx}'], exclude: slow } },
      { extends: true, test: { name: 'slow', include: slow, testTimeout: 300_000, hookTimeout: 120_000 } },
    ],
  },
})
