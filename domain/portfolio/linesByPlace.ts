import type { Id } from '../id.ts'
import type { BalanceLine } from '../programme/facts.ts'

const placed = new WeakMap<readonly BalanceLine[], Map<Id, BalanceLine[]>>()

/** Each place that has lines, by its id, with its lines: the same list for the same place, so that what was added up of it is known. */
export const placesOf = <Line extends BalanceLine>(lines: readonly Line[]): ReadonlyMap<Id, Line[]> => {
  const known = placed.get(lines) as Map<Id, Line[]> | undefined
  if (known) return known
  const places = new Map<Id, Line[]>()
  let id: Id | undefined
  let here: Line[] = []
  lines.forEach((line) => {
    // Lines of one place mostly follow each other.
    if (line.place.id !== id) {
      id = line.place.id
      here = places.get(id) ?? []
      places.set(id, here)
    }
    here.push(line)
  })
  placed.set(lines, places)
  return places
}

export const linesByPlace = <Line extends BalanceLine>(lines: readonly Line[]): ((id: Id) => readonly Line[]) => {
  const places = placesOf(lines)
  return (id) => places.get(id) ?? []
}
