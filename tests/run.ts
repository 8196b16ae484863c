import { buildStale } from '../electron/build.ts'
import { findPrograms } from './support/findPrograms.ts'
import { runChecks } from './support/runChecks.ts'
import { runSuites } from './support/runSuites.ts'
import { close } from './support/tally.ts'

try {
  findPrograms()
  const checks = await runChecks()
  buildStale(['renderer', 'print', 'shell'])
  close(checks, await runSuites(process.argv.slice(2)))
} catch (error) {
  console.error((error as Error).message)
  close({ passed: 0, failed: 1, skipped: 0 })
}
