import { expect, test } from 'vitest'
import { schemes } from '../../db/subjects.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { agreedClosure, givenBenefit, givenMoney, lessonSaid, releaseOf } from '../app/support/deliveryApp.ts'
import { planCell, programmeApp } from '../app/support/programmeApp.ts'
import { expectReport } from './support/expectReport.ts'
import { leedsReports } from './support/leedsReports.ts'
import { modelIn } from './support/modelIn.ts'

const leeds = leedsReports()

test('a Leeds scheme whose closure has not begun says so, with its plan and what is not known', async () => {
  const all = await leeds.look(calendarDay('2020-08-28'), (db) => schemes.list(db))
  const id = all.find(({ shortName }) => shortName === 'Mindwell')?.id as Id
  const { model } = await leeds.make('closure', { scope: { kind: 'scheme', id } })
  expectReport('closure', model)
})

test('a scheme that has ended says what it cost beside its plans, what was released, taught and handed over', async () => {
  const app = await programmeApp()
  await app.me.plan.set.mutate({ cells: [planCell(app.scheme.id, 90)] })
  await app.me.plan.set.mutate({ cells: [{ ...planCell(app.scheme.id, 100), was: 90_00 as never }] })
  await givenMoney(app)
  await givenBenefit(app)
  await agreedClosure(app)
  await app.me.closures.release.mutate(releaseOf(app))
  await app.me.lessons.add.mutate({ schemeId: app.scheme.id, attributes: lessonSaid })
  const scope = { kind: 'scheme' as const, id: app.scheme.id }
  expectReport(
    'closure-ended',
    await modelIn(app, 'Own.bcf', { report: 'closure', scope, day: calendarDay('2020-09-02') }),
  )
})

test('a closure of something other than a scheme is refused', async () => {
  await expect(leeds.make('closure')).rejects.toMatchObject({ code: 'bad-scope', detail: { needs: 'scheme' } })
  const scope = { kind: 'scheme' as const, id: '01J00000000000000000000000' as Id }
  await expect(leeds.make('closure', { scope })).rejects.toMatchObject({ code: 'not-found' })
})
