import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { openProgrammeFile } from '../../../db/programmeFile.ts'
import { checkAgainst, restoreTo } from '../../../electron/app/features/backup.ts'
import { createState } from '../../../electron/app/state.ts'
import { openTestApp, refusalOf } from '../../support/openTestApp.ts'
import { addScheme, balancesOf, director, planCell, programmeApp } from '../support/programmeApp.ts'

const administrator = 'administrator' as const

/** A programme with a planned scheme, its client and its administrator's. */
const planned = async () => {
  const app = await programmeApp()
  await app.me.plan.set.mutate({ cells: [planCell(app.scheme.id, 400)] })
  return { ...app, admin: app.as(administrator), own: join(app.folder, 'Own.bcf') }
}

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Overwrites a page of the file, past the program and SQLite. */
const damage = (path: string) => {
  const bytes = readFileSync(path)
  bytes.fill(0x5a, 4096 * 2, 4096 * 3)
  chmodSync(path, 0o644)
  writeFileSync(path, bytes)
}

test('a backup is made on demand, and the settings show the last one that was verified', async () => {
  const { me, folder, own } = await planned()
  const before = await me.backup.screen.query()
  const made = await me.backup.now.mutate()
  const { backups, last, ...after } = await me.backup.screen.query()
  expect({ ...before, file: { ...before.file, bytes: 0 } }).toEqual({
    file: { path: own, bytes: 0, risk: null },
    folder: {
      path: join(folder, 'Backups'),
      isChosen: false,
      usual: join(folder, 'Backups'),
      place: { disk: 'same', beyond: null },
      canPick: false,
    },
    hour: 18,
    hours: [9, 12, 13, 15, 17, 18, 20],
    last: null,
    lastFailure: null,
    backups: [],
    restored: null,
  })
  expect([made.name, made.madeOf, made.contents.sums.plan, after.lastFailure]).toEqual([
    'Own backup 1 2020-09-01.bcf',
    'Own.bcf',
    400_00,
    null,
  ])
  expect([last, backups]).toEqual([made, [made]])
})

test('who asks for a backup while one is being made gets that one', async () => {
  const { me, folder } = await planned()
  const [first, second] = await Promise.all([me.backup.now.mutate(), me.backup.now.mutate()])
  expect([second, readdirSync(join(folder, 'Backups')).length]).toEqual([first, 2])
})

test('the daily backup is made at its hour, once, and never where it is switched off', async () => {
  const { app, at, me, admin, wait } = await planned()
  const numbers = async () => (await me.backup.screen.query()).backups.map(({ takenAt }) => takenAt.slice(0, 16))
  await app.backUpIfDue()
  await app.backUpIfDue()
  expect(await numbers()).toEqual(['2020-09-01T09:00'])
  at('2020-09-01T17:00:00.000Z')
  await app.backUpIfDue()
  await app.backUpIfDue()
  expect(await numbers()).toEqual(['2020-09-01T17:00', '2020-09-01T09:00'])
  expect(await admin.backup.setHour.mutate({ hour: null })).toEqual({ hour: null, before: 18 })
  at('2020-09-09')
  wait(30 * 24 * 3_600_000)
  await app.backUpIfDue()
  expect(await numbers()).toEqual(['2020-09-01T17:00', '2020-09-01T09:00'])
})

test('a clock that is set back by three days stops the daily backup for a day at most', async () => {
  const { app, at, me, wait } = await planned()
  await app.backUpIfDue()
  at('2020-08-29')
  wait(23 * 3_600_000)
  await app.backUpIfDue()
  expect((await me.backup.screen.query()).backups.length).toBe(1)
  wait(2 * 3_600_000)
  await app.backUpIfDue()
  const { backups, last } = await me.backup.screen.query()
  expect([backups.length, last?.takenAt]).toEqual([2, '2020-08-29T09:00:00.000Z'])
})

test('nothing is due while no programme is open', async () => {
  const { app, folder, ports } = await openTestApp()
  await app.backUpIfDue()
  expect([existsSync(join(folder, 'Backups')), ports.files.backupsFolder]).toEqual([false, join(folder, 'Backups')])
})

test('a backup that cannot be written is said, logged when nobody asked for it, and keeps nobody from working', async () => {
  const { app, me, folder, logged, scheme, at, wait } = await planned()
  const backups = join(folder, 'Backups')
  writeFileSync(backups, 'a file in the place of the folder')
  await app.backUpIfDue()
  const failure = { code: 'backup-folder', detail: { folder: backups } }
  expect(await refusalOf(me.backup.now.mutate())).toEqual(failure)
  expect(logged).toContainEqual({ level: 'warn', what: 'daily backup not made', code: 'backup-folder' })
  await me.plan.set.mutate({ cells: [planCell(scheme.id, 500, { was: 400 })] })
  rmSync(backups)
  expect((await me.backup.screen.query()).lastFailure).toEqual({ ...failure, at: '2020-09-01T09:00:00.000Z' })
  at('2020-09-02')
  wait(59 * 60_000)
  await app.backUpIfDue()
  // Each try writes a whole copy, so that one every minute could be what fills the disk.
  expect(existsSync(backups)).toBe(false)
  wait(60_000)
  await app.backUpIfDue()
  const { last, lastFailure } = await me.backup.screen.query()
  expect([last?.contents.sums.plan, lastFailure]).toEqual([500_00, null])
})

test('the foot of the page is told when the last verified backup is older than three days', async () => {
  const { me, at } = await planned()
  const none = await me.backup.last.query()
  await me.backup.now.mutate()
  const fresh = await me.backup.last.query()
  at('2020-09-05')
  expect([none, fresh, await me.backup.last.query()]).toEqual([
    { takenAt: null, isOld: true },
    { takenAt: '2020-09-01T09:00:00.000Z', isOld: false },
    { takenAt: '2020-09-01T09:00:00.000Z', isOld: true },
  ])
})

test('a backup is compared with the open file in counts, sums and words', async () => {
  const { me, scheme, theme } = await planned()
  const { path: backup } = await me.backup.now.mutate()
  const same = await me.backup.compare.mutate({ path: backup })
  await me.plan.set.mutate({ cells: [planCell(scheme.id, 450, { was: 400 })] })
  await addScheme(me, theme.id, 'Shared record')
  const { lines, relation, inWords, open } = await me.backup.compare.mutate({ path: backup })
  expect([same.relation, same.lines.every(({ isEqual }) => isEqual)]).toEqual(['same', true])
  expect({ relation, inWords, open, differing: lines.filter(({ isEqual }) => !isEqual) }).toEqual({
    relation: 'behind',
    inWords: 'The backup is an earlier state of the open file: its last 2 changes are missing from the backup',
    open: 'Own.bcf',
    differing: [
      { label: 'Schemes', open: '2', backup: '1', isEqual: false },
      { label: 'Movements', open: '2', backup: '1', isEqual: false },
      { label: 'Entries', open: '2', backup: '1', isEqual: false },
      { label: 'Plan', open: '£450', backup: '£400', isEqual: false },
      { label: 'Events', open: '7', backup: '5', isEqual: false },
    ],
  })
})

test('a backup opens beside, and going back keeps the copy or removes it', async () => {
  const { me, admin, folder, scheme, own } = await planned()
  const { name, path: backup } = await me.backup.now.mutate()
  await me.plan.set.mutate({ cells: [planCell(scheme.id, 450, { was: 400 })] })
  const programmes = () =>
    readdirSync(folder)
      .filter((each) => each.endsWith('.bcf'))
      .sort()

  const first = await admin.backup.restore.mutate({ path: backup })
  expect([first.path, await balancesOf(me)]).toEqual([join(folder, 'Own restored 2020-09-01.bcf'), ['plan 2020 400']])
  expect((await me.backup.screen.query()).restored).toEqual({
    from: own,
    to: first.path,
    seq: 5,
    backup: { name, takenAt: '2020-09-01T09:00:00.000Z' },
  })
  expect(await admin.backup.return.mutate({ keepsCopy: true })).toEqual({ path: own })
  expect([await balancesOf(me), programmes()]).toEqual([['plan 2020 450'], ['Own restored 2020-09-01.bcf', 'Own.bcf']])

  const second = await admin.backup.restore.mutate({ path: backup })
  expect(second.path).toBe(join(folder, 'Own restored 2020-09-01 2.bcf'))
  await admin.backup.return.mutate({ keepsCopy: false })
  expect([await balancesOf(me), programmes()]).toEqual([['plan 2020 450'], ['Own restored 2020-09-01.bcf', 'Own.bcf']])
  expect((await me.backup.screen.query()).restored).toBeNull()
})

test('a restored copy that was worked on is not removed, and its own backups are counted apart', async () => {
  const { me, admin, scheme, own } = await planned()
  const { path: backup } = await me.backup.now.mutate()
  const { path } = await admin.backup.restore.mutate({ path: backup })
  await me.plan.set.mutate({ cells: [planCell(scheme.id, 410, { was: 400 })] })
  expect(await refusalOf(admin.backup.return.mutate({ keepsCopy: false }))).toEqual({
    code: 'changed-since-restore',
    detail: { file: path },
  })
  const { file, last } = await me.backup.screen.query()
  expect([file.path, last]).toEqual([path, null])
  expect(await admin.backup.return.mutate({ keepsCopy: true })).toEqual({ path: own })
})

test('a restored copy that another program has open is kept when somebody goes back', async () => {
  const { me, admin, own } = await planned()
  const { path: backup } = await me.backup.now.mutate()
  const { path } = await admin.backup.restore.mutate({ path: backup })
  const elsewhere = await openProgrammeFile(path)
  expect(await admin.backup.return.mutate({ keepsCopy: false })).toEqual({ path: own })
  await elsewhere.close()
  expect(existsSync(path)).toBe(true)
})

test('going back needs a restore, and only an administrator restores, goes back or sets the hour', async () => {
  const { me, admin } = await planned()
  const { path: backup } = await me.backup.now.mutate()
  const notPermitted = (operation: string) => ({
    code: 'not-permitted',
    detail: { operation, role: 'programme_director' },
  })
  expect([
    await refusalOf(admin.backup.return.mutate({ keepsCopy: true })),
    await refusalOf(me.backup.return.mutate({ keepsCopy: true })),
    await refusalOf(me.backup.restore.mutate({ path: backup })),
    await refusalOf(me.backup.setHour.mutate({ hour: 9 })),
  ]).toEqual([
    { code: 'nothing-to-return-to', detail: {} },
    notPermitted('backup.return'),
    notPermitted('backup.restore'),
    notPermitted('backup.setHour'),
  ])
})

test('only backups of the list are opened, whatever path the page sends', async () => {
  const { me, admin, own, folder } = await planned()
  const { name, path: backup } = await me.backup.now.mutate()
  for (const path of [
    own,
    name,
    '/etc/passwd',
    join(folder, name),
    backup.replace(/bcf$/, 'manifest'),
    `${backup}/.`,
  ]) {
    const refused = { code: 'no-such-backup', detail: { name: basename(path) } }
    expect([
      await refusalOf(me.backup.compare.mutate({ path })),
      await refusalOf(admin.backup.restore.mutate({ path })),
    ]).toEqual([refused, refused])
  }
})

test('a backup that was altered is refused, and what is open stays open', async () => {
  const { me, admin, folder, own } = await planned()
  const { name, path: backup } = await me.backup.now.mutate()
  const path = join(folder, 'Backups', name)
  damage(path)
  const refused = { code: 'backup-altered', detail: { file: path } }
  expect([
    await refusalOf(me.backup.compare.mutate({ path: backup })),
    await refusalOf(admin.backup.restore.mutate({ path: backup })),
  ]).toEqual([refused, refused])
  expect([
    (await me.backup.screen.query()).file.path,
    readdirSync(folder).filter((each) => each.endsWith('.bcf')),
  ]).toEqual([own, ['Own.bcf']])
})

test('a damaged programme leads to its backups, one of them opens without a role, and the damaged file stays as it is', async () => {
  const { me, as, folder, own } = await planned()
  const { name, path: backup } = await me.backup.now.mutate()
  await me.programme.close.mutate()
  writeFileSync(own, readFileSync(own).subarray(0, 20_000))
  const damaged = sha256(own)
  expect(await refusalOf(me.programme.open.mutate({ path: 'Own' }))).toEqual({
    code: 'damaged-file',
    detail: { file: own },
  })
  const { isOfFile, backups } = await me.backup.ofFile.query({ path: own })
  expect([isOfFile, backups.map((backup) => backup.name)]).toEqual([true, [name]])
  const { path } = await as(undefined).backup.restore.mutate({ path: backup })
  expect([path, await balancesOf(me), sha256(own)]).toEqual([
    join(folder, 'Own restored 2020-09-01.bcf'),
    ['plan 2020 400'],
    damaged,
  ])
})

test('a file that has no backups of its own is offered those of all programmes', async () => {
  const { me, folder } = await planned()
  const { name } = await me.backup.now.mutate()
  const { isOfFile, backups } = await me.backup.ofFile.query({ path: join(folder, 'Other.bcf') })
  expect([isOfFile, backups.map((backup) => backup.name)]).toEqual([false, [name]])
})

test('only the hours on offer are taken', async () => {
  const { admin } = await planned()
  expect(await refusalOf(admin.backup.setHour.mutate({ hour: 3 as never }))).toEqual({
    code: 'bad-request',
    detail: { fields: [{ path: 'hour', message: 'invalid_union' }] },
  })
})

test('a programme in a risky place says so as long as it is open', async () => {
  const app = await openTestApp()
  app.ports.files.riskOf = () => ({ kind: 'synchronised', what: 'OneDrive' })
  const me = app.as(director)
  await me.programme.openSample.mutate()
  const [{ programme }, { file }] = [await me.session.screen.query(), await me.backup.screen.query()]
  const risk = { kind: 'synchronised', what: 'OneDrive' }
  expect([programme?.risk, file.risk]).toEqual([risk, risk])
})

test('a programme that is moved away while it is open says so, keeps nobody from its backups, and works again when it is back', async () => {
  const { me, admin, own, folder } = await planned()
  const { path } = await me.backup.now.mutate()
  const elsewhere = join(folder, 'Moved')
  renameSync(own, elsewhere)
  const { file, backups } = await me.backup.screen.query()
  expect([file, backups.map((backup) => backup.path)]).toEqual([{ path: own, bytes: null, risk: null }, [path]])
  const moved = { code: 'file-moved', detail: { file: own } }
  const refused = [
    await refusalOf(me.backup.now.mutate()),
    await refusalOf(me.backup.compare.mutate({ path })),
    await refusalOf(me.exports.everything.mutate({ format: 'json' })),
    await refusalOf(me.audit.verify.mutate()),
  ]
  expect(refused).toEqual([moved, moved, moved, moved])
  expect(existsSync(own)).toBe(false)
  renameSync(elsewhere, own)
  await me.backup.now.mutate()
  expect((await me.backup.compare.mutate({ path })).relation).toBe('same')

  renameSync(own, elsewhere)
  expect((await admin.backup.restore.mutate({ path })).path).toBe(join(folder, 'Own restored 2020-09-01.bcf'))
})

test('what is no manifest proves nothing', async () => {
  const app = await planned()
  const state = createState(app.ports)
  await state.open(app.own)
  const manifest = join(app.folder, 'Own.manifest')
  const refused = await Promise.allSettled([
    checkAgainst(state, manifest),
    restoreTo(app.own, join(app.folder, 'New.bcf')),
  ])
  await state.close()
  expect(refused.map((one) => one.status === 'rejected' && [one.reason.code, one.reason.detail])).toEqual([
    ['not-a-manifest', { file: manifest }],
    ['not-a-manifest', { file: manifest }],
  ])
})
