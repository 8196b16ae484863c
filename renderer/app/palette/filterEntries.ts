import { rank } from '../../../domain/search/rank.ts'
import { type Entry, type Group, groups } from './entry.ts'

/** So many of a group are listed; figures are all listed, as the server has limited them already. */
const MOST_OF_GROUP = 12

export interface EntryGroup {
  group: Group
  entries: Entry[]
  /** How many more there are than are listed. */
  more: number
}

/**
 * The entries that fit what is typed, by group in the order of groups and the best first; where figures equal it, who typed
 * an amount finds them first. What is without a query comes as it is.
 */
export const filterEntries = (entries: readonly Entry[], query: string): EntryGroup[] => {
  const isAsking = query.trim() !== ''
  const ranked = entries.flatMap((entry) => {
    if (!isAsking || entry.group === 'Figures') return [{ entry, at: 0 }]
    const at = rank(query, [entry.words, ...(entry.alsoCalled ?? [])])
    return at === undefined ? [] : [{ entry, at }]
  })
  const hasFigures = ranked.some(({ entry }) => entry.group === 'Figures')
  const inOrder = hasFigures ? (['Figures', ...groups.filter((group) => group !== 'Figures')] as const) : groups
  return inOrder.flatMap((group) => {
    const own = ranked.filter(({ entry }) => entry.group === group).sort((one, other) => one.at - other.at)
    const listed = isAsking && group !== 'Figures' ? own.slice(0, MOST_OF_GROUP) : own
    return own.length === 0
      ? []
      : [{ group, entries: listed.map(({ entry }) => entry), more: own.length - listed.length }]
  })
}
