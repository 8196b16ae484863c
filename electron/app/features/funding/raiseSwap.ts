import { z } from 'zod'
import { programmeFacts } from '../../../../db/queries/programmeFacts.ts'
import type { Reading } from '../../../../db/schema.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { type ChangeRequest, NewChange } from '../../../../domain/change/changeRequest.ts'
import { fail } from '../../../../domain/errors.ts'
import { FundingSwap, swapLines, withSwaps } from '../../../../domain/funding/fundingSwap.ts'
import { waterfallFacts } from '../../../../domain/funding/waterfallFacts.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Service } from '../../command.ts'
import { raiseChange } from '../changes/raiseChange.ts'

export const SwapsToRaise = NewChange.pick({ whatChanges: true, reason: true }).extend({
  swaps: z.array(FundingSwap).min(1).max(50),
})

/**
 * Asks for the swaps of a plan as one change of the funding. Nothing is posted by it. Throws what is wrong with the first
 * swap that may not be made (`over-source`, `cannot-pay`, `wrong-nature`, `retired-source`, `closed-year`).
 */
export const raiseSwap: Service<z.infer<typeof SwapsToRaise>, ChangeRequest> = async (change, input, acting) => {
  const facts = await programmeFacts(change.tx as unknown as Reading, dayInLondon(acting.clock()))
  const { pots } = waterfallFacts(facts)
  const { faults } = withSwaps(input.swaps, { pots, sources: facts.sources, years: facts.years })
  const fault = faults.find((each) => each !== null)
  if (fault) fail(fault.code, fault.detail)
  const placeOf = (id: Id) => {
    const found = facts.balances.find(({ place }) => place.id === id)
    return found?.place ?? fail('not-found', { entity: 'place', id })
  }
  const lines = swapLines(input.swaps, placeOf, facts.balances)
  const { whatChanges, reason } = input
  const raised = await raiseChange(
    change,
    { kind: 'funding_swap', whatChanges, reason, impact: '', lines, origin: null },
    acting,
  )
  return { subject: { kind: 'change_request', id: raised.id }, transition: 'sent', value: raised }
}
