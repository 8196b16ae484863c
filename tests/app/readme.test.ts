import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dutyTable } from '../support/dutyTable.ts'
import { root } from '../support/runScript.ts'

test('the README says who may do what as the program holds it', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(dutyTable())
})
