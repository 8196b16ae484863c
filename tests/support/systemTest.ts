import { test } from 'vitest'
import { findProgram } from '../../electron/hosts/findProgram.ts'

/** A test that needs Linux, or root on Linux, and maybe programs: elsewhere it is counted as skipped, and its name says why. */
export const systemTest = (
  needs: 'linux' | 'root',
  programs: string[],
  name: string,
  run: () => Promise<void>,
  /** In milliseconds, where a loaded machine may take longer than for other tests. */
  patience?: number,
): void => {
  const lacking = [
    ...(process.platform === 'linux' ? [] : ['Linux']),
    ...(needs === 'linux' || process.getuid?.() === 0 ? [] : ['root']),
    ...programs.filter((program) => !findProgram([program])),
  ]
  if (lacking.length > 0) test.skip(`${name} (needs ${lacking.join(' and ')})`, run)
  else test(name, run, patience)
}
