import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { beforeAll, expect, test, vi } from 'vitest'
import { plainOrder } from '../../../domain/report/reportOrder.ts'
import type { Verdict } from '../../../domain/report/verdict.ts'
import { ABOUT_FILE } from '../../../electron/app/attachmentRoutes.ts'
import type { Progress } from '../../../electron/app/work/works.ts'
import { makeProgramme } from '../../bench/makeProgramme.ts'
import { openTestApp, refusalOf } from '../../support/openTestApp.ts'
import { keptFolder } from '../../support/tempFolder.ts'
import { changed, director } from '../support/programmeApp.ts'
import { certifiedReport } from '../support/reportApp.ts'

// A thread loads the program anew, which takes long where other suites run beside this one.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 })

const folder = keptFolder()
const path = join(folder, 'Large.bcf')

beforeAll(() => makeProgramme(path, { schemes: 120, years: 6, entries: 3_000 }))

/** The program with a programme that is large enough for its reports to have a thread of their own. */
const largeApp = async () => {
  const app = await openTestApp({ folder })
  await app.as(director).programme.open.mutate({ path })
  return app
}
type App = Awaited<ReturnType<typeof largeApp>>

/** Follows work to its end and gives all that was told of it; stops it as soon as that is to be stopped. */
const followed = async ({ as }: App, work: Promise<unknown>, isToStop: (progress: Progress) => boolean) => {
  const me = as(director)
  const told: Progress[] = []
  let isSettled = false
  const settled = () => {
    isSettled = true
  }
  work.then(settled, settled)
  while (!isSettled) {
    const progress = await me.work.progress.query({ work: 'report' })
    if (progress) told.push(progress)
    if (progress && isToStop(progress)) await me.work.cancel.mutate({ work: 'report' })
    await setImmediate()
  }
  return told
}

const never = () => false

test('an issue that is stopped while it is checked or written leaves the report certified and nothing of it, and is issued the next time', async () => {
  const app = await largeApp()
  const me = app.as(director)
  const { id, revision } = await certifiedReport(app, 'change-register')
  const issue = () => me.reports.issue.mutate({ id, revision, work: 'report' })
  const trail = async () => (await me.session.screen.query()).programme?.seq
  const before = await trail()
  const stopped = async (isToStop: (progress: Progress) => boolean) => {
    const refused = refusalOf(issue())
    await followed(app, refused, isToStop)
    const { rows } = await me.reports.catalogue.query({ asAt: null })
    const drafts = rows.flatMap((row) => row.drafts.map((draft) => [draft.id, draft.revision, draft.status]))
    const issued = await me.reports.issued.query({})
    return [(await refused).code, drafts, issued, (await trail()) === before]
  }
  const left = ['work-cancelled', [[id, revision, 'certified']], [], true]
  // A report is checked in three steps, and this one is written in four forms.
  expect([await stopped(() => true), await stopped(({ of }) => of === 4)]).toEqual([left, left])
  const done = issue()
  const told = await followed(app, done, never)
  const { files } = changed(await done)
  expect([new Set(told.map(({ of }) => of)), files.map(({ form }) => form)]).toEqual([
    new Set([3, 4]),
    ['xlsx', 'csv', 'docx', 'json'],
  ])
  await me.programme.close.mutate()
  expect(readdirSync(folder)).toEqual(['Large.bcf'])
})

test('a report and the verdict on it that are stopped while they are made are refused as such, and made the next time', async () => {
  const app = await largeApp()
  const order = plainOrder('change-register')
  const save = () => app.post('/export', { order, form: 'csv', asAt: null, work: 'report' })
  const first = save()
  await followed(app, first, () => true)
  const second = save()
  const told = await followed(app, second, never)
  const bytes = await (await second).arrayBuffer()
  const headers = { [ABOUT_FILE]: encodeURIComponent(JSON.stringify({ name: 'Changes.csv', work: 'report' })) }
  const verify = () =>
    app.app.fetch(new Request('http://bcf.test/reports/verify', { method: 'POST', headers, body: bytes }), {
      session: 'test',
      role: director,
    })
  const third = verify()
  // Of reading the file nothing is told; of making it again, that its one text is begun.
  await followed(app, third, () => true)
  const cancelled = { error: { data: { failure: { code: 'work-cancelled', detail: {} } } } }
  const { value } = (await (await verify()).json()) as { value: Verdict }
  expect([await (await first).json(), told.map(({ of }) => of), await (await third).json(), value.state]).toEqual([
    cancelled,
    told.map(() => 4),
    cancelled,
    'same',
  ])
  await app.as(director).programme.close.mutate()
})
