import type { Id } from '../../../domain/id.ts'
import type { TestApp } from '../../support/openTestApp.ts'
import { pounds } from './programmeApp.ts'

type Client = ReturnType<TestApp['as']>

/** A cell of a forecast of 2020/21 as a whole, where nothing stood, unless a test says otherwise; pounds. */
export const forecastCell = (
  schemeId: Id,
  amount: number,
  change: { period?: number; startYear?: number; was?: number | null } = {},
) => ({
  schemeId,
  startYear: change.startYear ?? 2020,
  period: change.period ?? 0,
  was: change.was === undefined || change.was === null ? null : pounds(change.was),
  amount: pounds(amount),
})

/** The draft that one written cell begins, as it is submitted. */
export const forecastDraft = async (client: Client, schemeId: Id, amount = 100) => {
  await client.forecasts.set.mutate({ cells: [forecastCell(schemeId, amount)] })
  const draft = await latestForecast(client, schemeId)
  return { id: draft.id, revision: draft.revision }
}

export const latestForecast = async (client: Client, schemeId: Id) => {
  const { schemes } = await client.forecasts.screen.query({ asAt: null, startYear: 2020, years: [] })
  const found = schemes.find(({ id }) => id === schemeId)?.forecast
  if (!found) throw new Error('The scheme has no forecast')
  return found
}

/** What a lead writes of April 2020. */
export const highlightOf = (schemeId: Id) => ({
  schemeId,
  startYear: 2020,
  period: 1,
  delivery: 'G' as const,
  commentary: 'All as planned.',
  nextMonth: '',
  seen: null,
})
