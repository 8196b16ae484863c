import type { ChangeKind } from '../../../domain/change/changeRequest.ts'
import type { Move } from '../../../domain/change/linesOfMove.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence } from '../../../domain/money.ts'
import type { ChangeFormFacts } from './changeFacts.ts'

/** What changes, for whoever leaves it to the figures to say so. */
export const movesInWords = (kind: ChangeKind, moves: readonly Move[], facts: ChangeFormFacts): string =>
  moves.map((move) => `${moveInWords(kind, move, facts)}.`).join(' ')

const moveInWords = (kind: ChangeKind, { from, to, amount }: Move, facts: ChangeFormFacts): string => {
  const nameOf = (id: string | undefined) =>
    [facts.programme, ...facts.themes, ...facts.schemes, ...facts.sources].find((each) => each.id === id)?.name ??
    'no stated source'
  const end = from ?? to
  const [money, place] = [formatInSentence(amount), nameOf(end?.place.id)]
  const year = end ? formatYear(end.startYear) : ''
  if (from && to) {
    if (kind === 'virement') return `${money} of ${place} goes to ${nameOf(to.place.id)} in ${year}`
    if (kind === 'funding_swap') {
      return `${money} of ${place} in ${year} is paid from ${nameOf(to.sourceId ?? undefined)} and no longer from ${nameOf(from.sourceId ?? undefined)}`
    }
    return `${money} of ${place} moves from ${year} to ${formatYear(to.startYear)}`
  }
  return from ? `${money} is taken from ${place} in ${year}` : `${money} is added to ${place} in ${year}`
}
