import type { Pence } from '../money.ts'
import type { ReturnField } from './returnTemplate.ts'

/** What stands in a cell of a return; null where nothing does. Shares in basis points. */
export type ReturnValue =
  | { kind: 'text'; text: string }
  | { kind: 'amount'; amount: Pence }
  | { kind: 'percent'; basisPoints: number }
  | null

/** A line of a return, by field. */
export interface ReturnLine {
  id: string
  /** What the line is called where it is spoken of. */
  name: string
  values: Readonly<Record<string, ReturnValue>>
}

/** A cell that a return cannot be sent with. */
export interface ReturnGap {
  line: ReturnLine
  field: ReturnField
  why: 'missing' | 'not-in-list' | 'outside-limits'
}

/** The cells that are missing, hold what the template does not offer, or an amount outside its limits. */
export const returnGaps = (fields: readonly ReturnField[], lines: readonly ReturnLine[]): ReturnGap[] =>
  lines.flatMap((line) =>
    fields.flatMap((field): ReturnGap[] => {
      const why = whyNot(field, line)
      return why === null ? [] : [{ line, field, why }]
    }),
  )

/** Whether a line has to fill in a field. */
export const isNeeded = ({ needed }: ReturnField, { values }: ReturnLine): boolean => {
  if (needed === 'always' || needed === 'never') return needed === 'always'
  const other = values[needed.field]
  return other?.kind === 'text' && needed.words.includes(other.text)
}

const whyNot = (field: ReturnField, line: ReturnLine): ReturnGap['why'] | null => {
  const value = line.values[field.id] ?? null
  if (value === null) return isNeeded(field, line) ? 'missing' : null
  if (value.kind === 'text' && field.words.length > 0 && !field.words.includes(value.text)) return 'not-in-list'
  if (value.kind === 'amount' && field.limits !== null) {
    const [least, most] = field.limits
    if (value.amount < least || value.amount > most) return 'outside-limits'
  }
  return null
}
