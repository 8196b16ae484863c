import { type CalendarDay, calendarDay } from '../../../domain/calendarDay.ts'
import type { StartYear } from '../../../domain/financialYear.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'

/** A financial year of the programme, and whether it can be closed: a year that still runs cannot. */
export interface YearRow {
  startYear: StartYear
  lastOn: CalendarDay
  status: 'closed' | 'ended' | 'running' | 'to-come'
}

/** The programme's years and those with figures outside them, earliest first. */
export const yearRows = (facts: Pick<ProgrammeFacts, 'programme' | 'balances' | 'years' | 'asAt'>): YearRow[] => {
  const { startYear, endYear } = facts.programme
  const own = Array.from({ length: endYear - startYear + 1 }, (_, index) => startYear + index)
  const years = new Set([
    ...own,
    ...facts.balances.map((line) => line.startYear),
    ...facts.years.map((each) => each.startYear),
  ])
  return [...years].sort((a, b) => a - b).map((year) => yearRowOf(year, facts))
}

export const yearRowOf = (startYear: StartYear, { years, asAt }: Pick<ProgrammeFacts, 'years' | 'asAt'>): YearRow => {
  const lastOn = calendarDay(`${startYear + 1}-03-31`)
  const isClosed = years.some((each) => each.startYear === startYear && each.status === 'closed')
  const hasBegun = asAt.day >= `${startYear}-04-01`
  const status = isClosed ? 'closed' : asAt.day > lastOn ? 'ended' : hasBegun ? 'running' : 'to-come'
  return { startYear, lastOn, status }
}
