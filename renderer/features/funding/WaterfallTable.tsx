import { formatYear } from '../../../domain/financialYear.ts'
import type { PlanOutcome } from '../../../domain/funding/fundingPlan.ts'
import type { NeedBasis } from '../../../domain/funding/waterfallFacts.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { type Pence, sum } from '../../../domain/money.ts'
import { formatPercent, spokenYear } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { MoneyGrid } from '../../ui/moneyGrid/MoneyGrid.tsx'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../ui/moneyGrid/moneyGridRow.ts'
import { roundingRow } from '../../ui/moneyGrid/roundingRow.ts'
import type { PlannerFacts } from './plannerFacts.ts'

interface WaterfallTableProps {
  facts: PlannerFacts
  outcome: PlanOutcome
  basis: NeedBasis
}

const needWords: Record<NeedBasis, string> = { plan: 'Planned', authority: 'Authority given and asked for' }

/** Each year's need from above: what each source pays in its turn, and what is left that nothing pays for. */
export function WaterfallTable({ facts, outcome, basis }: WaterfallTableProps) {
  const { view } = useView()
  const { waterfall, sources } = outcome
  const { years } = waterfall
  const columns: MoneyGridColumn[] = [
    { id: 'total', label: 'All years', align: 'right', isTotal: true },
    ...years.map(({ startYear }): MoneyGridColumn => {
      const label = formatYear(startYear)
      return { id: String(startYear), label, spoken: spokenYear(startYear), align: 'right' }
    }),
  ]
  const across = (
    of: (year: (typeof years)[number]) => Pence,
    draw: (amount: Pence) => MoneyGridCell = (amount) => ({ kind: 'money', amount }),
  ): Record<string, MoneyGridCell> =>
    Object.fromEntries([
      ['total', draw(sum(years.map(of)))],
      ...years.map((year) => [String(year.startYear), draw(of(year))] as const),
    ])
  const row = (id: string, label: string, cells: MoneyGridRow['cells'], look?: MoneyGridRow['look']): MoneyGridRow => ({
    id,
    label,
    depth: 1,
    isParent: false,
    look,
    cells,
  })
  const orNone = (amount: Pence): MoneyGridCell =>
    amount === 0 ? { kind: 'missing', missing: 'none' } : { kind: 'money', amount }

  const parts = sources.map((source, at) =>
    row(
      source.id,
      `${at + 1}  ${source.name}`,
      across((year) => year.paid[at] ?? sum([]), orNone),
    ),
  )
  const uncovered = row(
    'uncovered',
    'Nothing pays for',
    across((year) => year.uncovered, orNone),
    'difference',
  )
  const needed = row(
    'need',
    needWords[basis],
    across((year) => year.need),
    'total',
  )
  const rounding = roundingRow(columns, [...parts, uncovered], needed, view.unit)
  const share = (paid: Pence, borrowing: Pence): MoneyGridCell =>
    paid > 0 ? { kind: 'words', text: formatPercent(borrowing, paid) } : { kind: 'missing', missing: 'not-applicable' }
  const shares = Object.fromEntries([
    ['total', share(outcome.paid, outcome.borrowing)],
    ...years.map(({ startYear, paid, borrowing }) => [String(startYear), share(sum(paid), borrowing)] as const),
  ])
  return (
    <MoneyGrid
      name="What each year is paid from"
      unit={view.unit}
      period={`all years, as at ${formatDay(facts.asAt.day)}`}
      rowHeading="In policy order"
      columns={columns}
      rows={[...parts, uncovered, ...(rounding ? [rounding] : []), needed]}
      footRows={[row('share', 'Borrowing, of what is paid', shares)]}
    />
  )
}
