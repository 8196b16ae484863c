import type { Scheme } from '../../../domain/programme/scheme.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Rating } from '../../ui/Rating.tsx'
import { assuranceFields, assuranceWords, ratingFields } from './ratings.ts'

/** How the scheme is doing, and which assurances it has. */
export function Ratings({ scheme }: { scheme: Scheme }) {
  return (
    <Facts
      facts={[
        ...ratingFields.map(({ field, label }) => [label, <Rating key={field} value={scheme[field]} />] as const),
        ...assuranceFields.map(
          ({ field, label }) => [label, scheme[field] === 'not_recorded' ? '' : assuranceWords[scheme[field]]] as const,
        ),
      ]}
    />
  )
}
