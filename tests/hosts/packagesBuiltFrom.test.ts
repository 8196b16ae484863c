import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packagesBuiltFrom } from '../../electron/packagesBuiltFrom.ts'
import { root } from '../support/runScript.ts'

const packages = packagesBuiltFrom(root)

test('every package that the program depends on is listed with its installed version, and Electron too', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >
  const asked = Object.entries({ ...dependencies, electron: devDependencies?.electron })
  const listed = packages.map(({ name, version }) => `${name} ${version}`)
  expect(asked.map(([name, version]) => `${name} ${version}`).filter((one) => !listed.includes(one))).toEqual([])
})

test('each licence is a free one, but for one package deep below ExcelJS that states none', () => {
  const free = /^(MIT|X11|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|Zlib|CC0-1\.0|Python-2\.0)$/
  // Of several, one may be chosen where they are joined by OR.
  const isFree = (licence: string) =>
    licence
      .replace(/[()*]/g, '')
      .split(/ OR /)
      .some((choice) => choice.split(/ AND |\//).every((each) => free.test(each)))
  expect(packages.filter(({ licence }) => !isFree(licence))).toEqual([
    { name: 'buffers', version: '0.1.1', licence: 'not stated' },
  ])
})
