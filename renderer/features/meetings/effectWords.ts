import type { OutcomeResult } from '../../../domain/board/meeting.ts'
import { formatInSentence, type Pence } from '../../../domain/money.ts'

interface Decided {
  result: OutcomeResult
  subjectKind: 'business_case' | 'authority_request' | 'other'
  /** Pence, all years; null for what asks for no money. */
  amount: Pence | null
  /** How many conditions are to be met before any of it is released. */
  conditionsBefore: number
}

/** What an outcome brings about once the chair has confirmed it. */
export const effectWords = ({ result, subjectKind, amount, conditionsBefore }: Decided): string => {
  if (subjectKind === 'other') return 'It is kept with the record. No business case and no money depends on it.'
  const what = subjectKind === 'business_case' ? 'business case' : 'request'
  const money = amount === null ? 'What it asks for' : formatInSentence(amount)
  switch (result) {
    case 'recommended':
      return `The ${what} is recommended and goes to the next body on its route. No money is released yet.`
    case 'not_recommended':
      return `The ${what} goes no further. A new version of it can be written.`
    case 'approved':
      return subjectKind === 'business_case'
        ? `${money} is approved and released for the scheme, as far as authority to spend is held for it.`
        : `The request for ${money} is approved. It counts once the decision is published and the call-in window has closed.`
    case 'approved_with_conditions':
      return subjectKind === 'business_case' && conditionsBefore > 0
        ? `${money} is approved. It is released when ${conditionsBefore === 1 ? 'its condition is' : 'its conditions are'} discharged by a second person.`
        : `${money} is approved. The conditions are met afterwards.`
    case 'deferred':
      return `The ${what} can come back to another agenda as it is. Nothing is decided.`
    case 'referred_back':
      return `The ${what} goes back to who wrote it. It can come again as a new version.`
    case 'refused':
      return `The ${what} is refused. No money follows from it.`
    case 'noted':
      return 'The board takes note. Nothing changes by it.'
  }
}
