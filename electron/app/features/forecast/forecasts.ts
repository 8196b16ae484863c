import { z } from 'zod'
import { forecastVersions } from '../../../../db/queries/forecastVersions.ts'
import { forecasts, schemes } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { StartYear } from '../../../../domain/financialYear.ts'
import { changeForecast, draftAfter, submitForecast } from '../../../../domain/forecast/changeForecast.ts'
import { ForecastPeriod, LONGEST_FORECAST_NOTE } from '../../../../domain/forecast/forecast.ts'
import { Id } from '../../../../domain/id.ts'
import { Pence } from '../../../../domain/money.ts'
import type { Service } from '../../command.ts'
import { ledgerOfSchemes } from './ledgerOfSchemes.ts'

/** Cells of forecasts as the user saw them (`was`, null where nothing stood) and wants them (`amount`), in pence. */
export const ForecastCells = z.strictObject({
  cells: z
    .array(
      z.strictObject({
        schemeId: Id,
        startYear: StartYear,
        period: ForecastPeriod,
        was: Pence.nullable(),
        amount: Pence,
      }),
    )
    .min(1)
    .max(20_000),
})

/** Writes all cells into the schemes' drafts as one event and one undo; what was submitted stays, and the next version begins. */
export const setForecast: Service<z.infer<typeof ForecastCells>, { changed: number }> = async (
  change,
  { cells },
  { actor, newId },
) => {
  const bySchemes = Map.groupBy(cells, ({ schemeId }) => schemeId)
  const ids = [...bySchemes.keys()]
  const latest = await forecastVersions(change.tx, 'latest', ids)
  const years = [...new Set(cells.map(({ startYear }) => startYear))]
  const ledgerOf = await ledgerOfSchemes(change.tx, years, ids)
  let changed = 0
  for (const [schemeId, own] of bySchemes) {
    await schemes.get(change.tx, schemeId)
    const before = latest.get(schemeId)
    const lines = changeForecast(schemeId, before?.lines ?? [], own, (year) => ledgerOf(schemeId, year))
    const differing = own.filter(({ was, amount }) => was !== amount).length
    if (differing === 0) continue
    changed += differing
    const draft = { ...draftAfter(before, { id: newId(), schemeId, writtenBy: actor }), lines }
    await (before?.id === draft.id ? forecasts.save(change, draft) : forecasts.insert(change, draft))
  }
  const [first] = ids
  if (changed === 0 || first === undefined) return null
  return {
    subject: { kind: 'scheme', id: first },
    transition: 'forecast changed',
    value: { changed },
    detail: { cells: changed },
    isUndoable: true,
  }
}

export const ForecastSubmission = z.strictObject({
  forecasts: z
    .array(z.strictObject({ id: Id, revision: z.int().min(1) }))
    .min(1)
    .max(10_000),
  note: z.string().trim().max(LONGEST_FORECAST_NOTE).default(''),
})

/** Submits drafts together: from then on monitoring goes by them, and they stay as they are. */
export const submitForecasts: Service<z.infer<typeof ForecastSubmission>, { submitted: number }> = async (
  change,
  input,
  { actor, clock },
) => {
  const on = dayInLondon(clock())
  let subject: Id | undefined
  for (const { id, revision } of input.forecasts) {
    const before = await forecasts.get(change.tx, id)
    if (before.revision !== revision) fail('stale', { entity: 'forecast', id })
    await forecasts.save(change, submitForecast(before, { note: input.note, by: actor, on }))
    subject ??= before.schemeId
  }
  const submitted = input.forecasts.length
  if (subject === undefined) return null
  return {
    subject: { kind: 'scheme', id: subject },
    transition: 'forecast submitted',
    value: { submitted },
    detail: { forecasts: submitted },
  }
}
