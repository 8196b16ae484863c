import type { inferOutput } from '@trpc/tanstack-react-query'
import type { Place } from '../../../domain/ledger/entry.ts'
import type { trpc } from '../../lib/trpc.ts'

export type RegisterFacts = inferOutput<typeof trpc.authority.screen>
export type RegisterDecision = RegisterFacts['register']['decisions'][number]

/** What a place is called; the programme by that word. */
export const placeName = (
  {
    themes,
    schemes,
  }: { themes: readonly { id: string; name: string }[]; schemes: readonly { id: string; name: string }[] },
  place: Place,
): string => {
  if (place.kind === 'programme') return 'Whole programme'
  const found = (place.kind === 'theme' ? themes : schemes).find(({ id }) => id === place.id)
  return found?.name ?? place.id
}
