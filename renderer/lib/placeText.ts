import { Id } from '../../domain/id.ts'
import type { Place } from '../../domain/ledger/entry.ts'

/** A place as the value of an option in a list. */
export const placeText = (place: Place): string => `${place.kind} ${place.id}`

/** The place that an option means; null for none. */
export const readPlace = (text: string): Place | null => {
  const [kind, id] = text.split(' ')
  const parsed = Id.safeParse(id)
  if (!parsed.success || (kind !== 'programme' && kind !== 'theme' && kind !== 'scheme')) return null
  return { kind, id: parsed.data }
}
