import { pence, sum } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { ReturnLine, ReturnValue } from './completeness.ts'
import { type PlacedReturnLine, returnLines } from './returnLines.ts'
import type { ChosenTemplate } from './returnTemplate.ts'

/** The lines of the planning return: the plan of its years by scheme and source, and the share of each in all of it. */
export const planReturn = (facts: ProgrammeFacts, { years }: Pick<ChosenTemplate, 'years'>): ReturnLine[] => {
  const lines = returnLines(facts, ['plan'], years)
  const spendOf = ({ amountIn }: PlacedReturnLine) => sum(years.map((year) => amountIn('plan', year) ?? 0))
  const whole = sum(lines.map(spendOf))
  return lines.map((line): ReturnLine => {
    const amounts = years.map((year, at): [string, ReturnValue] => [
      `expenditure${at + 1}`,
      // A year for which nothing is planned costs nothing in the plan.
      { kind: 'amount', amount: line.amountIn('plan', year) ?? pence(0) },
    ])
    const shareOfSpend: ReturnValue =
      whole === 0 ? null : { kind: 'percent', basisPoints: Math.round((spendOf(line) * 10_000) / whole) }
    return { id: line.id, name: line.name, values: { ...line.values, ...Object.fromEntries(amounts), shareOfSpend } }
  })
}
