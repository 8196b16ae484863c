import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { givenBenefit, givenMilestone, givenMoney, lessonSaid } from '../app/support/deliveryApp.ts'
import { programmeApp } from '../app/support/programmeApp.ts'
import { expectReport } from './support/expectReport.ts'
import { leedsReports } from './support/leedsReports.ts'
import { modelIn } from './support/modelIn.ts'

const leeds = leedsReports()

test('the annual report of the Leeds sample for 2020/21 holds what its golden holds, and what is not known', async () => {
  const { model, sections } = await leeds.make('annual-report', { scope: { kind: 'year', startYear: 2020 } })
  expectReport('annual-report', model)
  expect(sections.map(({ id }) => id)).toEqual(['brief', 'money', 'equality', 'ahead'])
})

test('a year with spend, a milestone, a benefit and a lesson tells of them', async () => {
  const app = await programmeApp()
  await givenMoney(app)
  await givenBenefit(app)
  const milestone = await givenMilestone(app)
  const { id, revision, name, baselineOn, forecastOn, note } = milestone
  const attributes = { name, baselineOn, forecastOn, note, actualOn: calendarDay('2020-09-01') }
  await app.me.delivery.changeMilestone.mutate({ id, revision, attributes, reason: '' })
  await app.me.lessons.add.mutate({ schemeId: app.scheme.id, attributes: lessonSaid })
  const scope = { kind: 'year' as const, startYear: 2020 }
  const asked = { report: 'annual-report' as const, scope, day: calendarDay('2021-04-01') }
  expectReport('annual-report-told', await modelIn(app, 'Own.bcf', asked))
})

test('an annual report of something other than a year is refused', async () => {
  await expect(leeds.make('annual-report')).rejects.toMatchObject({ code: 'bad-scope', detail: { needs: 'year' } })
})
