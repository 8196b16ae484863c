import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A fresh folder that goes with the test. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bcf-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
