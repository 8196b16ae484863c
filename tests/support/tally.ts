export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** Prints the closing line and sets the exit code: a run in which nothing passed has failed. */
export const close = (...tallies: Tally[]): void => {
  const sum = (part: keyof Tally) => tallies.reduce((total, tally) => total + tally[part], 0)
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')]
  process.exitCode = failed > 0 || tallies.some((tally) => tally.passed === 0) ? 1 : 0
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
}
