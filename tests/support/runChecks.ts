import { runScript } from './runScript.ts'
import type { Tally } from './tally.ts'

const checks: [name: string, ...args: string[]][] = [
  ['types', 'node_modules/typescript/bin/tsc', '-p', '.'],
  ['lint and format', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ['unused code', 'node_modules/knip/bin/knip.js', '--no-progress'],
]

/** Types, lint and format, unused code, side by side; prints what a failed one says. */
export const runChecks = async (): Promise<Tally> => {
  const results = await Promise.all(
    checks.map(async ([name, ...args]) => ({ name, ...(await runScript(args, 'gathered')) })),
  )
  for (const { name, code, output } of results) {
    console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output.trimEnd()}\n`)
  }
  const failed = results.filter(({ code }) => code !== 0).length
  return { passed: results.length - failed, failed, skipped: 0 }
}
