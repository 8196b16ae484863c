import { expect, test } from 'vitest'
import { writeJson } from '../../reports/json/writeJson.ts'
import { addUp } from '../../reports/model/addUp.ts'
import { ReportModel } from '../../reports/model/reportModel.ts'
import { riskSaid } from '../app/support/deliveryApp.ts'
import { forecastCell } from '../app/support/forecastApp.ts'
import { on } from '../app/support/programmeApp.ts'
import { openTestApp } from '../support/openTestApp.ts'
import { spendingProgramme } from '../support/spendingProgramme.ts'
import { contentText } from './support/contentText.ts'
import { expectGolden } from './support/expectGolden.ts'
import { reportOfFile } from './support/reportOfFile.ts'

test('a programme with spend, ratings, dates and risks has all of it on the page, and no more of each than fits', async () => {
  const app = await openTestApp()
  app.at('2025-11-10')
  const me = app.as('programme_director')
  const path = await spendingProgramme(app.folder, { schemeCount: 14 })
  await me.programme.open.mutate({ path })
  const { schemes, sources } = await me.programme.screen.query({ asAt: null })
  const [first] = schemes
  if (!first) throw new Error('The programme has no scheme')
  await me.forecasts.set.mutate({ cells: [forecastCell(first.id, 140_000, { startYear: 2025 })] })
  const forecasts = (await me.forecasts.screen.query({ asAt: null, startYear: 2025, years: [] })).schemes.flatMap(
    ({ forecast }) => (forecast ? [{ id: forecast.id, revision: forecast.revision }] : []),
  )
  await me.forecasts.submit.mutate({ forecasts, note: '' })
  for (const [at, { id, revision }] of schemes.slice(0, 12).entries()) {
    const dca = (['G', 'AG', 'A', 'AR', 'R'] as const)[at % 5] ?? null
    await me.schemes.change.mutate({ id, revision, attributes: { dca, ragDelivery: 'A', ragFinance: 'G' } })
  }
  for (const [at, { isRemoved: _, retiredOn: __, ...source }] of sources.slice(0, 3).entries()) {
    await me.sources.change.mutate({ ...source, spendByOn: on(`2026-0${at + 1}-28`) })
  }
  for (const likelihood of [1, 2, 3, 4, 5, 5]) {
    const attributes = { ...riskSaid, title: `Late supplier ${likelihood}`, likelihood }
    await me.risks.add.mutate({ schemeId: first.id, attributes, status: 'assessed' })
  }
  const model = await reportOfFile(path, 'one-pager', { day: '2025-11-10' })
  expectGolden('report-one-pager-spending', contentText(model))
  const kept = JSON.parse(new TextDecoder().decode(await writeJson(model, {})))
  expect([model.isOnePage, addUp(model.parts), ReportModel.parse(kept.model)]).toEqual([true, [], model])
})
