import type { Id } from '../id.ts'
import { type Pence, pence, sum, ZERO } from '../money.ts'
import type { Cell, Cells } from './cell.ts'
import type { AuthorityChain, AuthorityStep } from './schemeMoney.ts'

export type WaterfallLevel = 'allocation' | 'authority' | 'available' | 'not-yet-authorised'

/** What a bar stands for: a level reached, or a step down from the one before it. */
export type WaterfallMeaning =
  | { kind: 'level'; level: WaterfallLevel }
  | { kind: 'less'; what: 'not-yet-authorised' | 'held' | 'committed' | 'spent' }
  | { kind: 'less-authority'; decisionId: Id | null; reference: string | null }
  /** Decisions too many to show one by one. */
  | { kind: 'less-earlier-authority'; decisions: number }

/** A bar from one height to another, in pence. A level stands on nought; a step goes on where the bar before ended. */
export interface WaterfallBar {
  meaning: WaterfallMeaning
  /** With its sign: a step down is negative. */
  amount: Pence
  from: Pence
  to: Pence
  /** Nothing is recorded, which counts as nought here and is not one. */
  isMissing: boolean
}

type Levels = Pick<Cells, 'allocation' | 'authority' | 'committed' | 'spent' | 'available'>

/**
 * From the allocation, or from the authority where no allocation stands in this place, down to what may be spent. Held is
 * authority that is not released, so that the steps always reach what is available. Null where neither stands here.
 */
export const moneyWaterfall = ({
  allocation,
  authority,
  committed,
  spent,
  available,
}: Levels): WaterfallBar[] | null => {
  const hasAllocation = allocation.kind === 'amount' && !isElsewhere(authority)
  if (!hasAllocation && authority.kind !== 'amount') return null
  const given = amountIn(authority)
  const left = amountIn(available)
  const held = pence(given - sum([left, amountIn(committed), amountIn(spent)]))
  const start: Step[] = hasAllocation
    ? [
        level('allocation', amountIn(allocation)),
        less('not-yet-authorised', pence(amountIn(allocation) - given)),
        { ...level('authority', given), isMissing: authority.kind !== 'amount' },
      ]
    : [level('authority', given)]
  return drawn([
    ...start,
    less('held', held),
    { ...less('committed', amountIn(committed)), isMissing: committed.kind !== 'amount' },
    { ...less('spent', amountIn(spent)), isMissing: spent.kind !== 'amount' },
    level('available', left),
  ])
}

/** More than these are not told apart in one picture. */
const MOST_DECISIONS = 6

/** From an allocation by each authority given from it to what is not yet authorised; the earliest of many decisions together. */
export const authorityWaterfall = ({ allocation, authorities, notYetAuthorised }: AuthorityChain): WaterfallBar[] => {
  const one = ({ decisionId, reference, amount }: AuthorityStep): Step => ({
    meaning: { kind: 'less-authority', decisionId, reference },
    amount: negative(amount),
    isMissing: false,
  })
  const earlier = authorities.length > MOST_DECISIONS ? authorities.slice(0, 1 - MOST_DECISIONS) : []
  const together: Step[] =
    earlier.length === 0
      ? []
      : [
          {
            meaning: { kind: 'less-earlier-authority', decisions: earlier.length },
            amount: negative(sum(earlier.map((step) => step.amount))),
            isMissing: false,
          },
        ]
  return drawn([
    level('allocation', allocation),
    ...together,
    ...authorities.slice(earlier.length).map(one),
    level('not-yet-authorised', notYetAuthorised),
  ])
}

type Step = Omit<WaterfallBar, 'from' | 'to'>

const level = (of: WaterfallLevel, amount: Pence): Step => ({
  meaning: { kind: 'level', level: of },
  amount,
  isMissing: false,
})

const less = (what: Extract<WaterfallMeaning, { kind: 'less' }>['what'], amount: Pence): Step => ({
  meaning: { kind: 'less', what },
  amount: negative(amount),
  isMissing: false,
})

const negative = (amount: Pence): Pence => pence(-amount)

const amountIn = (cell: Cell): Pence => (cell.kind === 'amount' ? cell.amount : ZERO)

const isElsewhere = (cell: Cell): boolean => cell.kind === 'at-theme' || cell.kind === 'at-programme'

function drawn(steps: readonly Step[]): WaterfallBar[] {
  let height = ZERO
  return steps.map((step) => {
    const from = step.meaning.kind === 'level' ? ZERO : height
    height = pence(from + step.amount)
    return { ...step, from, to: height }
  })
}
