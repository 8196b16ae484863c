/** Random choices that a printed seed brings back. */
export interface Random {
  /** A whole number from nought up to, and not including, a limit. */
  below(limit: number): number
  pick<T>(list: readonly T[]): T
  /** True so many times in a hundred. */
  percent(chance: number): boolean
}

/** The generator "mulberry32": 32 bits of state are plenty for choosing moments and commands. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: (list) => {
      if (list.length === 0) throw new Error('There is nothing to pick from')
      return list[below(list.length)] as (typeof list)[number]
    },
    percent: (chance) => below(100) < chance,
  }
}
