import type { StartYear } from '../financialYear.ts'
import type { Level, Place } from '../ledger/entry.ts'
import { keyOf } from '../ledger/movementRules.ts'
import { type Pence, sum } from '../money.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import { bcfSource } from './bcfSource.ts'
import type { ReturnLine } from './completeness.ts'
import { schemeValues, textValue } from './schemeValues.ts'

/** A line of a return before its amounts: a place and one of the sources of its money. */
export interface PlacedReturnLine extends ReturnLine {
  place: Place
  /** The amount of a level in a year; null where nothing is recorded. */
  amountIn: (level: Level, startYear: StartYear) => Pence | null
}

/** A line for every scheme, theme or programme and source with money at these levels in these years, in the users' order. */
export const returnLines = (
  facts: ProgrammeFacts,
  levels: readonly Level[],
  years: readonly StartYear[],
): PlacedReturnLine[] => {
  const own = facts.balances.filter(({ level, startYear }) => levels.includes(level) && years.includes(startYear))
  const bySource = Map.groupBy(own, ({ place, sourceId }) => `${keyOf(place)} ${sourceId ?? ''}`)
  const sortOf = orderOf(facts)
  return [...bySource.entries()]
    .flatMap(([key, lines]): PlacedReturnLine[] => {
      const [first] = lines
      if (!first) return []
      const scheme = facts.schemes.find(({ id }) => id === first.place.id)
      const source = facts.sources.find(({ id }) => id === first.sourceId)
      const name = nameOf(first.place, facts)
      return [
        {
          id: key.replaceAll(' ', '/'),
          place: first.place,
          name,
          values: {
            ...(scheme ? schemeValues(scheme) : { schemeName: textValue(name) }),
            source: source ? textValue(bcfSource(source)) : null,
          },
          amountIn: (level, startYear) => amountOf(lines, level, startYear),
        },
      ]
    })
    .sort((one, other) => sortOf(one.place) - sortOf(other.place) || (one.id < other.id ? -1 : 1))
}

const amountOf = (lines: readonly BalanceLine[], level: Level, startYear: StartYear): Pence | null => {
  const here = lines.filter((line) => line.level === level && line.startYear === startYear)
  return here.length === 0 ? null : sum(here.map(({ amount }) => amount))
}

/** Schemes, then what stands on themes, then what stands on the programme. */
const orderOf = ({ schemes, themes }: ProgrammeFacts): ((place: Place) => number) => {
  const bySort = <T extends { sort: number; id: string }>(things: readonly T[]) =>
    things.toSorted((one, other) => one.sort - other.sort || (one.id < other.id ? -1 : 1))
  const order = new Map<string, number>([...bySort(schemes), ...bySort(themes)].map(({ id }, at) => [id, at]))
  return ({ id }) => order.get(id) ?? order.size
}

const nameOf = ({ kind, id }: Place, { programme, themes, schemes }: ProgrammeFacts): string => {
  if (kind === 'scheme') return schemes.find((scheme) => scheme.id === id)?.name ?? id
  const name = kind === 'theme' ? themes.find((theme) => theme.id === id)?.name : programme.name
  return `${name ?? id}, as a whole`
}
