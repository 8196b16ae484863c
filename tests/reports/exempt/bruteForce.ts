import type { MadeReport } from './anyReport.ts'

/** By how much an amount is varied: sums of sums need no more. */
const steps = [0, 1, -1, 2, -2]

/**
 * Whether some other amounts than the true ones give the same shown ones, and differ in this one: by trying them all.
 */
export const mayDiffer = (sums: MadeReport['sums'], isUnknown: (at: number) => boolean, wanted: number): boolean => {
  const held = sums.filter((each) => each.some(({ at }) => isUnknown(at)))
  const unknowns = [wanted, ...new Set(held.flat().map(({ at }) => at))].filter(
    (at, index, all) => isUnknown(at) && all.indexOf(at) === index,
  )
  const change = new Map<number, number>()
  const holds = (sum: MadeReport['sums'][number]) => {
    const terms = sum.filter(({ at }) => isUnknown(at))
    return (
      terms.some(({ at }) => !change.has(at)) ||
      terms.reduce((all, { at, sign }) => all + sign * (change.get(at) ?? 0), 0) === 0
    )
  }
  const vary = (index: number): boolean => {
    const at = unknowns[index]
    if (at === undefined) return true
    const touched = held.filter((each) => each.some((term) => term.at === at))
    for (const step of index === 0 ? [1] : steps) {
      change.set(at, step)
      if (touched.every(holds) && vary(index + 1)) return true
    }
    change.delete(at)
    return false
  }
  return vary(0)
}
