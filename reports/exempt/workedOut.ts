/** A sum of amounts by their numbers, each as often as its coefficient says, that comes to nothing. */
export type Equation = ReadonlyMap<number, bigint>

/**
 * Every unknown amount that the equations leave only one value for, with the equation that gives it from what is known.
 * A solution in whole pence is unique where it is unique in fractions: what may vary by a fraction may vary by its
 * multiple.
 */
export const workedOut = (
  equations: readonly Equation[],
  isUnknown: (amount: number) => boolean,
): Map<number, Equation> => {
  const solved = new Map<number, Equation>()
  /** By an unknown that is not solved for, the solved ones whose equations may hold it. */
  const holders = new Map<number, Set<number>>()
  const note = (pivot: number, equation: Equation) => {
    for (const amount of equation.keys()) {
      if (amount === pivot || !isUnknown(amount)) continue
      const known = holders.get(amount)
      if (known) known.add(pivot)
      else holders.set(amount, new Set([pivot]))
    }
  }
  const unknowns = equations
    .map((equation) => ({ equation, count: count(equation, isUnknown) }))
    .filter((each) => each.count > 0)
    .sort((one, other) => one.count - other.count || one.equation.size - other.equation.size)
  for (const { equation } of unknowns) {
    let left = equation
    for (const amount of equation.keys()) {
      const known = solved.get(amount)
      if (known) left = without(left, known, amount)
    }
    const pivot = [...left.keys()].find(isUnknown)
    if (pivot === undefined) continue
    for (const holder of holders.get(pivot) ?? []) {
      const held = solved.get(holder)
      if (!held?.has(pivot)) continue
      const next = without(held, left, pivot)
      solved.set(holder, next)
      note(holder, next)
    }
    holders.delete(pivot)
    solved.set(pivot, left)
    note(pivot, left)
  }
  return new Map([...solved].filter(([, equation]) => count(equation, isUnknown) === 1))
}

const count = (equation: Equation, isUnknown: (amount: number) => boolean): number => {
  let found = 0
  for (const amount of equation.keys()) if (isUnknown(amount)) found += 1
  return found
}

/** The equation less as much of the other as takes an amount out of it. */
const without = (equation: Equation, other: Equation, amount: number): Equation => {
  const [own, taken] = [equation.get(amount) ?? 0n, other.get(amount) ?? 0n]
  if (own === 0n) return equation
  const next = new Map<number, bigint>()
  for (const [at, coefficient] of equation) next.set(at, coefficient * taken)
  for (const [at, coefficient] of other) next.set(at, (next.get(at) ?? 0n) - coefficient * own)
  let divisor = 0n
  for (const [at, coefficient] of next) {
    if (coefficient === 0n) next.delete(at)
    else divisor = greatestDivisor(divisor, coefficient)
  }
  if (divisor > 1n) for (const [at, coefficient] of next) next.set(at, coefficient / divisor)
  return next
}

const greatestDivisor = (one: bigint, other: bigint): bigint => {
  let [larger, smaller] = [one < 0n ? -one : one, other < 0n ? -other : other]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
