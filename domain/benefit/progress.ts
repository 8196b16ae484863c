import type { StartYear } from '../financialYear.ts'
import type { Benefit } from './benefit.ts'
import type { Quantity } from './quantity.ts'

/** Where a benefit stands on its way from its baseline to the target of a year. */
export interface Progress {
  startYear: StartYear
  target: Quantity
  actual: Quantity | null
  /** Basis points of the way from the baseline to the target; null while it cannot be said. */
  shareBp: number | null
}

/** By the last year that has an actual, and where none has, by the first target. */
export const progress = ({ baselineQuantity, targets, actuals }: Benefit): Progress | null => {
  const last = actuals.at(-1)
  const target =
    (last && targets.find(({ startYear }) => startYear >= last.startYear)) ?? (last ? targets.at(-1) : targets[0])
  if (!target) return null
  const actual = last?.quantity ?? null
  const way = baselineQuantity === null ? 0 : target.quantity - baselineQuantity
  const shareBp =
    actual === null || baselineQuantity === null || way === 0
      ? null
      : Math.round(((actual - baselineQuantity) / way) * 10_000)
  return { startYear: target.startYear, target: target.quantity, actual, shareBp }
}
