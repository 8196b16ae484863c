import { fail } from '../errors.ts'
import type { StartYear } from '../financialYear.ts'
import type { Pence } from '../money.ts'
import type { Forecast, ForecastLine, ForecastPeriod } from './forecast.ts'
import { forecastYear, type LedgerYear } from './forecastYear.ts'

/** A cell of the forecast as its reader saw it (`was`, null where nothing stood) and wants it, in pence; period 0 is the year as a whole. */
export interface ForecastCell {
  startYear: StartYear
  period: ForecastPeriod
  was: Pence | null
  amount: Pence
}

/**
 * The lines with the cells written into them. The first period that is entered of a year that was forecast as a whole
 * leaves every other open period with its share, so that nothing of the year is lost. Throws `stale` where a cell is no
 * longer what its reader saw, `forecast-closed` where the ledger has the say, and `forecast-by-period` for a whole over
 * periods.
 */
export const changeForecast = (
  schemeId: string,
  lines: readonly ForecastLine[],
  cells: readonly ForecastCell[],
  ledgerOf: (startYear: StartYear) => LedgerYear,
): ForecastLine[] => {
  let after = [...lines]
  for (const cell of cells) after = changeCell(schemeId, after, cell, ledgerOf(cell.startYear))
  return after.sort((a, b) => a.startYear - b.startYear || a.period - b.period)
}

const changeCell = (
  schemeId: string,
  lines: readonly ForecastLine[],
  { startYear, period, was, amount }: ForecastCell,
  ledger: LedgerYear,
): ForecastLine[] => {
  const year = forecastYear(lines, ledger)
  const isClosed = year.basis === 'closed' || (period > 0 && ledger.isClosed(period))
  if (isClosed) return fail('forecast-closed', { year: startYear, period: year.basis === 'closed' ? 0 : period })
  if (period === 0 && year.basis === 'by-period') return fail('forecast-by-period', { year: startYear })
  const shown =
    period === 0
      ? (lines.find((line) => line.startYear === startYear && line.period === 0)?.amount ?? null)
      : (year.periods.find((each) => each.period === period)?.amount ?? null)
  if (shown !== was) return fail('stale', { entity: 'forecast', id: schemeId })
  if (amount === was) return [...lines]
  const others = lines.filter((line) => line.startYear !== startYear)
  if (period === 0) return [...others, { startYear, period, amount }]
  const stated = year.periods.flatMap((each): ForecastLine[] =>
    each.period !== period && (each.kind === 'shared' || each.kind === 'stated') && each.amount !== null
      ? [{ startYear, period: each.period, amount: each.amount }]
      : [],
  )
  return [...others, ...stated, { startYear, period, amount }]
}

interface Writing {
  id: Forecast['id']
  schemeId: Forecast['schemeId']
  writtenBy: string
}

/** The version that is written on: the draft, or the next version after what was submitted. */
export const draftAfter = (latest: Forecast | undefined, { id, schemeId, writtenBy }: Writing): Forecast =>
  latest?.status === 'draft'
    ? { ...latest, writtenBy, revision: latest.revision + 1 }
    : {
        id,
        revision: 1,
        isRemoved: false,
        schemeId,
        version: (latest?.version ?? 0) + 1,
        status: 'draft',
        lines: latest?.lines ?? [],
        note: '',
        writtenBy,
        submittedBy: null,
        submittedOn: null,
      }

/** Submits a draft, after which it stays as it is. Throws `wrong-status`, and `forecast-empty` where it says nothing. */
export const submitForecast = (
  draft: Forecast,
  { note, by, on }: { note: string; by: string; on: Forecast['submittedOn'] },
): Forecast => {
  if (draft.status !== 'draft') return fail('wrong-status', { is: draft.status, needs: 'draft' })
  if (draft.lines.length === 0) return fail('forecast-empty', {})
  return { ...draft, status: 'submitted', note, submittedBy: by, submittedOn: on, revision: draft.revision + 1 }
}
