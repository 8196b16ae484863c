import { expect, test } from 'vitest'
import { addUp } from '../../reports/model/addUp.ts'
import { forecastCell } from '../app/support/forecastApp.ts'
import { openTestApp } from '../support/openTestApp.ts'
import { spendingProgramme } from '../support/spendingProgramme.ts'
import { contentText } from './support/contentText.ts'
import { expectGolden } from './support/expectGolden.ts'
import { reportOfFile } from './support/reportOfFile.ts'

test('a year with spend and forecasts is monitored against what was programmed, and its variance split without a rest', async () => {
  const app = await openTestApp()
  app.at('2025-11-10')
  const me = app.as('finance_officer')
  const path = await spendingProgramme(app.folder, { schemeCount: 3 })
  await me.programme.open.mutate({ path })
  const { schemes } = await me.programme.screen.query({ asAt: null })
  const year = { startYear: 2025 }
  const cells = schemes
    .slice(0, 2)
    .flatMap(({ id }, at) => [
      forecastCell(id, 140_000 - at * 60_000, year),
      forecastCell(id, 1_000, { startYear: 2026 }),
    ])
  await me.forecasts.set.mutate({ cells })
  const drafts = (await me.forecasts.screen.query({ asAt: null, startYear: 2025, years: [] })).schemes.flatMap(
    ({ forecast }) => (forecast ? [{ id: forecast.id, revision: forecast.revision }] : []),
  )
  await me.forecasts.submit.mutate({ forecasts: drafts, note: 'As agreed with the supplier' })
  const model = await reportOfFile(path, 'capital-monitoring', {
    scope: { kind: 'year', ...year },
    day: '2025-11-10',
  })
  expectGolden('report-capital-monitoring-spending', contentText(model))
  expect(addUp(model.parts)).toEqual([])
})
