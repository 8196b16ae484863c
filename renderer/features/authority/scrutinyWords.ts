import type { CallIn } from '../../../domain/authority/authorityRequest.ts'

export const scrutinyWords: Record<NonNullable<CallIn['outcome']>, string> = {
  released: 'Released',
  referred_back: 'Referred back to the decision taker',
  full_council: 'Sent to full council',
}
