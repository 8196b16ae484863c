import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

const folder = join(import.meta.dirname, '..', '..', 'golden')

/** Compares with tests/golden/; ACCEPT_GOLDEN=1 writes what is new there, to be read in the change. */
export const expectGolden = (name: string, actual: string): void => {
  const file = join(folder, `${name}.txt`)
  if (process.env.ACCEPT_GOLDEN === '1') writeFileSync(file, actual)
  expect(actual).toBe(readFileSync(file, 'utf8'))
}
