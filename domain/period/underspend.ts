import { z } from 'zod'
import { fail } from '../errors.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature, Place } from '../ledger/entry.ts'
import { Pence, pence, sum } from '../money.ts'

/** In characters. */
export const LONGEST_EXPLANATION = 1000

/** What an underspend can be (domain A3.5): spent later, not needed, never funded, or wrongly recorded. */
export const underspendKinds = ['slippage', 'saving', 'notReceived', 'error'] as const
export type UnderspendKind = (typeof underspendKinds)[number]

const Share = Pence.refine((amount) => amount >= 0)

/** The amount of an underspend that is of each kind. Pence, never below nought. */
export const Explanation = z.strictObject({ slippage: Share, saving: Share, notReceived: Share, error: Share })
export type Explanation = z.infer<typeof Explanation>

/** In which later years slippage is to be spent. Pence. */
export const Profile = z.array(z.strictObject({ startYear: StartYear, amount: Share })).max(20)
export type Profile = z.infer<typeof Profile>

/** Why less was spent than budgeted, at one place, from one source, in one year. A null source is "not stated". */
export const Underspend = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  startYear: StartYear,
  place: Place,
  sourceId: Id.nullable(),
  nature: Nature,
  ...Explanation.shape,
  reason: z.string().trim().max(LONGEST_EXPLANATION),
  /** Empty leaves all slippage to the year after. */
  profile: Profile,
  /** The source whose money moves along, where the budget states none; null takes what is proposed. */
  fundingSourceId: Id.nullable(),
})
export type Underspend = z.infer<typeof Underspend>

export const unexplained: Explanation = { slippage: pence(0), saving: pence(0), notReceived: pence(0), error: pence(0) }

export const amountExplained = (explanation: Explanation): Pence =>
  sum(underspendKinds.map((kind) => explanation[kind]))

/** The later years of slippage, the earliest first; all of it in the year after where nothing else is said. */
export const profileOf = ({
  startYear,
  slippage,
  profile,
}: Pick<Underspend, 'startYear' | 'slippage' | 'profile'>): Profile => {
  if (profile.length === 0) return slippage === 0 ? [] : [{ startYear: startYear + 1, amount: slippage }]
  return profile.filter(({ amount }) => amount > 0).sort((a, b) => a.startYear - b.startYear)
}

/**
 * An explanation as it may stand beside an underspend of so much. Throws `over-explained` where its parts come to more,
 * and `wrong-profile` where the later years do not add up to the slippage or do not come after the year.
 */
export const checkUnderspend = (
  after: Pick<Underspend, 'startYear' | 'profile' | keyof Explanation>,
  place: string,
  underspend: Pence,
): void => {
  const explained = amountExplained(after)
  if (explained > underspend) fail('over-explained', { place, explained, underspend: pence(Math.max(0, underspend)) })
  const years = profileOf(after)
  const profiled = sum(years.map(({ amount }) => amount))
  const isLater = years.every(({ startYear }) => startYear > after.startYear)
  if (profiled !== after.slippage || !isLater) {
    fail('wrong-profile', { place, year: after.startYear, slippage: after.slippage, profiled })
  }
}
