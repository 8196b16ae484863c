import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** A fresh folder that goes with the test. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bcf-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A fresh folder for all tests of a file, that goes with the last of them. */
export const keptFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bcf-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
