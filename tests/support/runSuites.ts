import { readFile, rm } from 'node:fs/promises'
import { relative } from 'node:path'
import { memoryFolder } from './memoryFolder.ts'
import { root, runScript } from './runScript.ts'
import type { Tally } from './tally.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
}

const reportFile = `${root}/tests/.out/report.json`

/** Runs the suites whose path holds one of the filters, or all of them, and counts; a suite that cannot load has failed. */
export const runSuites = async (filters: string[]): Promise<Tally> => {
  await rm(reportFile, { force: true })
  const memory = memoryFolder()
  const { code } = await runScript(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
      ...filters,
    ],
    'shown',
    {
      ...process.env,
      // Hundreds of processes start the same program: what one has compiled the next one reads.
      NODE_COMPILE_CACHE: `${root}/tests/.out/compile-cache`,
      ...(process.env.TMPDIR || !memory ? {} : { TMPDIR: memory }),
    },
  )
  const report = await readReport()
  if (!report) return { passed: 0, failed: 1, skipped: 0 }

  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  for (const { name } of broken) console.log(`✗ ${relative(root, name)} did not load`)
  for (const { assertionResults } of report.testResults) {
    for (const { status, fullName } of assertionResults) {
      if (status !== 'passed' && status !== 'failed') console.log(`- skipped: ${fullName}`)
    }
  }

  const failed = report.numFailedTests + broken.length
  return {
    passed: report.numPassedTests,
    // Vitest also ends in red for an error outside every test.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

async function readReport(): Promise<Report | undefined> {
  try {
    return JSON.parse(await readFile(reportFile, 'utf8')) as Report
  } catch {
    console.log('✗ the suites ended without a report')
    return undefined
  }
}
