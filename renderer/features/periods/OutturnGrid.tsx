import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { type Pence, pence, sum } from '../../../domain/money.ts'
import { type UnderspendKind, underspendKinds } from '../../../domain/period/underspend.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { MoneyGrid } from '../../ui/moneyGrid/MoneyGrid.tsx'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../ui/moneyGrid/moneyGridRow.ts'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Periods.module.css'
import type { YearEndFacts, YearEndRow } from './periodFacts.ts'
import { explanationOf, lineName, rowKey } from './underspendDraft.ts'

const kindWords: Record<UnderspendKind, string> = {
  slippage: 'Slippage',
  saving: 'Saving',
  notReceived: 'Funding not received',
  error: 'Error',
}

const columns: readonly MoneyGridColumn[] = [
  { id: 'budget', label: 'Budget', align: 'right' },
  { id: 'outturn', label: 'Outturn', align: 'right' },
  { id: 'underspend', label: 'Budget less outturn', align: 'right', isTotal: true },
  ...underspendKinds.map((kind): MoneyGridColumn => ({ id: kind, label: kindWords[kind], align: 'right' })),
  { id: 'unexplained', label: 'Not explained', align: 'right' },
  { id: 'overspend', label: 'Overspend', align: 'right' },
]

/** Every underspend of the year in one grid: what of it is slippage, saving, funding that never came, or an error. */
export function OutturnGrid({ facts }: { facts: YearEndFacts }) {
  const { view } = useView()
  const mayExplain = useMayDo('plan') && !facts.isClosed
  const [isEditing, setEditing] = useState(false)
  const focusAsked = useRef(false)
  const explain = useMutation(trpc.yearEnd.explain.mutationOptions())
  const year = formatYear(facts.startYear)

  const amount = (value: Pence, isEditable = false): MoneyGridCell => ({ kind: 'money', amount: value, isEditable })
  const cellsOf = (line: YearEndRow): MoneyGridRow['cells'] => {
    const isUnder = line.underspend > 0 || line.explanation !== null
    return {
      budget: amount(line.budget),
      outturn: amount(line.outturn),
      underspend: amount(line.underspend),
      ...Object.fromEntries(
        underspendKinds.map((kind) => [
          kind,
          isUnder
            ? amount(line.explanation?.[kind] ?? (0 as Pence), mayExplain)
            : { kind: 'missing' as const, missing: 'not-applicable' as const },
        ]),
      ),
      unexplained: amount(line.unexplained),
      overspend: amount(overspendOf(line)),
    }
  }
  const rows = facts.lines
    .map(
      (line): MoneyGridRow => ({
        id: rowKey(line),
        label: lineName(line),
        depth: 1,
        isParent: false,
        href: line.place.kind === 'scheme' ? `/schemes/${line.place.id}` : undefined,
        cells: cellsOf(line),
      }),
    )
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB', { numeric: true }))
  const totalOf = (pick: (line: YearEndRow) => Pence) => amount(sum(facts.lines.map(pick)))
  const total: MoneyGridRow = {
    id: 'total',
    label: 'Programme',
    depth: 1,
    isParent: false,
    look: 'total',
    cells: {
      budget: totalOf((line) => line.budget),
      outturn: totalOf((line) => line.outturn),
      underspend: totalOf((line) => line.underspend),
      ...Object.fromEntries(
        underspendKinds.map((kind) => [kind, totalOf((line) => line.explanation?.[kind] ?? (0 as Pence))]),
      ),
      unexplained: totalOf((line) => line.unexplained),
      overspend: totalOf(overspendOf),
    },
  }
  const write = (changes: { rowId: string; columnId: string; amount: Pence }[]) => {
    const byRow = Map.groupBy(changes, ({ rowId }) => rowId)
    const lines = facts.lines.flatMap((line) => {
      const own = byRow.get(rowKey(line))
      if (!own) return []
      return [{ ...explanationOf(line), ...Object.fromEntries(own.map((change) => [change.columnId, change.amount])) }]
    })
    return explain.mutateAsync({ startYear: facts.startYear, lines })
  }

  return (
    <section className={classes.part} aria-labelledby="outturn-heading">
      <h2 id="outturn-heading">Outturn, and why it is less than the budget</h2>
      {!facts.isClosed && <WhoMay duty="plan" what="Underspends are explained" />}
      <MoneyGrid
        name={`Outturn ${year}`}
        unit={view.unit}
        period={`as at ${formatDay(facts.asAt.day)}`}
        rowHeading="Scheme"
        columns={columns}
        rows={rows}
        footRows={[total]}
        isEditing={isEditing && mayExplain}
        focusAsked={focusAsked}
        onWrite={write}
        aside={
          mayExplain ? (
            <Button
              size="compact-sm"
              variant={isEditing ? 'filled' : 'default'}
              aria-pressed={isEditing}
              onClick={() => setEditing(!isEditing)}
            >
              Explain in the grid
            </Button>
          ) : undefined
        }
      />
    </section>
  )
}

/** Below nought, so that a row adds across to its budget less its outturn. */
const overspendOf = ({ underspend }: YearEndRow): Pence => pence(Math.min(0, underspend))
