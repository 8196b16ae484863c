/** The list with one member a place further up (-1) or down (1); as it was where there is no such place. */
export const moved = <Item>(list: readonly Item[], item: Item, by: -1 | 1): Item[] => {
  const from = list.indexOf(item)
  const to = from + by
  const other = list[to]
  if (from < 0 || to < 0 || other === undefined) return [...list]
  return list.map((each, at) => (at === to ? item : at === from ? other : each))
}
