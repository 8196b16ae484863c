import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import type { Organisation } from './organisation.ts'

/** The bodies that an organisation's work had passed to on a day: itself while it lasts, then its heirs in force. */
export const successorsInForce = (organisations: readonly Organisation[], id: Id, day: CalendarDay): Organisation[] => {
  const found = new Set<Organisation>()
  const seen = new Set<Id>()
  const follow = (each: Organisation) => {
    if (seen.has(each.id)) return
    seen.add(each.id)
    if (isInForce(each, day)) found.add(each)
    else for (const heir of organisations) if (heir.predecessorIds.includes(each.id)) follow(heir)
  }
  const start = organisations.find((each) => each.id === id)
  if (start) follow(start)
  return [...found]
}

/** The bodies that an organisation goes back to, nearest first, each once. */
export const predecessorsOf = (organisations: readonly Organisation[], id: Id): Organisation[] => {
  const found: Organisation[] = []
  let generation = organisations.filter((each) => each.id === id)
  while (generation.length > 0) {
    const parents = generation.flatMap((each) => each.predecessorIds)
    generation = organisations.filter((each) => parents.includes(each.id) && each.id !== id && !found.includes(each))
    found.push(...generation)
  }
  return found
}

/** Throws `succession-loop` when an organisation would be its own predecessor, at once or through others. */
export const checkSuccession = (organisations: readonly Organisation[]): void => {
  const byId = new Map(organisations.map((each) => [each.id, each]))
  const cleared = new Set<Id>()
  const climb = (each: Organisation, below: readonly Id[]) => {
    if (below.includes(each.id)) fail('succession-loop', { name: each.name })
    if (cleared.has(each.id)) return
    for (const parentId of each.predecessorIds) {
      const parent = byId.get(parentId)
      if (parent) climb(parent, [...below, each.id])
    }
    cleared.add(each.id)
  }
  for (const each of organisations) climb(each, [])
}

const isInForce = (organisation: Organisation, day: CalendarDay): boolean =>
  (organisation.validFromOn === null || organisation.validFromOn <= day) &&
  (organisation.validToOn === null || day <= organisation.validToOn)
