import { formatDay } from '../../../domain/inWords.ts'
import { countOf } from '../../lib/format.ts'
import type { DraftFacts } from './draftFacts.ts'

/** What happens next with a draft, and who does it. */
export const draftNextStep = ({ draft, stops, certifiers, preparedBy, mayCertify }: DraftFacts): string => {
  const who = certifiers.join(' or ').toLowerCase()
  switch (draft.status) {
    case 'draft':
      return stops.length === 0
        ? 'read its pages and prepare it. That fixes the moment that it shows; then a second person certifies it.'
        : `${countOf(stops.length, 'thing stands', 'things stand')} in the way of preparing it, listed below.`
    case 'prepared':
      return mayCertify
        ? `${preparedBy ?? 'Somebody'} prepared it. You can certify it, or send it back with a reason.`
        : `it waits to be certified by the ${who}. Whoever wrote or prepared it cannot: ${preparedBy ?? 'somebody else'}.`
    case 'certified':
      return 'it can be issued. What is issued cannot be changed afterwards; a later issue takes its place.'
    case 'issued':
      return `it was issued${draft.certifiedOn ? `, certified on ${formatDay(draft.certifiedOn)}` : ''}.`
  }
}
