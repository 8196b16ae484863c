/** Round numbers at even distances from nought, between the least and the most that is drawn. */
export const axisTicks = (low: number, high: number, most = 5): number[] => {
  const [from, to] = [Math.min(0, low), Math.max(0, high)]
  if (from === to) return [0]
  const step = roundStep((to - from) / most)
  const first = Math.ceil(from / step)
  const last = Math.floor(to / step)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}

/** The next larger of 1, 2 and 5 times a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * ([1, 2, 5, 10].find((times) => times * power >= least) ?? 10)
}
