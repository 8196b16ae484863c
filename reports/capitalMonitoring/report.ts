import type { CalendarDay } from '../../domain/calendarDay.ts'
import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import type { BudgetReconciliation } from '../../domain/forecast/budgetReconciliation.ts'
import type { MonitoringRow, MonitoringTotals } from '../../domain/forecast/monitoring.ts'
import { formatDay } from '../../domain/inWords.ts'
import { formatInSentence, type MoneyUnit, type Pence, pence, roundToUnit } from '../../domain/money.ts'
import { type Period, periodName } from '../../domain/period/period.ts'
import { amountCell, NONE } from '../cell.ts'
import { headingPart, paragraphPart, tableColumn, tablePart, tableRow } from '../document/parts.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { type TableCell, textCell } from '../model/tableCell.ts'
import type { TableColumn, TablePart, TableRow } from '../model/tablePart.ts'
import { withTotal } from '../model/withTotal.ts'
import { budgetTable } from './budgetTable.ts'
import { varianceTable } from './varianceTable.ts'

/** A year's monitoring as the screen has it. Pence. */
export interface MonitoredYear {
  startYear: StartYear
  /** The day of the last report, since which the budget is reconciled. */
  since: CalendarDay
  /** The last period that counts as to date. */
  through: Period | 0
  themes: readonly { id: string; name: string }[]
  places: readonly { id: string; name: string }[]
  rows: readonly MonitoringRow[]
  totals: MonitoringTotals
  /** Forecasts that somebody has begun and not submitted. */
  drafts: number
  plan: BudgetReconciliation
  allocation: BudgetReconciliation
}

/** Report 9: a year's spend against what was programmed, its outturn against its budget, and how the budget came about. */
export const capitalMonitoringReport = (year: MonitoredYear, unit: MoneyUnit): ReportContent => {
  const inWords = formatYear(year.startYear)
  const variance = varianceTable(year.rows, { unit, inWords })
  return {
    about: inWords,
    orientation: 'landscape',
    unit: '£000',
    parts: [
      paragraphPart('summary', summaryOf(year)),
      headingPart('outturn', 1, 'Spend and forecast outturn', '1'),
      monitoringTable(year, unit),
      ...(variance === null
        ? []
        : [headingPart('split', 1, 'What the difference from the budget is made of', '2'), variance]),
      headingPart(
        'changes',
        1,
        `How the budget has changed since ${formatDay(year.since)}`,
        variance === null ? '2' : '3',
      ),
      budgetTable('plan', year, unit),
      budgetTable('allocation', year, unit),
    ],
    footnotes: [],
    missing: missingOf(year),
    sections: [],
  }
}

const monitoringTable = (year: MonitoredYear, unit: MoneyUnit): TablePart => {
  const inWords = formatYear(year.startYear)
  const through = year.through === 0 ? null : periodName(year.startYear, year.through)
  const columns = monitoringColumns(through)
  const themeNames = new Map(year.themes.map(({ id, name }) => [id, name]))
  const rows = year.rows.map(
    (row): TableRow =>
      tableRow(`monitoring/${row.place.id}`, [
        textCell(row.name),
        textCell(row.themeId === null ? '' : (themeNames.get(row.themeId) ?? '')),
        isSpent(row) ? amountCell(row.spentToDate) : NONE,
        orNone(row.programmedToDate),
        orNone(row.overToDate),
        row.outturn === null ? { kind: 'not-recorded' } : amountCell(row.outturn),
        orNone(row.budget),
        row.split ? amountCell(rephasing(row.split)) : { kind: 'not-recorded' },
        textCell(row.note),
      ]),
  )
  return tablePart({
    id: 'monitoring',
    name: `Monitoring ${inWords}`,
    caption: `Capital monitoring ${inWords}${through === null ? '' : `, to ${through}`}`,
    unit,
    columns,
    rows: withTotal(rows, columns, { id: 'monitoring/total' }),
    notes: [
      'Programmed to date is the budget phased as the first forecast of the scheme phases it, or evenly over the months.',
      'Planned rephasing to later years is what leaves the year less what comes into it from other years.',
      ...(year.totals.notForecast === 0
        ? []
        : [
            `The forecast outturn leaves out ${year.totals.notForecast} ${year.totals.notForecast === 1 ? 'line' : 'lines'} that nobody has forecast, with a budget of ${formatInSentence(year.totals.budgetNotForecast)}.`,
          ]),
    ],
  })
}

const monitoringColumns = (through: string | null): TableColumn[] => [
  tableColumn({
    id: 'scheme',
    kind: 'text',
    label: 'Scheme',
    meaning: 'Scheme; or the theme or the programme as a whole, for money that stands there',
    source: 'Scheme',
  }),
  tableColumn({
    id: 'theme',
    kind: 'text',
    label: 'Theme',
    meaning: 'Theme on the day of the figures',
    source: 'Theme membership',
  }),
  tableColumn({
    id: 'spent',
    kind: 'amount',
    label: 'Actual to date',
    meaning: through === null ? 'Payments; no period has ended yet' : `Payments through ${through}`,
    source: 'Ledger, level actual',
  }),
  tableColumn({
    id: 'programmed',
    kind: 'amount',
    label: 'Programmed to date',
    meaning: 'What of the budget was to be spent by then',
    source: 'Plan, phased by the first forecast submitted',
  }),
  tableColumn({
    id: 'over',
    kind: 'amount',
    label: 'Over/(under)',
    meaning: 'Actual to date less programmed to date',
    source: 'Derived',
    adds: { plus: ['spent'], minus: ['programmed'] },
  }),
  tableColumn({
    id: 'outturn',
    kind: 'amount',
    label: 'Forecast outturn',
    meaning: 'What the year comes to; of a closed year what was spent; not recorded where nobody has forecast',
    source: 'Forecast submitted last',
  }),
  tableColumn({
    id: 'budget',
    kind: 'amount',
    label: 'Approved budget',
    meaning: 'The expenditure plan',
    source: 'Ledger, level plan',
  }),
  tableColumn({
    id: 'rephasing',
    kind: 'amount',
    label: 'Planned rephasing to later years',
    meaning: 'What leaves the year less what comes into it from other years',
    source: 'Derived from the forecast',
  }),
  tableColumn({
    id: 'note',
    kind: 'wide-text',
    label: 'Note',
    meaning: 'What was written beside the forecast',
    source: 'Forecast',
  }),
]

/** Whether anything was paid in the year: what is not recorded is not nought. */
const isSpent = ({ spentToDate, year }: MonitoringRow): boolean =>
  spentToDate !== 0 || year.spent !== 0 || year.periods.some(({ spent }) => spent !== 0)

const rephasing = ({ slippage, acceleration }: { slippage: Pence; acceleration: Pence }): Pence =>
  pence(-slippage - acceleration)

const orNone = (amount: Pence | null): TableCell => (amount === null ? NONE : amountCell(amount))

const summaryOf = ({ startYear, through, rows, totals }: MonitoredYear): string => {
  const year = formatYear(startYear)
  const programmed = `${formatInSentence(roundToUnit(totals.programmedToDate, '£'))} programmed by then.`
  const spent =
    through === 0
      ? `No period of ${year} has ended yet.`
      : `Through ${periodName(startYear, through)}, ${rows.some(isSpent) ? `${formatInSentence(totals.spentToDate)} is recorded as spent` : 'no payment is recorded'}, against ${programmed}`
  const difference = totals.variance
  const outturn =
    totals.outturn === 0 && totals.notForecast > 0
      ? 'No outturn is forecast.'
      : `The forecast outturn is ${formatInSentence(totals.outturn)}${difference === 0 ? ', as budgeted' : `, ${formatInSentence(pence(Math.abs(difference)))} ${difference > 0 ? 'over' : 'under'} the budget of what is forecast`}.`
  return `The approved budget for ${year} is ${formatInSentence(totals.budget)}. ${spent} ${outturn}`
}

const missingOf = ({ startYear, rows, totals, drafts, plan, allocation }: MonitoredYear): string[] => {
  const year = formatYear(startYear)
  return [
    ...(rows.length === 0 ? [`Nothing is planned, spent or forecast for ${year}.`] : []),
    ...(rows.some(isSpent) ? [] : [`No payments are recorded for ${year}.`]),
    ...(totals.notForecast === 0
      ? []
      : [`Nobody has submitted a forecast for ${totals.notForecast} of ${rows.length} lines of the budget.`]),
    ...(drafts === 0 ? [] : [`Forecasts that are begun and not submitted: ${drafts}. They do not count here.`]),
    ...(plan.rows.length === 0 ? [`No expenditure plan is recorded for ${year}.`] : []),
    ...(allocation.rows.length === 0 ? [`No capital allocation is recorded for ${year}.`] : []),
  ]
}
