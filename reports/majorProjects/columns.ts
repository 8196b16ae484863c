import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import { tableColumn } from '../document/parts.ts'
import type { TableColumn } from '../model/tablePart.ts'

/** The columns of the government's major projects portfolio, in its order. */
export const majorProjectsColumns = (startYear: StartYear): TableColumn[] => {
  const year = formatYear(startYear)
  return [
    tableColumn({
      id: 'id',
      kind: 'text',
      label: 'Project ID',
      meaning: 'Number of the scheme in the Better Care Fund plan, else its own reference or capital scheme number',
      source: 'Scheme',
    }),
    tableColumn({ id: 'name', kind: 'text', label: 'Project name', source: 'Scheme' }),
    tableColumn({
      id: 'organisation',
      kind: 'text',
      label: 'Organisation',
      meaning: 'Organisation that leads the scheme, else the accountable body',
      source: 'Scheme',
    }),
    tableColumn({ id: 'aims', kind: 'wide-text', label: 'Description and aims', source: 'Scheme' }),
    tableColumn({
      id: 'dca',
      kind: 'rating',
      label: 'Delivery confidence assessment',
      meaning: 'Rating in the highlight report submitted last, else that of the scheme',
      source: 'Highlight report, scheme',
    }),
    tableColumn({
      id: 'commentary',
      kind: 'wide-text',
      label: 'Commentary on actions',
      meaning: 'What the highlight report submitted last says, and what comes next',
      source: 'Highlight report',
    }),
    tableColumn({
      id: 'start',
      kind: 'day',
      label: 'Start date',
      meaning: 'As it came, else as forecast, else as planned',
      source: 'Scheme',
    }),
    tableColumn({
      id: 'end',
      kind: 'day',
      label: 'End date',
      meaning: 'As it came, else as forecast, else as planned',
      source: 'Scheme',
    }),
    tableColumn({
      id: 'schedule',
      kind: 'wide-text',
      label: 'Schedule narrative',
      meaning: 'How far the end and the milestones are from what was promised',
      source: 'Scheme, milestones',
    }),
    tableColumn({
      id: 'baseline',
      kind: 'amount',
      label: `${year} baseline`,
      meaning: 'The expenditure plan of the year',
      source: 'Ledger, level plan',
    }),
    tableColumn({
      id: 'forecast',
      kind: 'amount',
      label: `${year} forecast`,
      meaning: 'What the year comes to by the forecast submitted last; of a closed year what was spent',
      source: 'Forecast',
    }),
    tableColumn({
      id: 'variance',
      kind: 'percent',
      label: 'Variance %',
      meaning: 'Forecast less baseline, of the baseline',
      source: 'Derived',
    }),
    tableColumn({
      id: 'budget-narrative',
      kind: 'wide-text',
      label: 'Budget variance narrative',
      meaning: 'What the variance is made of, and the note of the forecast',
      source: 'Forecast',
    }),
    tableColumn({
      id: 'whole-life',
      kind: 'amount',
      label: 'Whole-life cost',
      meaning: 'Capital plan of all years; running costs are not in the ledger',
      source: 'Ledger, level plan',
    }),
    tableColumn({
      id: 'whole-life-narrative',
      kind: 'wide-text',
      label: 'Whole-life cost narrative',
      meaning: 'How the amounts of the scheme were read',
      source: 'Scheme',
    }),
  ]
}
