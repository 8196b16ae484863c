import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ReportName } from '../../domain/report/reportList.ts'
import type { ReportOrder } from '../../domain/report/reportOrder.ts'
import { addUp } from '../../reports/model/addUp.ts'
import { laterBy, postedChange, sentChange, withMoney } from '../app/support/changeCommands.ts'
import { benefitSaid, figure, givenBenefit, givenMilestone, givenMoney, seenAt } from '../app/support/deliveryApp.ts'
import { forecastCell, highlightOf, latestForecast } from '../app/support/forecastApp.ts'
import { explained, yearEndApp } from '../app/support/periodApp.ts'
import { changed, planCell, pounds, programmeApp } from '../app/support/programmeApp.ts'
import { contentText } from './support/contentText.ts'
import { expectGolden } from './support/expectGolden.ts'
import { reportOfFile } from './support/reportOfFile.ts'

const expectReport = async (
  app: { folder: string; today: () => string },
  report: ReportName,
  change: Partial<ReportOrder> = {},
) => {
  const model = await reportOfFile(join(app.folder, 'Own.bcf'), report, { day: app.today(), ...change })
  expectGolden(`report-${report}-own`, contentText(model))
  expect(addUp(model.parts)).toEqual([])
}

test('an explained underspend is asked to be carried forward with its money, and what leaves the year arrives later', async () => {
  const app = await yearEndApp()
  await app.me.yearEnd.explain.mutate(explained(app, { slippage: 20, saving: 5 }))
  await expectReport(app, 'carry-forward', { scope: { kind: 'year', startYear: 2020 } })
})

test('every change stands in the register by its number, with its route, who approved it and when it was posted', async () => {
  const app = await programmeApp()
  await withMoney(app)
  await postedChange(app)
  const refused = await sentChange(app, 10_000)
  await app.me.changes.refuse.mutate({ id: refused.id, revision: refused.revision, reason: 'Not now' })
  await app.as('finance_officer').changes.raise.mutate(laterBy(app, 5_000))
  await expectReport(app, 'change-register')
})

test('authority that is given and released runs up line by line, each with who acted and the event that posted it', async () => {
  const app = await programmeApp()
  await givenMoney(app)
  await expectReport(app, 'authority-ledger', { from: 2020, to: 2020 })
})

test('a benefit stands under its scheme with how far it has come, and the register says what each of them lacks', async () => {
  const app = await programmeApp()
  const { me, scheme } = app
  const benefit = await givenBenefit(app)
  const cash = { ...benefitSaid, name: 'Less paper', baseline: '', baselineQuantity: null, owner: '' }
  await me.benefits.add.mutate({ schemeId: scheme.id, attributes: { ...cash, cashReleasing: pounds(40_000) } })
  await me.benefits.setTargets.mutate({ ...seenAt(benefit), figures: [figure(2021, 100)] })
  await me.benefits.move.mutate({ id: benefit.id, revision: 2, event: 'baseline', reason: '' })
  await me.benefits.move.mutate({ id: benefit.id, revision: 3, event: 'agree', reason: '' })
  await me.benefits.setActuals.mutate({ id: benefit.id, revision: 4, figures: [figure(2020, 325)] })
  await expectReport(app, 'benefits', { scope: { kind: 'scheme', id: scheme.id } })
})

test('a scheme stands in the data sheet with its rating, its dates, its forecast against its plan and what is said of it', async () => {
  const app = await programmeApp()
  const { me, scheme } = app
  await me.plan.set.mutate({
    cells: [planCell(scheme.id, 2_000_000), planCell(scheme.id, 500_000, { startYear: 2021 })],
  })
  await givenMilestone(app)
  await me.forecasts.set.mutate({
    cells: [forecastCell(scheme.id, 1_700_000), forecastCell(scheme.id, 900_000, { startYear: 2021 })],
  })
  const { id, revision } = await latestForecast(me, scheme.id)
  await me.forecasts.submit.mutate({ forecasts: [{ id, revision }], note: 'The tender ran late.' })
  const written = changed(await me.highlights.write.mutate(highlightOf(scheme.id)))
  await me.highlights.submit.mutate({ id: written.id, revision: written.revision })
  await expectReport(app, 'major-projects')
})
