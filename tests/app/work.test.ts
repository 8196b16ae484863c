import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import SQLite from 'better-sqlite3'
import { beforeAll, expect, test, vi } from 'vitest'
import { openProgrammeFile, readAt } from '../../db/programmeFile.ts'
import { programmeFacts } from '../../db/queries/programmeFacts.ts'
import { verify } from '../../db/queries/verify.ts'
import type { CalendarDay, Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { plainOrder } from '../../domain/report/reportOrder.ts'
import { tieOut } from '../../domain/tieOut/tieOut.ts'
import { reportFile } from '../../electron/app/features/reports/reportFile.ts'
import { carriedError, errorFrom } from '../../electron/app/work/carriedError.ts'
import { runJob } from '../../electron/app/work/jobs.ts'
import { startWorker } from '../../electron/app/work/startWorker.ts'
import type { Order, Progress } from '../../electron/app/work/works.ts'
import { makeProgramme } from '../bench/makeProgramme.ts'
import { openTestApp, refusalOf } from '../support/openTestApp.ts'
import { keptFolder } from '../support/tempFolder.ts'
import { exportOf } from './support/exportOf.ts'
import { changed, nowhere, planCell } from './support/programmeApp.ts'

// A thread loads the program anew, which takes long where other suites run beside this one.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const ENTRIES = 3_000
const EVENTS = ENTRIES + 2
const day = '2020-09-01' as CalendarDay
const folder = keptFolder()
const path = join(folder, 'Large.bcf')

beforeAll(() => makeProgramme(path, { schemes: 120, years: 6, entries: ENTRIES }))

/** The program with a programme that is large enough for a thread of its own. */
const largeApp = async () => {
  const app = await openTestApp({ folder })
  const me = app.as('programme_director')
  await me.programme.open.mutate({ path })
  return { ...app, me }
}

type Client = Awaited<ReturnType<typeof largeApp>>['me']

const settled = (work: Promise<unknown>) => {
  const state = { isSettled: false }
  const done = () => {
    state.isSettled = true
  }
  work.then(done, done)
  return state
}

test.each([
  ['a thread says', false],
  ['two threads that share a trail say', true],
])('%s how far the check has come, and find what the check in place finds', async (_who, inHalves) => {
  const told: number[][] = []
  const order = { name: 'verify', path, seq: EVENTS, input: { inHalves } } as const
  const { result } = startWorker(order, (...progress) => told.push(progress), console.log)
  expect(await result).toEqual(await readAt(path, EVENTS, (db) => verify(db)))
  const counts = told.map(([done]) => done ?? 0)
  expect({
    of: [...new Set(told.map(([, of]) => of))],
    isRising: counts.every((done, index) => done > (counts[index - 1] ?? 0)),
    isTold: counts.length > 1,
    last: counts.at(-1),
  }).toEqual({ of: [EVENTS], isRising: true, isTold: true, last: EVENTS })
})

test('screens answer while a large check runs, and nobody else is told of it', async () => {
  const { me, as } = await largeApp()
  const check = me.audit.verify.mutate({ work: 'check' })
  const state = settled(check)
  const seen = new Set<number>()
  let answered = 0
  while (!state.isSettled) {
    await me.session.screen.query()
    await setImmediate()
    answered += 1
    seen.add((await me.work.progress.query({ work: 'check' }))?.of ?? 0)
    expect(await as('viewer', 'other').work.progress.query({ work: 'check' })).toBeNull()
  }
  expect(await check).toMatchObject({ events: EVENTS, entries: ENTRIES + 126, faults: [] })
  expect(answered).toBeGreaterThan(1)
  expect([...seen].every((of) => of === 0 || of === EVENTS)).toBe(true)
  expect(await me.work.progress.query({ work: 'check' })).toBeNull()
})

test('a check that is cancelled is refused as such, and leaves the programme as one file', async () => {
  const { me } = await largeApp()
  const check = refusalOf(me.audit.verify.mutate({ work: 'check' }))
  const state = settled(check)
  while (!state.isSettled) {
    await me.work.cancel.mutate({ work: 'check' })
    await setImmediate()
  }
  expect(await check).toEqual({ code: 'work-cancelled', detail: {} })
  await me.programme.close.mutate()
  expect(readdirSync(folder)).toEqual(['Large.bcf'])
})

test('two threads that share a check are stopped as one', async () => {
  const order = { name: 'verify', path, seq: EVENTS, input: { inHalves: true } } as const
  const work = startWorker(order, () => void work.stop(), console.log)
  await expect(work.result).rejects.toMatchObject({ code: 'work-cancelled' })
  expect(readdirSync(folder)).toEqual(['Large.bcf'])
})

test.each([
  ['a backup', (me: Client) => me.backup.now.mutate({ work: 'copy' })],
  ['an export as a workbook', (me: Client) => me.exports.everything.mutate({ format: 'xlsx', work: 'copy' })],
  ['an export as a copy', (me: Client) => me.exports.everything.mutate({ format: 'sqlite', work: 'copy' })],
])('%s that is cancelled is refused as such, and leaves no file behind', async (_what, begin) => {
  const { me } = await largeApp()
  const copy = refusalOf(begin(me))
  const state = settled(copy)
  while (!state.isSettled) {
    await me.work.cancel.mutate({ work: 'copy' })
    await setImmediate()
  }
  expect(await copy).toEqual({ code: 'work-cancelled', detail: {} })
  const { lastFailure } = await me.backup.screen.query()
  await me.programme.close.mutate()
  const left = ['Backups', 'Exports'].flatMap((name) => {
    const beside = join(folder, name)
    return existsSync(beside) ? readdirSync(beside) : []
  })
  expect([lastFailure, left]).toEqual([null, []])
})

test('a backup and an export say how far they have come, and a comparison that is cancelled is refused as such', async () => {
  const { me } = await largeApp()
  const seen = async (work: Promise<unknown>) => {
    const state = settled(work)
    const told: Progress[] = []
    while (!state.isSettled) {
      const progress = await me.work.progress.query({ work: 'copy' })
      if (progress) told.push(progress)
      await setImmediate()
    }
    await work
    return { of: told.at(-1)?.of, isRising: told.every(({ done }, at) => done >= (told[at - 1]?.done ?? 0)) }
  }
  const made = me.backup.now.mutate({ work: 'copy' })
  expect(await seen(made)).toEqual({ of: EVENTS, isRising: true })
  const saved = me.exports.everything.mutate({ format: 'json', work: 'copy' })
  const toldOfSaved = await seen(saved)
  const rows = Object.values((await saved).manifest.tables).reduce((sum, count) => sum + count, 0)
  expect(toldOfSaved).toEqual({ of: rows, isRising: true })

  const { path: backup } = await made
  const compare = refusalOf(me.backup.compare.mutate({ path: backup, work: 'compare' }))
  const state = settled(compare)
  while (!state.isSettled) {
    await me.work.cancel.mutate({ work: 'compare' })
    await setImmediate()
  }
  expect(await compare).toEqual({ code: 'work-cancelled', detail: {} })
  for (const beside of ['Backups', 'Exports']) rmSync(join(folder, beside), { recursive: true })
})

/** Two people who wait for one backup, both of whom have been told how far it is. */
const twoWaiting = async () => {
  const { me, as } = await largeApp()
  const other = as('programme_director', 'other')
  const asked = { first: me.backup.now.mutate({ work: 'first' }), second: other.backup.now.mutate({ work: 'second' }) }
  const told = async () => [
    (await me.work.progress.query({ work: 'first' }))?.of,
    (await other.work.progress.query({ work: 'second' }))?.of,
  ]
  while (!(await told()).every((of) => of === EVENTS)) await setImmediate()
  return { me, other, ...asked }
}

test('whoever asks for a backup while one is being made is told how far it is, and ends their own waiting alone', async () => {
  const { me, first, second } = await twoWaiting()
  const refused = refusalOf(first)
  await me.work.cancel.mutate({ work: 'first' })
  expect(await refused).toEqual({ code: 'work-cancelled', detail: {} })
  expect((await second).name).toMatch(/^Large backup 1 /)
  rmSync(join(folder, 'Backups'), { recursive: true })
})

test('the last who waits for a backup stops it, and no file is left', async () => {
  const { me, other, first, second } = await twoWaiting()
  const refused = Promise.all([refusalOf(first), refusalOf(second)])
  await other.work.cancel.mutate({ work: 'second' })
  await me.work.cancel.mutate({ work: 'first' })
  expect((await refused).map(({ code }) => code)).toEqual(['work-cancelled', 'work-cancelled'])
  expect(readdirSync(join(folder, 'Backups'))).toEqual([])
  rmSync(join(folder, 'Backups'), { recursive: true })
})

test('closing the programme stops what still runs on it', async () => {
  const { me } = await largeApp()
  const check = refusalOf(me.audit.verify.mutate({ work: 'check' }))
  const state = settled(check)
  while (!state.isSettled) {
    await me.programme.close.mutate()
    await setImmediate()
  }
  expect(['work-cancelled', 'no-programme-open']).toContain((await check).code)
  expect(readdirSync(folder)).toEqual(['Large.bcf'])
})

test('a thread that runs out of memory is a refusal and one line in the log, and the program goes on', async () => {
  const logged: object[] = []
  const order = { name: 'verify', path, seq: EVENTS, input: { inHalves: false } } as const
  const { result } = startWorker(
    order,
    () => undefined,
    (line) => logged.push(line),
    8,
  )
  await expect(result).rejects.toMatchObject({ code: 'work-stopped' })
  expect(logged).toEqual([
    { level: 'error', what: 'work stopped', name: 'Error', errorCode: 'ERR_WORKER_OUT_OF_MEMORY' },
  ])
})

test('a refusal in a thread keeps its code and its detail', async () => {
  const { post } = await largeApp()
  const id = nowhere
  const order = exportOf('funding-and-cash-flow', 'csv', { scope: { kind: 'decision', id } })
  expect(await (await post('/export', { ...order, work: 'report' })).json()).toEqual({
    error: { data: { failure: { code: 'not-found', detail: { entity: 'decision', id } } } },
  })
})

/** What is known of an error where it arrives. */
const errorOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Error)) throw new Error('The job was done')
  const { name, message, code, errno, syscall, detail } = error as NodeJS.ErrnoException & { detail?: unknown }
  return { name, message, code, errno, syscall, detail }
}

test.each([
  ['the folder of a backup has a name that no system takes', `${folder}\0`, 'ERR_INVALID_ARG_VALUE'],
  ['the folder of a backup cannot be made', join(path, 'Backups'), 'backup-folder'],
])('where %s, a thread says it with the code and the detail that it has in place', async (_where, to, code) => {
  const input = { source: path, folder: to, takenAt: '2020-09-01T09:00:00.000Z' as Instant }
  const order = { name: 'backup', path, seq: EVENTS, input } as const
  const inPlace = await errorOf(runJob(order, () => undefined, console.log))
  expect(await errorOf(startWorker(order, () => undefined, console.log).result)).toEqual(inPlace)
  expect(inPlace.code).toBe(code)
})

test('what the system says of a file that cannot be read is the same from a thread as in place', async () => {
  // Reading it from its beginning is an I/O error on every Linux.
  const input = { source: '/proc/self/mem', target: { folder: join(folder, 'Exports') }, format: 'json', madeOn: day }
  const order = { name: 'everything', path, seq: EVENTS, input } as Order<'everything'>
  const inPlace = await errorOf(runJob(order, () => undefined, console.log))
  expect(await errorOf(startWorker(order, () => undefined, console.log).result)).toEqual(inPlace)
  expect([inPlace.code, inPlace.detail]).toEqual(['damaged-file', { file: '/proc/self/mem' }])
})

test('a system error, or one of SQLite, crosses from a thread with all that it says', async () => {
  const errors = [
    Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      errno: -28,
      syscall: 'write',
    }),
    Object.assign(new Error('EIO: i/o error, fsync'), {
      code: 'EIO',
      errno: -5,
      syscall: 'fsync',
      path: '/media/safe',
    }),
    new SQLite.SqliteError('disk I/O error', 'SQLITE_IOERR_READ'),
  ]
  const { port1, port2 } = new MessageChannel()
  for (const error of errors) {
    port1.postMessage(carriedError(error))
    const arrived = errorFrom(receiveMessageOnPort(port2)?.message)
    expect(await errorOf(Promise.reject(arrived))).toEqual(await errorOf(Promise.reject(error)))
    expect(arrived.stack).toBe(error.stack)
  }
  port1.close()
})

test('a large report is the same from a thread as in place', async () => {
  const { post } = await largeApp()
  const sent = new Uint8Array(await (await post('/export', exportOf('spend', 'csv'))).arrayBuffer())
  const asked = { order: plainOrder('spend'), day, madeBy: 'Programme director', draft: null }
  const made = await readAt(path, EVENTS, (db) => reportFile(db, { asked, form: 'csv' }, () => undefined))
  expect(made).toEqual({ kind: 'file', bytes: sent, heading: expect.objectContaining({ title: 'Spend report' }) })
})

test('the checks of a large programme are counted beside the screens, and are those that the rules find', async () => {
  const { me } = await largeApp()
  const first = (await me.session.screen.query()).programme?.openChecks
  const { findings } = await me.checks.screen.query({ asAt: null })
  const file = await openProgrammeFile(path)
  const found = tieOut(await file.read((db) => programmeFacts(db, day)))
  await file.close()
  expect([first, findings.map(({ finding }) => finding)]).toEqual([null, found])
  const causes = new Set(found.map(({ cause }) => cause)).size
  expect((await me.session.screen.query()).programme?.openChecks).toBe(causes)
})

test('work that was asked for before a change shows the programme as it was then', async () => {
  const { me, folder: own } = await openTestApp().then(async (app) => {
    const client = app.as('programme_director')
    await client.programme.openSample.mutate()
    return { ...app, me: client }
  })
  const sample = join(own, 'Leeds 2020 sample.bcf')
  const { programme, schemes, balances } = await me.programme.screen.query({ asAt: null })
  const seq = (await me.session.screen.query()).programme?.seq ?? 0
  const scheme = schemes.find(({ id }) => !balances.some(({ place }) => place.id === id))
  changed(await me.plan.set.mutate({ cells: [planCell(scheme?.id as Id, 5)] }))
  const then = await readAt(sample, seq, (db) => programmeFacts(db, day))
  const now = await readAt(sample, seq + 1, (db) => programmeFacts(db, day))
  expect([then.programme, then.asAt.seq, then.balances]).toEqual([programme, seq, balances])
  expect(now.balances.length).toBe(balances.length + 1)
})
