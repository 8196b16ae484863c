import type { StartYear } from '../financialYear.ts'
import { type Pence, pence } from '../money.ts'

/** A year's outturn against its budget, in pence. A year that nobody has forecast is as budgeted. */
export interface YearVariance {
  startYear: StartYear
  variance: Pence
}

/** What a variance is made of; the three always add up to it. Pence. */
export interface VarianceSplit {
  startYear: StartYear
  variance: Pence
  /** Money that moves to a later year: minus where it leaves, plus where it arrives. */
  slippage: Pence
  /** Money that is spent earlier than budgeted: plus where it is spent, minus where it was expected. */
  acceleration: Pence
  /** What comes back in no other year. */
  overspend: Pence
}

/**
 * What is spent less in one year and more in another has moved between them, the earliest with the earliest; what is left
 * over is an over- or underspend of the year in which it stands. Slippage and acceleration each add to nothing over the years.
 */
export const splitVariance = (years: readonly YearVariance[]): VarianceSplit[] => {
  const inOrder = [...years].sort((a, b) => a.startYear - b.startYear)
  const split = inOrder.map(({ startYear, variance }) => ({ startYear, variance, slippage: 0, acceleration: 0 }))
  // What waits for its other half all has one sign: the first of the other sign takes it.
  const waiting: { index: number; left: number }[] = []
  for (const [index, { variance }] of inOrder.entries()) {
    let left: number = variance
    while (left !== 0) {
      const first = waiting[0]
      if (first === undefined || Math.sign(first.left) === Math.sign(left)) {
        waiting.push({ index, left })
        break
      }
      const moved = Math.sign(left) * Math.min(Math.abs(left), Math.abs(first.left))
      const [earlier, later] = [split[first.index], split[index]]
      if (!earlier || !later) break
      const kind = moved > 0 ? 'slippage' : 'acceleration'
      later[kind] += moved
      earlier[kind] -= moved
      left -= moved
      first.left += moved
      if (first.left === 0) waiting.shift()
    }
  }
  return split.map(({ startYear, variance, slippage, acceleration }) => ({
    startYear,
    variance,
    slippage: pence(slippage),
    acceleration: pence(acceleration),
    overspend: pence(variance - slippage - acceleration),
  }))
}
