import type { Benefit } from './benefit.ts'

/** R37: pairs of one name and measure in two schemes, which may be counted twice; each pair once. */
export const alike = (benefits: readonly Benefit[]): { one: Benefit; other: Benefit }[] => {
  const open = benefits.filter(({ status }) => status !== 'closed' && status !== 'not_realised')
  const groups = Map.groupBy(open, ({ name, measure }) => `${plain(name)} / ${plain(measure)}`)
  return [...groups.values()].flatMap(([one, ...rest]) =>
    rest.flatMap((other) => (one && one.schemeId !== other.schemeId ? [{ one, other }] : [])),
  )
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
