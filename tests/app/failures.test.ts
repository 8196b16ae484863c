import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { messages } from '../../domain/messages.ts'
import { root } from '../support/runScript.ts'

const self = 'app/failures.test.ts'

test('every failure that is meant has a test that names its code', () => {
  const tests = join(root, 'tests')
  const texts = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path) && !path.endsWith(self))
    .map((path) => readFileSync(join(tests, path), 'utf8'))
  const isNamed = (code: string) => texts.some((text) => text.includes(`'${code}'`))
  expect(Object.keys(messages).filter((code) => !isNamed(code))).toEqual([])
})

test('every failure that is meant is thrown or said somewhere', () => {
  const folders = ['domain', 'db', 'reports', 'electron', 'renderer/ui/moneyGrid']
  const texts = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith('.ts') && !/domain\/(errors|messages)\.ts$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
  expect(Object.keys(messages).filter((code) => !texts.some((text) => text.includes(`'${code}'`)))).toEqual([])
})
