/**
 * Fewer items for a picture, in their order: the first, the last, and within each stretch those with the least and the
 * most of every value, so that no peak is lost. `values` give null where an item has none.
 */
export const thin = <Item>(
  items: readonly Item[],
  values: readonly ((item: Item) => number | null)[],
  most: number,
): Item[] => {
  if (items.length <= most) return [...items]
  const stretches = Math.max(1, Math.floor((most - 2) / (2 * values.length)))
  const kept = new Set([0, items.length - 1])
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * items.length) / stretches)
    const to = Math.floor(((stretch + 1) * items.length) / stretches)
    for (const read of values) {
      for (const index of extremes(items, from, to, read)) kept.add(index)
    }
  }
  return [...kept].sort((a, b) => a - b).flatMap((index) => items.slice(index, index + 1))
}

/** Where the least and the most stand, the earlier one of equals. */
function extremes<Item>(
  items: readonly Item[],
  from: number,
  to: number,
  read: (item: Item) => number | null,
): number[] {
  let least: { index: number; value: number } | undefined
  let most: { index: number; value: number } | undefined
  for (const [offset, item] of items.slice(from, to).entries()) {
    const value = read(item)
    if (value === null) continue
    const index = from + offset
    if (!least || value < least.value) least = { index, value }
    if (!most || value > most.value) most = { index, value }
  }
  return [least, most].flatMap((each) => (each ? [each.index] : []))
}
