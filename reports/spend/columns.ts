import type { TableColumn } from '../model/tablePart.ts'
import { type SpendMeasure, type SpendReport, spendMeasures } from './model.ts'

interface SpendColumn {
  id: string
  header: string
  kind: TableColumn['kind']
  meaning: string
  source: string
}

const measureColumns: Record<SpendMeasure, Omit<SpendColumn, 'id' | 'kind'>> = {
  allocation: { header: 'Allocation', meaning: 'Money in the capital programme', source: 'Ledger, level allocation' },
  authority: {
    header: 'ATS effective',
    meaning: 'Authority to spend that is in force',
    source: 'Ledger, level authority',
  },
  held: { header: 'ATS held', meaning: 'Authority not yet released', source: 'Authority less released' },
  committed: { header: 'Committed', meaning: 'Orders outstanding', source: 'Ledger, level commitment' },
  actual: { header: 'Actual', meaning: 'Payments recorded by the day of the figures', source: 'Ledger, level actual' },
  forecastRemaining: {
    header: 'Forecast remaining',
    meaning: 'Spend still expected in the year; none where nobody has submitted a forecast',
    source: 'Forecast submitted last, over the sources as what is left of their plan',
  },
  forecastOutturn: {
    header: 'Forecast outturn',
    meaning: 'Actual and forecast remaining; of a closed year what was spent',
    source: 'Derived from the forecast',
  },
  budget: { header: 'Budget', meaning: 'The expenditure plan', source: 'Ledger, level plan' },
  variance: {
    header: 'Variance',
    meaning: 'Forecast outturn less budget, where a year is forecast or closed',
    source: 'Derived from the forecast',
  },
  slippage: {
    header: 'of which slippage',
    meaning: 'The part of the variance that moves to or from another year, slippage and acceleration',
    source: 'Derived from the forecast',
  },
  overspend: {
    header: 'of which (under)/over',
    meaning: 'The part of the variance that stays',
    source: 'Derived from the forecast',
  },
  available: {
    header: 'ATS available',
    meaning: 'What may still be ordered or paid',
    source: 'Released less commitments outstanding less actuals',
  },
}

/** The columns of report 8, in order. */
export const spendColumns = ({ actualTo }: Pick<SpendReport, 'actualTo'>): SpendColumn[] => [
  {
    id: 'year',
    header: 'Year',
    kind: 'text',
    meaning: 'Financial year; Cumulative is all years of the report together',
    source: 'Ledger',
  },
  { id: 'number', header: 'Scheme no.', kind: 'text', meaning: 'Capital scheme number', source: 'Scheme or programme' },
  {
    id: 'theme',
    header: 'Theme',
    kind: 'text',
    meaning: 'Theme on the day of the figures',
    source: 'Theme membership',
  },
  {
    id: 'scheme',
    header: 'Scheme',
    kind: 'text',

    meaning: 'Scheme; or the theme or the programme as a whole, for money that stands there',
    source: 'Scheme',
  },
  { id: 'source', header: 'Source', kind: 'text', meaning: 'Funding source of the amounts', source: 'Funding source' },
  ...spendMeasures
    .map((id): SpendColumn => ({ id, ...measureColumns[id], kind: 'amount' }))
    .map((column) => (column.id === 'actual' ? { ...column, header: `Actual to ${actualTo}` } : column)),
  { id: 'rating', header: 'RAG', kind: 'rating', meaning: 'Finance rating: G, AG, A, AR or R', source: 'Scheme' },
  { id: 'comment', header: 'Comment', kind: 'wide-text', meaning: 'How the amounts were read', source: 'Scheme' },
]
