import { expect, test, vi } from 'vitest'
import { Failure } from '../../domain/errors.ts'
import { createWorks } from '../../electron/app/work/works.ts'
import { refusalOf } from '../support/openTestApp.ts'
import { wordCell, wordFile, wordRow } from './reading/support/officeFiles.ts'
import { director } from './support/programmeApp.ts'
import { certifiedReport } from './support/reportApp.ts'
import { smallMoneyApp } from './support/smallMoneyApp.ts'

const asked = { session: 'one', work: 'issue' }
const quiet = () => undefined
const report = wordFile(`<w:tbl>${wordRow([wordCell('Care records'), wordCell('1135.0')])}</w:tbl>`)

/** Work that goes on until it is stopped, or is done at once. */
const piece = (isDone: boolean) => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  if (isDone) resolve('done')
  const stop = vi.fn(async () => reject(new Failure('work-cancelled', {})))
  return { result: promise, stop }
}

test('work of several pieces that is cancelled between two of them stops before the next, which is ended too', async () => {
  const works = createWorks(quiet)
  const next = piece(false)
  const whole = works.whole(asked, async () => {
    await works.hold(piece(true), asked)
    await works.cancel(asked)
    return await works.hold(next, asked)
  })
  await expect(whole).rejects.toMatchObject({ code: 'work-cancelled' })
  expect(next.stop).toHaveBeenCalledOnce()
  // Its name is free again, and what is done under it then was cancelled by nobody.
  expect(await works.whole(asked, () => works.hold(piece(true), asked))).toBe('done')
})

test('a piece too small to be stopped ends, and what was cancelled meanwhile goes no further', async () => {
  const works = createWorks(quiet)
  const small = Promise.withResolvers<string>()
  let isBeyond = false
  const whole = works.whole(asked, async () => {
    await works.hold({ result: small.promise, stop: () => small.promise }, asked)
    isBeyond = true
  })
  const cancelled = works.cancel(asked)
  small.resolve('done')
  await cancelled
  await expect(whole).rejects.toMatchObject({ code: 'work-cancelled' })
  expect(isBeyond).toBe(false)
})

test('how far work of several pieces has come is told with the piece, between two of them too, and of its end nothing is left', async () => {
  const works = createWorks(quiet)
  const told: unknown[] = [works.progress(asked)]
  await works.whole(asked, async () => {
    for (let each = 0; each < 2; each += 1) {
      await works.run({ name: 'readDocument', path: '', seq: 0, input: { bytes: report } }, true, asked)
      told.push(works.progress(asked))
    }
  })
  expect([...told, works.progress(asked)]).toEqual([
    null,
    { done: 0, of: 1, piece: 1 },
    { done: 0, of: 1, piece: 2 },
    null,
  ])
})

test('two pieces of work of one name at the same time are refused, and cancelling one name leaves another', async () => {
  const works = createWorks(quiet)
  const other = { session: 'two', work: 'issue' }
  const held = Promise.withResolvers<string>()
  const first = works.whole(asked, () => held.promise)
  await expect(works.whole(asked, async () => 'again')).rejects.toMatchObject({ code: 'bad-request' })
  await works.cancel(asked)
  expect(await works.whole(other, () => works.hold(piece(true), other))).toBe('done')
  held.resolve('done')
  expect(await first).toBe('done')
})

test('an issue that is cancelled between its check and its writing is refused, and its report stays certified', async () => {
  const app = await smallMoneyApp()
  const me = app.as(director)
  const { id, revision } = await certifiedReport(app, 'change-register')
  let cancelled: Promise<unknown> | undefined
  // Asked for once the check is done and before anything is written.
  Object.defineProperty(app.ports, 'printer', {
    get: () => {
      cancelled ??= me.work.cancel.mutate({ work: 'issue' })
      return undefined
    },
  })
  expect((await refusalOf(me.reports.issue.mutate({ id, revision, work: 'issue' }))).code).toBe('work-cancelled')
  await cancelled
  const { rows } = await me.reports.catalogue.query({ asAt: null })
  const drafts = rows.flatMap((row) => row.drafts.map(({ status }) => status))
  expect([drafts, await me.reports.issued.query({})]).toEqual([['certified'], []])
})
