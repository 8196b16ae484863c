/** So many choices are tried for the fewest; after that the one that hits most is taken each time. */
const MOST_TRIED = 20_000

/** The fewest numbers of which at least one is in each set; of equal choices the one that stands earlier in its set. */
export const fewestThatHit = (sets: readonly (readonly number[])[]): number[] => {
  const hit: number[] = []
  for (const group of groupsOf(sets)) hit.push(...fewestOfGroup(group))
  return hit
}

const fewestOfGroup = (sets: readonly (readonly number[])[]): number[] => {
  let tried = 0
  const choose = (left: readonly (readonly number[])[], depth: number): number[] | null => {
    if (left.length === 0) return []
    if (depth === 0 || tried > MOST_TRIED) return null
    const smallest = left.reduce((one, other) => (other.length < one.length ? other : one))
    for (const candidate of smallest) {
      tried += 1
      const rest = choose(
        left.filter((set) => !set.includes(candidate)),
        depth - 1,
      )
      if (rest !== null) return [candidate, ...rest]
    }
    return null
  }
  for (let depth = 1; depth <= sets.length && tried <= MOST_TRIED; depth += 1) {
    const found = choose(sets, depth)
    if (found !== null) return found
  }
  return oneByOne(sets)
}

const oneByOne = (sets: readonly (readonly number[])[]): number[] => {
  const chosen: number[] = []
  for (let left = sets; left.length > 0; ) {
    const counts = new Map<number, number>()
    for (const candidate of left.flat()) counts.set(candidate, (counts.get(candidate) ?? 0) + 1)
    const best = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one))[0]
    chosen.push(best)
    left = left.filter((set) => !set.includes(best))
  }
  return chosen
}

/** Sets that share no number, directly or through others, are chosen for by themselves. */
const groupsOf = (sets: readonly (readonly number[])[]): (readonly number[])[][] => {
  const groups: { numbers: Set<number>; sets: (readonly number[])[] }[] = []
  for (const set of sets) {
    const joined = groups.filter(({ numbers }) => set.some((number) => numbers.has(number)))
    for (const each of joined) groups.splice(groups.indexOf(each), 1)
    groups.push({
      numbers: new Set([...set, ...joined.flatMap(({ numbers }) => [...numbers])]),
      sets: [...joined.flatMap((each) => each.sets), set],
    })
  }
  return groups.map((group) => group.sets)
}
