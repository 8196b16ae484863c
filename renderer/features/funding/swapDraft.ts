import type { FundingSwap } from '../../../domain/funding/fundingSwap.ts'
import { Id } from '../../../domain/id.ts'
import { type MoneyUnit, type Pence, parseAmount, sum } from '../../../domain/money.ts'
import { findRefusal } from '../../lib/findRefusal.ts'
import { type Read, readOf } from '../../lib/readText.ts'
import type { PlannerFacts } from './plannerFacts.ts'

/** A swap as it is being entered: which money, which source in its place, how much. */
export interface SwapDraft {
  /** The pot, by its place in `potsOf`. */
  from: string
  toSourceId: string
  amount: string
}

export const blankSwap: SwapDraft = { from: '', toSourceId: '', amount: '' }

/** The allocation that can be swapped: added up by place, source, year and nature. */
export const potsOf = ({ pots }: PlannerFacts): PlannerFacts['pots'] =>
  [...Map.groupBy(pots, (pot) => [pot.placeId, pot.sourceId, pot.startYear, pot.nature].join(' ')).values()]
    .flatMap(([first, ...more]) =>
      first ? [{ ...first, amount: sum([first, ...more].map(({ amount }) => amount)) }] : [],
    )
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => a.startYear - b.startYear)

/** The swap that a draft means, or what has to be put right in it. */
export const readSwap = (
  draft: SwapDraft,
  { facts, unit, prefix }: { facts: PlannerFacts; unit: MoneyUnit; prefix: string },
): Read<FundingSwap> => {
  const pot = potsOf(facts)[draft.from === '' ? -1 : Number(draft.from)]
  const to = Id.safeParse(draft.toSourceId)
  const refusal = findRefusal(() => parseAmount(draft.amount, unit))
  const amount = refusal === undefined ? parseAmount(draft.amount, unit) : null
  const isTooSmall = amount !== null && amount <= 0
  return readOf(
    {
      placeId: pot?.placeId ?? ('' as Id),
      startYear: pot?.startYear ?? 0,
      nature: pot?.nature ?? 'capital',
      fromSourceId: pot?.sourceId ?? ('' as Id),
      toSourceId: to.success ? to.data : ('' as Id),
      amount: amount ?? (0 as Pence),
    },
    [
      pot ? null : { fieldId: `${prefix}-from`, message: 'Choose the money that another source takes the place of' },
      to.success ? null : { fieldId: `${prefix}-to`, message: 'Choose the source that takes its place' },
      refusal === undefined ? null : { fieldId: `${prefix}-amount`, message: refusal },
      isTooSmall ? { fieldId: `${prefix}-amount`, message: 'Amount must be more than £0' } : null,
    ],
  )
}
