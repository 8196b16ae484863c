import { formatInSentence, formatMoney, type MoneyUnit, type Pence, pence, sum } from '../money.ts'
import type { Cell } from '../portfolio/cell.ts'
import type { PlanAndAuthority } from '../portfolio/planAgainstAuthority.ts'
import { countOf, missingWords, needsPence } from '../shownFigures.ts'
import type { Pair } from './chartDrawing.ts'
import type { ChartCell, ChartColumn, ChartRow, ChartTable } from './chartTable.ts'
import { withRounding } from './withRounding.ts'

export interface PlanSheet {
  headline: string
  table: ChartTable
  pairs: Pair[]
}

/** What the picture, the table and the words of plan against authority say; null where no theme has either. */
export const planSheet = (themes: readonly PlanAndAuthority[], unit: MoneyUnit): PlanSheet | null => {
  if (themes.length === 0) return null
  const hasPence = needsPence(
    themes.flatMap(({ plan, authority }) => [...amountOf(plan), ...amountOf(authority)]),
    unit,
  )
  const bar = (name: string, cell: Cell) =>
    cell.kind === 'amount'
      ? { amount: cell.amount, words: `${name} ${formatMoney(cell.amount, unit, { pence: hasPence })}` }
      : { amount: null, words: `${name}: ${missingWords[cell.kind].shown}` }
  return {
    headline: headlineOf(themes),
    pairs: themes.map((theme) => ({
      name: nameOf(theme),
      plan: bar('Plan', theme.plan),
      authority: bar('Authority', theme.authority),
    })),
    table: tableOf(themes, unit),
  }
}

const nameOf = ({ name, themes }: PlanAndAuthority): string => (themes > 1 ? countOf(themes, 'other theme') : name)

const amountOf = (cell: Cell): Pence[] => (cell.kind === 'amount' ? [cell.amount] : [])

/** The theme that is furthest apart. */
function headlineOf(themes: readonly PlanAndAuthority[]): string {
  const gap = ({ planLessAuthority }: PlanAndAuthority): number => amountOf(planLessAuthority)[0] ?? 0
  const [furthest] = [...themes].sort((a, b) => Math.abs(gap(b)) - Math.abs(gap(a)))
  const amount = furthest ? gap(furthest) : 0
  if (!furthest || amount === 0) {
    const isKnown = themes.every(({ planLessAuthority }) => planLessAuthority.kind === 'amount')
    return isKnown ? 'Every theme plans what it has authority for' : 'Plan and authority by theme'
  }
  const plans = furthest.themes > 1 ? 'plan' : 'plans'
  const than = amount > 0 ? 'more' : 'less'
  return `${nameOf(furthest)} ${plans} ${formatInSentence(pence(Math.abs(amount)))} ${than} than the authority for it`
}

const columns: ChartColumn[] = [
  { label: 'Plan', kind: 'money' },
  { label: 'Authority', kind: 'money' },
  { label: 'Plan less authority', kind: 'money' },
]

function tableOf(themes: readonly PlanAndAuthority[], unit: MoneyUnit): ChartTable {
  const cellsOf = ({ plan, authority, planLessAuthority }: PlanAndAuthority): Cell[] => [
    plan,
    authority,
    planLessAuthority,
  ]
  const rows = themes.map(
    (theme): ChartRow => ({
      id: theme.id ?? `${theme.themes} ${theme.name}`,
      label: nameOf(theme),
      cells: cellsOf(theme).map(shownCell),
    }),
  )
  const total: ChartRow = {
    id: 'total',
    label: 'These themes',
    look: 'total',
    cells: columns.map((_, at): ChartCell => {
      const amounts = themes.flatMap((theme) => amountOf(cellsOf(theme)[at] ?? { kind: 'none' }))
      return amounts.length === 0 ? { kind: 'missing', missing: 'none' } : { kind: 'money', amount: sum(amounts) }
    }),
  }
  return { rowHeading: 'Theme', columns, rows: withRounding(columns, rows, total, unit) }
}

const shownCell = (cell: Cell): ChartCell =>
  cell.kind === 'amount' ? { kind: 'money', amount: cell.amount } : { kind: 'missing', missing: cell.kind }
