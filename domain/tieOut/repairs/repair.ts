import type { Id } from '../../id.ts'
import type { Level } from '../../ledger/entry.ts'
import { type Pence, sum, ZERO } from '../../money.ts'
import type { BalanceLine, ProgrammeFacts } from '../../programme/facts.ts'
import type { StatedDocument, StatedFigure, StatedMeaning } from '../stated.ts'
import { keyOfColumn, keyOfRow, type TableName } from '../statedTable.ts'

/** One thing that may be wrong in a document, as the change that would set it right. */
export type Repair = {
  /** The same whenever the same thing is at fault. */
  key: string
  documentId: Id
  /** The figures that change, the one at fault first. */
  changes: { figure: StatedFigure; value: Pence | null }[]
} & (
  | { kind: 'figure' }
  | { kind: 'shift'; belongs: StatedFigure }
  | { kind: 'repeat' }
  | { kind: 'move'; schemeId: Id; themeId: Id; figures: StatedFigure[] }
)

type Cell = Extract<StatedMeaning, { kind: 'cell' }>

const levelOf: Record<TableName, Level> = {
  'previous-authority': 'authority',
  authority: 'authority',
  funding: 'allocation',
  'expenditure-plan': 'plan',
}

/** The facts as they would be with the repair. A ledger that repeats what the document prints follows it. */
export const repaired = (facts: ProgrammeFacts, repair: Repair): ProgrammeFacts => {
  if (repair.kind === 'move') {
    const { schemeId, themeId } = repair
    return {
      ...facts,
      memberships: facts.memberships.map((each) => (each.schemeId === schemeId ? { ...each, themeId } : each)),
    }
  }
  const values = new Map(repair.changes.map(({ figure, value }) => [figure.id, value]))
  const document = facts.documents.find(({ id }) => id === repair.documentId)
  if (!document) return facts
  const after: StatedDocument = {
    ...document,
    figures: document.figures.map((figure) => {
      const value = values.get(figure.id)
      return value === undefined ? figure : { ...figure, value }
    }),
  }
  return ledgerAfter(
    { ...facts, documents: facts.documents.map((each) => (each === document ? after : each)) },
    document,
    after,
    repair,
  )
}

const ledgerAfter = (
  facts: ProgrammeFacts,
  before: StatedDocument,
  after: StatedDocument,
  { changes }: Repair,
): ProgrammeFacts => {
  let next = facts
  const seen = new Set<string>()
  for (const { figure } of changes) {
    const { meaning } = figure
    if (
      meaning?.kind !== 'cell' ||
      (meaning.row.kind !== 'place' && meaning.row.kind !== 'source') ||
      meaning.column.kind !== 'year'
    )
      continue
    const key = keyOfCell(meaning)
    if (seen.has(key)) continue
    seen.add(key)
    const [was, is] = [printedSum(before, key), printedSum(after, key)]
    const isSame = isLineOf(meaning, facts)
    const changed = <Line extends BalanceLine>(lines: Line[]): Line[] =>
      lines.flatMap((line) =>
        isSame(line) && line.amount === was ? (is === 0 ? [] : [{ ...line, amount: is }]) : [line],
      )
    const isNew =
      was === ZERO &&
      is !== ZERO &&
      !next.balances.some(isSame) &&
      !next.decisions.some((each) => each.lines.some(isSame))
    next = {
      ...next,
      balances: changed(next.balances),
      posted: changed(next.posted),
      decisions: next.decisions.map((decision) => ({
        ...decision,
        lines: decision.lines.flatMap((line) =>
          isSame(line) && line.amount === was ? (is === ZERO ? [] : [{ ...line, amount: is }]) : [line],
        ),
      })),
    }
    if (isNew) next = withLine(next, after, meaning, is)
  }
  return next
}

const keyOfCell = ({ table, row, column }: Cell): string => `${table} ${keyOfRow(row)} ${keyOfColumn(column)}`

const printedSum = (document: StatedDocument, key: string): Pence =>
  sum(
    document.figures.map(({ meaning, value }) =>
      meaning?.kind === 'cell' && keyOfCell(meaning) === key ? (value ?? 0) : 0,
    ),
  )

const isLineOf =
  ({ table, row, column }: Cell, facts: ProgrammeFacts) =>
  (line: Pick<BalanceLine, 'level' | 'place' | 'startYear' | 'sourceId'>): boolean => {
    if (line.level !== levelOf[table] || column.kind !== 'year' || line.startYear !== column.startYear) return false
    return row.kind === 'source'
      ? line.sourceId === row.sourceId && line.place.id === facts.programme.id
      : row.kind === 'place' && line.place.id === row.place.id
  }

/** A line that the ledger lacks as the document does: in the plan, or in the decision that has the lines of its table. */
const withLine = (
  facts: ProgrammeFacts,
  { decisionId }: StatedDocument,
  { table, row, column }: Cell,
  amount: Pence,
): ProgrammeFacts => {
  if (column.kind !== 'year' || row.kind === 'total' || row.kind === 'subtotal') return facts
  const line: BalanceLine = {
    level: levelOf[table],
    place: row.kind === 'place' ? row.place : { kind: 'programme', id: facts.programme.id },
    startYear: column.startYear,
    sourceId: row.kind === 'source' ? row.sourceId : null,
    nature: 'capital',
    amount,
  }
  if (table === 'expenditure-plan') return { ...facts, balances: [...facts.balances, line] }
  const decision = facts.decisions.find(({ id, lines }) =>
    table === 'funding'
      ? lines.some(
          ({ level, place, sourceId }) => level === 'allocation' && place.kind === 'programme' && sourceId !== null,
        )
      : id === decisionId,
  )
  if (!decision) return facts
  const isPosted = decision.status === 'effective'
  const { level: _, ...rest } = line
  const own = { ...rest, level: table === 'funding' ? ('allocation' as const) : ('authority' as const) }
  return {
    ...facts,
    decisions: facts.decisions.map((each) => (each === decision ? { ...each, lines: [...each.lines, own] } : each)),
    balances: isPosted ? [...facts.balances, line] : facts.balances,
    posted: isPosted ? [...facts.posted, { ...line, decisionId: decision.id }] : facts.posted,
  }
}
