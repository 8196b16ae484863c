/** The median of what was measured. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

export const ROUNDS = 5

/** Milliseconds of each side: the sides in turn, round by round, so that what else the machine does falls on all of them. */
export const compare = async <Side extends string>(
  sides: Record<Side, () => unknown>,
  rounds = ROUNDS,
): Promise<Record<Side, number>> => {
  const names = Object.keys(sides) as Side[]
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>
  // One round that does not count: nobody starts a program to ask it one thing.
  for (let round = -1; round < rounds; round += 1) {
    for (const name of names) {
      const from = performance.now()
      const own = await sides[name]()
      // A side that prepares something gives the milliseconds that count.
      const took = typeof own === 'number' ? own : performance.now() - from
      if (round >= 0) measured[name].push(took)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(measured[name])])) as Record<Side, number>
}

/** The milliseconds of some work. */
export const timed = async (work: () => unknown): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}
