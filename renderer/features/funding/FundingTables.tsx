import type { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { columnYears, spokenColumn } from '../../lib/columnWords.ts'
import type { FigureAddress } from '../../lib/explain.ts'
import { useView } from '../../lib/useView.ts'
import { MoneyGrid } from '../../ui/moneyGrid/MoneyGrid.tsx'
import type { Mark, MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../ui/moneyGrid/moneyGridRow.ts'
import { roundingRow } from '../../ui/moneyGrid/roundingRow.ts'
import classes from './Funding.module.css'
import { ledgerFaults } from './faults.ts'
import type { FundingFacts } from './fundingFacts.ts'

type Report = FundingFacts['report']
type Block = Report['funding']
type ReportCell = Block['rows'][number]['cells'][number]

const letters = { 'previous-authority': 'A', authority: 'B', funding: 'C' } as const

/** The three tables as the council prints them, in one grid, with their control rows always in view. */
export function FundingTables({ facts }: { facts: FundingFacts }) {
  const { report, programme, asAt } = facts
  const { view } = useView()
  const columns = report.columns.map(
    ({ column, label }, index): MoneyGridColumn => ({
      id: String(index),
      label,
      spoken: spokenColumn(column),
      isTotal: column.kind === 'total',
      align: 'right',
    }),
  )
  const across = (draw: (index: number) => MoneyGridCell): Record<string, MoneyGridCell> =>
    Object.fromEntries(columns.map(({ id }, index) => [id, draw(index)]))

  /** Authority is explained by the decisions that gave it; what no decision has posted yet has no entries. */
  const decisionsOf = (table: Block['table']): Id[] | undefined => {
    if (table === 'funding') return undefined
    if (table === 'previous-authority') return report.earlierDecisionIds
    return report.decision?.status === 'effective' ? [report.decision.id] : []
  }

  const figureOf = (table: Block['table'], index: number, at: Partial<FigureAddress>): FigureAddress | undefined => {
    const column = report.columns[index]?.column
    const decisionIds = decisionsOf(table)
    if (!column || decisionIds?.length === 0) return undefined
    return {
      levels: [table === 'funding' ? 'allocation' : 'authority'],
      place: { kind: 'programme', id: programme.id },
      withBelow: table !== 'funding',
      ...columnYears(column),
      ...(decisionIds ? { decisionIds } : {}),
      ...at,
    }
  }

  const rowOf = (block: Block, row: Block['rows'][number]): MoneyGridRow => {
    const { meaning } = row
    const at = meaning.kind === 'place' ? { place: meaning.place, withBelow: false } : { sourceId: meaning.sourceId }
    const isScheme = meaning.kind === 'place' && meaning.place.kind === 'scheme'
    return {
      id: `${block.table} ${meaning.kind === 'place' ? meaning.place.id : meaning.sourceId}`,
      label: row.label,
      depth: 2,
      isParent: false,
      ...(isScheme ? { href: `/schemes/${meaning.place.id}` } : {}),
      cells: across((index) => {
        const cell = row.cells[index] ?? { kind: 'none' }
        const column = report.columns[index]?.column
        const year = column?.kind === 'year' ? column.startYear : column?.kind === 'total' ? null : undefined
        const faults =
          meaning.kind === 'place' && year !== undefined ? ledgerFaults(facts, block.table, meaning.place.id, year) : []
        const marks = faults.map(({ words }): Mark => ({ kind: 'check', words: `check: ${words.what}` }))
        return cellOf(cell, figureOf(block.table, index, at), marks)
      }),
    }
  }

  const rowsOf = (block: Block): MoneyGridRow[] => {
    const rows = block.rows.map((row) => rowOf(block, row))
    const totals: MoneyGridRow = {
      id: `${block.table} totals`,
      label: block.totals.label,
      depth: 2,
      isParent: false,
      look: 'total',
      cells: across((index) => {
        const amount = block.totals.cells[index]
        return amount === undefined
          ? { kind: 'blank' }
          : { kind: 'money', amount, figure: figureOf(block.table, index, {}) }
      }),
    }
    const rounding = roundingRow(columns, rows, totals, view.unit)
    const nothing: MoneyGridRow = {
      id: `${block.table} nothing`,
      label: 'Nothing recorded',
      depth: 2,
      isParent: false,
      cells: {},
    }
    return [
      {
        id: block.table,
        label: `${letters[block.table]}  ${block.title}`,
        depth: 1,
        isParent: true,
        look: 'group',
        cells: {},
      },
      ...(rows.length === 0 ? [nothing] : rows),
      ...(rounding ? [{ ...rounding, id: `${block.table} rounding`, depth: 2 }] : []),
      totals,
    ]
  }

  const footRows = report.controls.map(
    (control): MoneyGridRow => ({
      id: control.name,
      label: control.label,
      depth: 1,
      isParent: false,
      look: 'difference',
      cells: across((index) => cellOf(control.cells[index] ?? { kind: 'none' }, undefined, [])),
    }),
  )

  return (
    <div className={classes.side}>
      <MoneyGrid
        name="Capital funding and cash flow"
        unit={view.unit}
        period={`all years, as at ${formatDay(asAt.day)}`}
        rowHeading="From the ledger"
        columns={columns}
        rows={[report.previousAuthority, report.authority, report.funding].flatMap(rowsOf)}
        footRows={footRows}
      />
      {report.allocationsElsewhere.map(({ label, cells }) => {
        const [total] = cells
        return (
          <p key={label} className={classes.note}>
            Outside these tables: {total?.kind === 'amount' ? formatInSentence(total.amount) : 'an amount'} is allocated
            to {label} itself.
          </p>
        )
      })}
    </div>
  )
}

function cellOf(cell: ReportCell, figure: FigureAddress | undefined, marks: readonly Mark[]): MoneyGridCell {
  switch (cell.kind) {
    case 'amount':
      return { kind: 'money', amount: cell.amount, figure, marks }
    case 'given-at':
      return { kind: 'missing', missing: cell.place === 'theme' ? 'at-theme' : 'at-programme', marks }
    case 'unfunded':
      return { kind: 'words', text: 'unfunded', marks }
    case 'none':
      return { kind: 'missing', missing: 'none', figure, marks }
    default:
      return { kind: 'missing', missing: cell.kind, marks }
  }
}
