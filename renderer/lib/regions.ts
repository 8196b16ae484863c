/** The region after, or before, the one that has the focus; the first or last when none has. */
export const nextRegion = <Region>(
  regions: readonly Region[],
  current: Region | undefined,
  isBack: boolean,
): Region | undefined => {
  const index = current === undefined ? -1 : regions.indexOf(current)
  if (index === -1) return isBack ? regions.at(-1) : regions[0]
  return regions.at((index + (isBack ? -1 : 1)) % regions.length)
}
