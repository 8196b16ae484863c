import type { Level } from '../../../domain/ledger/entry.ts'
import { type Pence, pence, sum } from '../../../domain/money.ts'

/** The figure itself: the first level less the others, as held is authority less what is released. */
export const amountOf = (levels: readonly Level[], lines: readonly { level: Level; amount: Pence }[]): Pence => {
  const of = (level: Level) => sum(lines.filter((line) => line.level === level).map((line) => line.amount))
  const [first, ...others] = levels
  return first === undefined ? pence(0) : pence(others.reduce((left, level) => left - of(level), of(first) as number))
}
