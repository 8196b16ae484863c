import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openProgrammeFile } from '../../db/programmeFile.ts'
import { fail } from '../../domain/errors.ts'
import { refusalOf } from '../support/openTestApp.ts'
import { nowhere, programmeApp } from './support/programmeApp.ts'

const everyEvent = { before: null, subjectId: null, role: null, operation: null, from: null, to: null, amount: null }

test.each([
  ['a list that is no list', `update theme set aliases_json = '[1]'`],
  ['an id that is none', `update theme set id = 'x'`],
  ['a day that is none', `update theme_membership set from_on = '2020-13-45'`],
])('%s is said as damage to the file, and the check finds it', async (_what, change) => {
  const { me, folder } = await programmeApp()
  await me.programme.close.mutate()
  const file = join(folder, 'Own.bcf')
  const raw = new SQLite(file)
  raw.pragma('foreign_keys = off')
  raw.exec(change)
  raw.close()
  await me.programme.open.mutate({ path: 'Own' })
  const screens = [
    me.programme.screen.query({ asAt: null }),
    me.audit.page.query({ ...everyEvent, asAt: null }),
    me.schemes.screen.query({ asAt: null, id: nowhere }),
  ]
  const codes = await Promise.all(screens.map((screen) => refusalOf(screen).catch(() => ({ code: 'shown' }))))
  expect(codes.map(({ code }) => code)).toContain('damaged-file')
  expect(codes.map(({ code }) => code)).not.toContain('unexpected')
  expect((await me.audit.verify.mutate()).faults.length).toBeGreaterThan(0)
})

test.each([
  ['the name of a column', '"objective"', '"objectivf"'],
  ['the kind of a value', '"objective":"To read"', '"objective":[1234567]'],
])('%s that an event lost is said as damage when its moment is looked at', async (_what, sound, damaged) => {
  const { me, folder } = await programmeApp()
  await me.themes.add.mutate({ name: 'Letters', aliases: [], objective: 'To read' })
  const { events } = await me.audit.page.query({ ...everyEvent, asAt: null })
  await me.programme.close.mutate()
  const file = join(folder, 'Own.bcf')
  const text = readFileSync(file).toString('latin1')
  expect(text).toContain(sound)
  writeFileSync(file, text.replaceAll(sound, damaged), 'latin1')
  await me.programme.open.mutate({ path: 'Own' })
  const asAt = events[0]?.recordedAt ?? null
  expect(await refusalOf(me.programme.screen.query({ asAt }))).toMatchObject({ code: 'damaged-file' })
  expect((await me.audit.verify.mutate()).faults.length).toBeGreaterThan(0)
})

test('what fails over damage that no reader looks for is said as damage, and over a sound file as what it is', async () => {
  const { me, folder } = await programmeApp()
  await me.programme.close.mutate()
  const path = join(folder, 'Own.bcf')
  const failing = async (work: () => never): Promise<never> => {
    const file = await openProgrammeFile(path)
    try {
      return await file.read(async () => work())
    } finally {
      await file.close()
    }
  }
  const unmeant = () => {
    throw new TypeError('nobody meant this')
  }
  const noAmount = () => fail('bad-amount', { text: 'NaN' })
  const notThere = () => fail('not-found', { entity: 'scheme', id: nowhere })
  await expect(failing(unmeant)).rejects.toThrow(TypeError)
  await expect(failing(noAmount)).rejects.toMatchObject({ code: 'bad-amount' })
  const text = readFileSync(path).toString('latin1')
  writeFileSync(path, text.replaceAll('"name":"Portal"', '"name":"Portbl"'), 'latin1')
  await expect(failing(unmeant)).rejects.toMatchObject({ code: 'damaged-file', detail: { file: path } })
  await expect(failing(noAmount)).rejects.toMatchObject({ code: 'damaged-file' })
  await expect(failing(notThere)).rejects.toMatchObject({ code: 'not-found' })
})
