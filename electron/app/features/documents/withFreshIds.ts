import type { Id } from '../../../../domain/id.ts'

/** A value with an id of its own in the place of each of these, wherever they stand in it. */
export const withFreshIds = <Value>(value: Value, ids: Iterable<string>, newId: () => Id): Value => {
  const fresh = new Map([...new Set(ids)].map((id) => [id, newId()]))
  const renamed = (part: unknown): unknown => {
    if (typeof part === 'string') return fresh.get(part) ?? part
    if (Array.isArray(part)) return part.map(renamed)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, renamed(each)]))
  }
  return renamed(value) as Value
}
