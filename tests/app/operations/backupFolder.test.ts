import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUpTo } from '../../../electron/app/features/backup.ts'
import { createState } from '../../../electron/app/state.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { root } from '../../support/runScript.ts'
import { tempFolder } from '../../support/tempFolder.ts'
import { balancesOf, planCell, programmeApp } from '../support/programmeApp.ts'

/** A programme with a planned scheme, its client and its administrator's, and an empty folder elsewhere. */
const planned = async () => {
  const app = await programmeApp()
  await app.me.plan.set.mutate({ cells: [planCell(app.scheme.id, 400)] })
  const safe = join(tempFolder(), 'Safe')
  mkdirSync(safe)
  return { ...app, admin: app.as('administrator'), own: join(app.folder, 'Own.bcf'), safe }
}

const programmesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.bcf'))
    .sort()

test('backups go to the folder that was chosen, those in the usual one are listed with them, and numbers go on', async () => {
  const { me, admin, folder, safe } = await planned()
  const usual = join(folder, 'Backups')
  await me.backup.now.mutate()
  expect(await admin.backup.setFolder.mutate({ folder: safe })).toEqual({ folder: safe, before: null })
  const made = await me.backup.now.mutate()
  expect([programmesIn(usual), programmesIn(safe), made.path]).toEqual([
    ['Own backup 1 2020-09-01.bcf'],
    ['Own backup 2 2020-09-01.bcf'],
    join(safe, 'Own backup 2 2020-09-01.bcf'),
  ])
  const { folder: shown, backups, last } = await me.backup.screen.query()
  expect({ shown, backups: backups.map(({ path }) => path), last: last?.path }).toEqual({
    shown: { path: safe, isChosen: true, usual, place: { disk: 'same', beyond: null }, canPick: false },
    backups: [made.path, join(usual, 'Own backup 1 2020-09-01.bcf')],
    last: made.path,
  })
})

test('going back to the usual folder is one act, and says what was chosen before', async () => {
  const { me, admin, folder, safe } = await planned()
  await admin.backup.setFolder.mutate({ folder: safe })
  expect(await admin.backup.setFolder.mutate({ folder: null })).toEqual({ folder: null, before: safe })
  const { path } = await me.backup.now.mutate()
  expect([dirname(path), (await me.backup.screen.query()).folder.isChosen, readdirSync(safe)]).toEqual([
    join(folder, 'Backups'),
    false,
    [],
  ])
})

test('the daily backup and the last verified one are those of the chosen folder, and old ones go there by the same rule', async () => {
  const { app, at, me, admin, folder, safe } = await planned()
  await admin.backup.setFolder.mutate({ folder: safe })
  await app.backUpIfDue()
  for (const hour of [10, 11, 12, 13]) {
    at(`2020-09-01T${hour}:00:00.000Z`)
    await me.backup.now.mutate()
  }
  expect(await me.backup.last.query()).toEqual({ takenAt: '2020-09-01T13:00:00.000Z', isOld: false })
  expect([programmesIn(safe), existsSync(join(folder, 'Backups'))]).toEqual([
    ['Own backup 3 2020-09-01.bcf', 'Own backup 4 2020-09-01.bcf', 'Own backup 5 2020-09-01.bcf'],
    false,
  ])
})

test('a backup of the chosen folder is compared and opens beside the programme, and so does one of the usual folder', async () => {
  const { me, admin, folder, safe, scheme } = await planned()
  const { path: usual } = await me.backup.now.mutate()
  await admin.backup.setFolder.mutate({ folder: safe })
  await me.plan.set.mutate({ cells: [planCell(scheme.id, 450, { was: 400 })] })
  const { path: chosen } = await me.backup.now.mutate()
  const relations = [
    (await me.backup.compare.mutate({ path: usual })).relation,
    (await me.backup.compare.mutate({ path: chosen })).relation,
  ]
  const figures = []
  for (const path of [chosen, usual]) {
    const opened = await admin.backup.restore.mutate({ path })
    figures.push([dirname(opened.path), await balancesOf(me)])
    await admin.backup.return.mutate({ keepsCopy: false })
  }
  expect([relations, figures]).toEqual([
    ['behind', 'same'],
    [
      [folder, ['plan 2020 450']],
      [folder, ['plan 2020 400']],
    ],
  ])
})

test('a damaged programme leads to its backups in the chosen folder too', async () => {
  const { me, admin, own, safe } = await planned()
  await admin.backup.setFolder.mutate({ folder: safe })
  const { name, path } = await me.backup.now.mutate()
  const { isOfFile, backups } = await me.backup.ofFile.query({ path: own })
  expect([isOfFile, backups.map((backup) => [backup.name, backup.path])]).toEqual([true, [[name, path]]])
})

test('the last verified backup is the latest of both folders, whatever numbers were given meanwhile', async () => {
  const { at, me, admin, safe } = await planned()
  await admin.backup.setFolder.mutate({ folder: safe })
  for (const _ of [1, 2, 3]) await me.backup.now.mutate()
  await admin.backup.setFolder.mutate({ folder: null })
  at('2020-09-02')
  const usual = await me.backup.now.mutate()
  await admin.backup.setFolder.mutate({ folder: safe })
  const { last } = await me.backup.screen.query()
  expect([usual.name, last?.path]).toEqual(['Own backup 1 2020-09-02.bcf', usual.path])
  expect((await me.backup.now.mutate()).name).toBe('Own backup 4 2020-09-02.bcf')
})

test('a copy of a backup that lies in both folders is listed once', async () => {
  const { me, admin, safe } = await planned()
  const { path } = await me.backup.now.mutate()
  for (const file of [path, path.replace(/bcf$/, 'manifest')])
    copyFileSync(file, join(safe, file.slice(dirname(file).length)))
  await admin.backup.setFolder.mutate({ folder: safe })
  expect((await me.backup.screen.query()).backups.map((backup) => dirname(backup.path))).toEqual([safe])
})

test('a folder that is not there, is a file, takes nothing or is no full path is refused, and none is made', async () => {
  const { me, admin, safe } = await planned()
  const file = join(safe, 'notes.txt')
  writeFileSync(file, 'a file')
  const loop = join(safe, 'loop')
  symlinkSync(loop, loop)
  const refused = [
    join(safe, 'not', 'there'),
    join(safe, 'missing'),
    file,
    join(file, 'in a file'),
    loop,
    '/proc',
    'Safe',
    '~/Safe',
    '.',
  ]
  for (const folder of refused)
    expect(await refusalOf(admin.backup.setFolder.mutate({ folder }))).toEqual({
      code: 'backup-folder',
      detail: { folder },
    })
  expect([readdirSync(safe).sort(), (await me.backup.screen.query()).folder.isChosen]).toEqual([
    ['loop', 'notes.txt'],
    false,
  ])
})

test('the folder of the programmes is refused, because backups would be taken for programmes', async () => {
  const { admin, folder, safe } = await planned()
  const link = join(safe, 'link')
  symlinkSync(folder, link)
  for (const given of [folder, `${folder}/`, link])
    expect(await refusalOf(admin.backup.setFolder.mutate({ folder: given }))).toEqual({
      code: 'backups-among-programmes',
      detail: { folder: given },
    })
})

test('the usual folder by its path is the usual folder, and a path in quotes is read without them', async () => {
  const { me, admin, folder, safe } = await planned()
  await me.backup.now.mutate()
  expect([
    await admin.backup.setFolder.mutate({ folder: ` "${safe}" ` }),
    await admin.backup.setFolder.mutate({ folder: `${join(folder, 'Backups')}/` }),
  ]).toEqual([
    { folder: safe, before: null },
    { folder: null, before: safe },
  ])
})

test('a chosen folder that is away is said and never made again, and its backups are back when it is', async () => {
  const { app, me, admin, own, logged, safe, ports } = await planned()
  await admin.backup.setFolder.mutate({ folder: safe })
  rmSync(safe, { recursive: true })
  await app.backUpIfDue()
  const failure = { code: 'backup-folder', detail: { folder: safe } }
  expect(await refusalOf(me.backup.now.mutate())).toEqual(failure)
  expect(logged).toContainEqual({ level: 'warn', what: 'daily backup not made', code: 'backup-folder' })
  const { folder, lastFailure } = await me.backup.screen.query()
  expect([folder.place.disk, lastFailure?.detail, existsSync(safe)]).toEqual(['away', failure.detail, false])

  const state = createState(ports)
  await state.open(own)
  await expect(backUpTo(state, undefined)).rejects.toMatchObject(failure)
  mkdirSync(safe)
  const { path } = await backUpTo(state, undefined)
  await state.close()
  const after = await me.backup.screen.query()
  expect([dirname(path), after.folder.place.disk, after.last?.path]).toEqual([safe, 'same', path])
})

test('a folder on another disk, and one that is synchronised, are told as such', async () => {
  const { me, admin, ports, safe } = await planned()
  // Memory is a disk of its own on every Linux; where the tests themselves work in it, the project is on another.
  const own = statSync(tmpdir()).dev
  const away = ['/dev/shm', root].find((folder) => statSync(folder).dev !== own) ?? root
  const elsewhere = mkdtempSync(join(away, '.bcf-test-'))
  onTestFinished(() => rmSync(elsewhere, { recursive: true }))
  await admin.backup.setFolder.mutate({ folder: elsewhere })
  const other = (await me.backup.screen.query()).folder.place
  ports.files.riskOf = (path) => (dirname(path) === safe ? { kind: 'synchronised', what: 'OneDrive' } : null)
  await admin.backup.setFolder.mutate({ folder: safe })
  const synchronised = (await me.backup.screen.query()).folder.place
  expect([other, synchronised]).toEqual([
    { disk: 'other', beyond: null },
    { disk: 'same', beyond: { kind: 'synchronised', what: 'OneDrive' } },
  ])
})

test('where there is a dialog the folder is picked in it; whoever picks none changes nothing', async () => {
  const { me, admin, ports, safe } = await planned()
  const answers = [safe, null]
  ports.files.pickFolder = async () => answers.shift() ?? null
  const picked = [await admin.backup.pickFolder.mutate(), await admin.backup.pickFolder.mutate()]
  const { canPick, path } = (await me.backup.screen.query()).folder
  expect([picked, canPick, path]).toEqual([[{ folder: safe, before: null }, null], true, safe])
})

test('only an administrator chooses the folder, and none is picked where there is no dialog', async () => {
  const { me, admin, safe } = await planned()
  const notPermitted = (operation: string) => ({
    code: 'not-permitted',
    detail: { operation, role: 'programme_director' },
  })
  expect([
    await refusalOf(me.backup.setFolder.mutate({ folder: safe })),
    await refusalOf(me.backup.pickFolder.mutate()),
    await refusalOf(admin.backup.pickFolder.mutate()),
  ]).toEqual([
    notPermitted('backup.setFolder'),
    notPermitted('backup.pickFolder'),
    { code: 'unknown-operation', detail: { operation: 'backup.pickFolder' } },
  ])
})
