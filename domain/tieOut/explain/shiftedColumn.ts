import { pence } from '../../money.ts'
import { type Explained, type Explaining, keysOf } from '../explaining.ts'
import type { Discrepancy } from '../finding.ts'
import { amountIn, keyOfLine, linesOf } from '../statedTable.ts'

/** Two columns of one table that are off by the same amount, one up and one down: an amount stands under the wrong heading. */
export const explainShiftedColumn = ({ all, search }: Explaining, discrepancy: Discrepancy): Explained | undefined => {
  const { difference, evidence } = discrepancy
  const own = evidence.cast
  if (!own?.column || !difference) return undefined
  const partner = all.find(
    ({ rule, difference: other, evidence: { document, cast } }) =>
      rule === 'R02' &&
      document === evidence.document &&
      cast?.table.name === own.table.name &&
      cast.column !== null &&
      other === -difference,
  )?.evidence.cast
  if (!partner?.column) return undefined
  // The rows add to too much under the heading where the amount stands, and to too little where it belongs.
  const [under, belongs] = difference > 0 ? [own.column, partner.column] : [partner.column, own.column]
  const { lines, unique } = search(linesOf(own.table, under), pence(Math.abs(difference)))
  const rows = own.table.rows.filter((row) => lines.some((line) => line.key === keyOfLine(row, under)))
  const isFreeThere = rows.every((row) => amountIn(row, belongs.key) === 0)
  if (lines.length === 0 || !isFreeThere) return undefined
  return {
    explanation: { kind: 'shifted-column', lines, unique, under: under.label, belongs: belongs.label },
    cause: `shifted-column:${evidence.document?.id}:${own.table.name}:${keysOf(lines)}`,
  }
}
