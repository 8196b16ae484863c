import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ReportName } from '../../domain/report/reportList.ts'
import type { ReportOrder } from '../../domain/report/reportOrder.ts'
import { addUp } from '../../reports/model/addUp.ts'
import { laterBy, postedChange, sentChange, withMoney } from '../app/support/changeCommands.ts'
import {
  benefitSaid,
  figure,
  givenBenefit,
  givenMilestone,
  givenMoney,
  issueSaid,
  seenAt,
} from '../app/support/deliveryApp.ts'
import { forecastCell, highlightOf, latestForecast } from '../app/support/forecastApp.ts'
import { explained, spent, yearEndApp } from '../app/support/periodApp.ts'
import { addScheme, changed, grant, planCell, pounds, programmeApp } from '../app/support/programmeApp.ts'
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

test('a planning return whose cells are all filled is complete, with the share of each line in all of it', async () => {
  const app = await programmeApp()
  const { me, scheme } = app
  const source = changed(
    await me.sources.add.mutate({ ...grant, name: 'Disabled facilities', category: 'disabled_facilities_grant' }),
  )
  const { id, revision } = scheme
  const attributes = {
    bcfSchemeId: '7',
    briefDescription: 'One portal for everybody',
    schemeType: 'Enablers for Integration',
    subType: 'Data Integration',
    areaOfSpend: 'Community Health',
    commissioner: 'joint' as const,
    nhsShareBp: 6000,
    laShareBp: 4000,
    providers: ['Local Authority'],
  }
  await me.schemes.change.mutate({ id, revision, attributes })
  await me.plan.set.mutate({
    cells: [2023, 2024].map((startYear) => ({ ...planCell(id, 30_000, { startYear }), sourceId: source.id })),
  })
  await expectReport(app, 'bcf-plan', { scope: { kind: 'year', startYear: 2023 } })
})

test('a quarterly return holds what was paid beside the plan by source, the open issue and what has come in', async () => {
  const app = await yearEndApp()
  await app.me.risks.addIssue.mutate({ schemeId: app.scheme.id, riskId: null, attributes: issueSaid })
  await expectReport(app, 'bcf-quarterly', { scope: { kind: 'year', startYear: 2020 } })
})

test('capital payments are returned in whole thousands by source and service line, with the rounding of their sum', async () => {
  const app = await programmeApp()
  const { me, scheme, theme } = app
  await me.schemes.change.mutate({
    id: scheme.id,
    revision: scheme.revision,
    attributes: { areaOfSpend: 'Social Care' },
  })
  const other = await addScheme(me, theme.id, 'Beds')
  await spent(app, [{ period: 1, pounds: 9_125.25 }])
  await spent({ ...app, scheme: other }, [{ period: 2, pounds: 1_400.3 }])
  app.at('2021-04-20')
  await expectReport(app, 'cpr4', { scope: { kind: 'year', startYear: 2020 } })
})
