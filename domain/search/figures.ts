import { columnHolds, type ReportColumn, type YearRange } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Level, Place } from '../ledger/entry.ts'
import type { Pence } from '../money.ts'
import { type Cell, type Cells, cellsOf, moneyLevels, planLessOf, recorded, type Scope } from '../portfolio/cell.ts'
import { linesByPlace } from '../portfolio/linesByPlace.ts'
import { type PortfolioRow, portfolio } from '../portfolio/portfolio.ts'
import type { SchemeLevel } from '../portfolio/schemeMoney.ts'
import type { YearTest } from '../portfolio/standing.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import type { StatedPlace } from '../tieOut/stated.ts'

/** A column of the tables, or the years that a screen takes together. */
export type Span = ReportColumn | ({ kind: 'range' } & YearRange)

/** A cell of the portfolio, of a scheme or of the funding tables. */
export interface LedgerFigure {
  kind: 'ledger'
  amount: Pence
  level: SchemeLevel | 'plan-less-allocation' | 'plan-less-authority'
  /** Null for the schemes without a theme, which are no place together. */
  place: Place | null
  name: string
  span: Span
  /** Left out for all sources together; null for what has no source stated. */
  source?: { id: Id; name: string } | null
  /** What is held of a theme's authority follows the scheme's plan and is made of that. */
  followsPlan: boolean
}

/** A line of a decision on record. */
export interface DecisionFigure {
  kind: 'decision'
  amount: Pence
  decisionId: Id
  reference: string
  level: Level
  name: string
  startYear: number
}

/** A figure as a document prints it. */
export interface PrintedFigure {
  kind: 'printed'
  amount: Pence
  documentId: Id
  title: string
  printed: string
  place: StatedPlace
  /** Whether it stands in a table that is drawn again, and not in a sentence. */
  isInTable: boolean
}

export type Figure = LedgerFigure | DecisionFigure | PrintedFigure

/** Every figure that screens show for these years and that documents print, to be looked up by its amount. */
export const figuresOf = (facts: ProgrammeFacts, years: YearRange): Figure[] => [
  ...ledgerFigures(facts, years),
  ...decisionFigures(facts),
  ...printedFigures(facts),
]

function ledgerFigures(facts: ProgrammeFacts, years: YearRange): LedgerFigure[] {
  const { startYear, endYear } = facts.programme
  const shown = portfolio(facts, years)
  const whole = portfolio(facts, { from: startYear, to: endYear })
  const figures = rowsOf(shown.programme).flatMap((row) => [
    ...rowFigures(row, row.range, { kind: 'range', ...years }),
    ...row.columns.flatMap((money, index) => rowFigures(row, money, shown.columns[index])),
  ])
  // The page of a scheme is drawn for all years of the programme, whatever years the reader has chosen.
  const known = new Set(shown.columns.map(columnKey))
  const others = whole.columns.filter((column) => !known.has(columnKey(column)))
  const atSchemes = rowsOf(whole.programme)
    .filter((row) => row.kind === 'scheme')
    .flatMap((row) =>
      row.columns.flatMap((money, index) => {
        const column = whole.columns[index]
        return column && others.includes(column) ? rowFigures(row, money, column) : []
      }),
    )
  return [...figures, ...atSchemes, ...releasedFigures(facts, whole.columns), ...sourceFigures(facts, whole.columns)]
}

const rowsOf = (row: PortfolioRow): PortfolioRow[] => [row, ...row.children.flatMap(rowsOf)]

const columnKey = (column: ReportColumn): string => `${column.kind} ${column.kind === 'total' ? '' : column.startYear}`

function rowFigures(row: PortfolioRow, money: Cells, span: Span | undefined): LedgerFigure[] {
  if (!span) return []
  const place: Place | null = row.id === null || row.kind === 'no-theme' ? null : { kind: row.kind, id: row.id }
  const of = (level: LedgerFigure['level'], cell: Cell): LedgerFigure[] =>
    cell.kind !== 'amount'
      ? []
      : [
          {
            kind: 'ledger',
            amount: cell.amount,
            level,
            place,
            name: row.name,
            span,
            followsPlan: level === 'held' && money.authority.kind !== 'amount',
          },
        ]
  const planLess = planLessOf(money)
  return [
    ...moneyLevels.flatMap((level) => of(level, money[level])),
    // Where nothing is allocated or authorised the difference is the plan over again.
    ...(money.allocation.kind === 'amount' ? of('plan-less-allocation', planLess.allocation) : []),
    ...(money.authority.kind === 'amount' ? of('plan-less-authority', planLess.authority) : []),
  ]
}

/** What is released of each scheme: only its own page shows that. */
function releasedFigures(facts: ProgrammeFacts, columns: readonly ReportColumn[]): LedgerFigure[] {
  const linesAt = linesByPlace(facts.balances.filter((line) => line.level === 'released'))
  return facts.schemes.flatMap(({ id, name }) => {
    const lines = linesAt(id)
    const scope: Scope = { own: lines, all: lines, above: [] }
    return lines.length === 0
      ? []
      : columns.flatMap((span) => {
          const cell = recorded(scope, 'released', (year) => columnHolds(span, year))
          const place: Place = { kind: 'scheme', id }
          return cell.kind === 'amount'
            ? [
                {
                  kind: 'ledger' as const,
                  amount: cell.amount,
                  level: 'released' as const,
                  place,
                  name,
                  span,
                  followsPlan: false,
                },
              ]
            : []
        })
  })
}

/** The same by source, for each scheme and for the programme as a whole; not where no source is stated at all. */
function sourceFigures(facts: ProgrammeFacts, columns: readonly ReportColumn[]): LedgerFigure[] {
  const linesAt = linesByPlace(facts.balances)
  const sources = new Map<string, { id: Id; name: string }>(facts.sources.map((source) => [source.id, source]))
  const at = (place: Place, name: string, lines: readonly BalanceLine[]): LedgerFigure[] => {
    const bySource = Map.groupBy(lines, (line) => line.sourceId)
    if ([...bySource.keys()].every((id) => id === null)) return []
    return [...bySource].flatMap(([id, own]) => {
      const known = id === null ? undefined : sources.get(id)
      const source = known ? { id: known.id, name: known.name } : null
      const scope: Scope = { own, all: own, above: [] }
      return columns.flatMap((span) => {
        const holds: YearTest = (year) => columnHolds(span, year)
        const cells: Cells & Partial<Record<SchemeLevel, Cell>> = {
          ...cellsOf(scope, holds),
          released: recorded(scope, 'released', holds),
        }
        return Object.entries(cells).flatMap(([level, cell]): LedgerFigure[] =>
          cell.kind !== 'amount'
            ? []
            : [
                {
                  kind: 'ledger',
                  amount: cell.amount,
                  level: level as SchemeLevel,
                  place,
                  name,
                  span,
                  source,
                  followsPlan: false,
                },
              ],
        )
      })
    })
  }
  const { id, name } = facts.programme
  return [
    ...at({ kind: 'programme', id }, name, facts.balances),
    ...facts.schemes.flatMap((scheme) => at({ kind: 'scheme', id: scheme.id }, scheme.name, linesAt(scheme.id))),
  ]
}

function decisionFigures(facts: ProgrammeFacts): DecisionFigure[] {
  const names = new Map<string, string>(
    [facts.programme, ...facts.themes, ...facts.schemes].map(({ id, name }) => [id, name]),
  )
  return facts.decisions.flatMap(({ id, reference, lines }) =>
    lines.map(({ level, place, startYear, amount }) => ({
      kind: 'decision',
      amount,
      decisionId: id,
      reference,
      level,
      name: names.get(place.id) ?? '',
      startYear,
    })),
  )
}

function printedFigures(facts: ProgrammeFacts): PrintedFigure[] {
  return facts.documents.flatMap(({ id, title, figures }) =>
    figures.flatMap(({ value, printed, place, meaning }): PrintedFigure[] =>
      value === null
        ? []
        : [
            {
              kind: 'printed',
              amount: value,
              documentId: id,
              title,
              printed,
              place,
              isInTable: meaning?.kind === 'cell',
            },
          ],
    ),
  )
}
