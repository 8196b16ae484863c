import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Id } from '../../domain/id.ts'
import { hostFolders } from '../../electron/hosts/hostFolders.ts'
import { idMaker } from '../../electron/hosts/idMaker.ts'
import { lineLog } from '../../electron/hosts/lineLog.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { tempFolder } from '../support/tempFolder.ts'

const portsIn = (folder: string) =>
  nodePorts(null, { programmes: join(folder, 'programmes'), config: join(folder, 'config') })

test('ids are ULIDs that rise whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 48 - 1 }), { minLength: 2, maxLength: 50 }), (times) => {
      let next = 0
      const newId = idMaker(() => times[next++] ?? 0)
      const made = times.map(newId)
      expect(made).toEqual([...new Set(made)].sort())
      expect(made.every((id) => Id.safeParse(id).success)).toBe(true)
    }),
  )
})

test('an id begins with the moment it was made', () => {
  expect(idMaker(() => 1_469_918_176_385)()).toMatch(/^01ARYZ6S41/)
})

test('the programmes of the folder are listed, the last changed first, and nothing else', async () => {
  const folder = tempFolder()
  const { files } = portsIn(folder)
  expect(await files.list()).toEqual([])
  await files.makeFolders()
  for (const [name, at] of [
    ['Older.bcf', 1_600_000_000],
    ['Newer.bcf', 1_700_000_000],
    ['Newer.bcf-wal', 1_700_000_000],
    ['Notes.txt', 1_700_000_000],
  ] as const) {
    writeFileSync(join(files.folder, name), 'abc')
    utimesSync(join(files.folder, name), at, at)
  }
  mkdirSync(join(files.folder, 'Folder.bcf'))
  expect(await files.list()).toEqual([
    { name: 'Newer.bcf', path: join(files.folder, 'Newer.bcf'), modifiedAt: '2023-11-14T22:13:20.000Z', size: 3 },
    { name: 'Older.bcf', path: join(files.folder, 'Older.bcf'), modifiedAt: '2020-09-13T12:26:40.000Z', size: 3 },
  ])
})

test('settings come back as written, and damaged ones count as none', async () => {
  const folder = tempFolder()
  const { settings } = portsIn(folder)
  expect(await settings.read()).toEqual({ lastFile: null })
  await settings.write({ lastFile: '/somewhere/Leeds.bcf' })
  expect(await settings.read()).toEqual({ lastFile: '/somewhere/Leeds.bcf' })
  writeFileSync(join(folder, 'config', 'settings.json'), '{"lastFile": 7}')
  expect(await settings.read()).toEqual({ lastFile: null })
  expect(readdirSync(join(folder, 'config'))).toEqual(['settings.json'])
})

test('the log is JSON lines, and starts anew beside one older log when it has grown large', () => {
  const folder = join(tempFolder(), 'config')
  const log = lineLog(folder)
  log({ event: 'first\nline' })
  log({ event: 'second' })
  const file = join(folder, 'log.jsonl')
  const events = () =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).event)
  expect(events()).toEqual(['first\nline', 'second'])
  writeFileSync(file, 'x'.repeat(5_000_001))
  log({ event: 'third' })
  expect(events()).toEqual(['third'])
  expect(statSync(`${file}.old`).size).toBe(5_000_001)
})

test('each system keeps programmes and settings where it is the custom, and a variable moves either', () => {
  const at = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}) => hostFolders(env, platform, '/home/someone')
  expect([
    at('linux'),
    at('linux', { XDG_CONFIG_HOME: '/xdg' }),
    at('darwin'),
    at('linux', { BCF_HOME: '/b', BCF_CONFIG: '/c' }),
  ]).toEqual([
    { programmes: '/home/someone/BCF programmes', config: '/home/someone/.config/bcf-digital-tracker' },
    { programmes: '/home/someone/BCF programmes', config: '/xdg/bcf-digital-tracker' },
    {
      programmes: '/home/someone/BCF programmes',
      config: '/home/someone/Library/Application Support/bcf-digital-tracker',
    },
    { programmes: '/b', config: '/c' },
  ])
})
