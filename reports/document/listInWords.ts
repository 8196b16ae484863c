/** `A`, `A and B`, `A, B and C`; with semicolons where a comma stands in one of them. */
export const listInWords = (items: readonly string[]): string => {
  if (items.length < 2) return items[0] ?? ''
  const [between, last] = items.some((item) => item.includes(', ')) ? ['; ', '; and '] : [', ', ' and ']
  return `${items.slice(0, -1).join(between)}${last}${items.at(-1)}`
}

/** `approved_with_conditions` as `Approved with conditions`. */
export const stateInWords = (state: string): string => {
  const words = state.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** `1 scheme`, `2 schemes`. */
export const countInWords = (count: number, one: string, many = `${one}s`): string =>
  `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`
