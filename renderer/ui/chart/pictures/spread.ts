/** Moves labels apart that would lie on each other, as little as need be and in their order, between `from` and `to`. */
export const spread = (
  wanted: readonly number[],
  distance: number,
  { from, to }: { from: number; to: number },
): number[] => {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at)
  const placed = order.map(({ at }) => at)
  for (let index = 0; index < placed.length; index++) {
    const least = index === 0 ? from : (placed[index - 1] ?? from) + distance
    placed[index] = Math.max(placed[index] ?? 0, least)
  }
  for (let index = placed.length - 1; index >= 0; index--) {
    const most = index === placed.length - 1 ? to : (placed[index + 1] ?? to) - distance
    placed[index] = Math.min(placed[index] ?? 0, most)
  }
  const result = [...wanted]
  for (const [position, { index }] of order.entries()) result[index] = placed[position] ?? 0
  return result
}
