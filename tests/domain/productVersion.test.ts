import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { productVersion } from '../../domain/productVersion.ts'
import { root } from '../support/runScript.ts'

test('the program says the version that its package has', () => {
  expect(productVersion).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)
})
