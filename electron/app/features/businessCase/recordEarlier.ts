import { z } from 'zod'
import type { Tx } from '../../../../db/schema.ts'
import { accounts, businessCases, routes, schemes } from '../../../../db/subjects.ts'
import { BusinessCase, CaseStage } from '../../../../domain/businessCase/businessCase.ts'
import { enteredCase } from '../../../../domain/businessCase/enteredCase.ts'
import { checkDuplicate } from '../../../../domain/businessCase/submitRules.ts'
import { CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { dayOfAct } from '../../../../domain/dayOfAct.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { Role } from '../../../../domain/roles.ts'
import { routeInForce } from '../../../../domain/route/routeInForce.ts'
import type { Service } from '../../command.ts'
import { freeReference, nextNumber, saved } from './cases.ts'

export const EarlierRecommendation = z.strictObject({
  schemeId: Id,
  stage: CaseStage,
  title: BusinessCase.shape.title.trim(),
  ...BusinessCase.pick({ ask: true, sections: true, costs: true }).shape,
  /** Whoever is said to have written it: accounts, or roles where nobody has one. None of them decides on it (R14). */
  writers: z.array(z.string().max(100)).min(1).max(20),
  /** Null where the day is not stated. */
  recommendedOn: CalendarDay.nullable(),
  /** The document and the place in it. */
  statedIn: BusinessCase.shape.statedIn.trim().min(1),
})

/**
 * Puts a case on record that a board had recommended before the ledger was kept here. Throws `not-found` for a writer
 * nobody knows, `no-route`, `duplicate-case`, `date-order` for a day to come, and what `enteredCase` throws.
 */
export const recordEarlier: Service<z.infer<typeof EarlierRecommendation>, BusinessCase> = async (
  change,
  { schemeId, stage, title, ...given },
  acting,
) => {
  const { tx } = change
  const scheme = await schemes.get(tx, schemeId)
  await refuseStrangers(tx, given.writers)
  dayOfAct(dayInLondon(acting.clock()), given.recommendedOn)
  const route =
    routeInForce(await routes.list(tx), 'business_case', dayInLondon(acting.clock())) ?? fail('no-route', {})
  const own = await businessCases.list(tx, { schemeId })
  const made = enteredCase(
    {
      id: acting.newId(),
      schemeId: scheme.id,
      stage,
      version: nextNumber(own, stage),
      reference: await freeReference(change),
      title,
      actor: acting.actor,
    },
    given,
    route,
  )
  checkDuplicate(made, own)
  return saved(await businessCases.insert(change, made), 'entered as recommended', { statedIn: made.statedIn })
}

const refuseStrangers = async (tx: Tx, writers: readonly string[]): Promise<void> => {
  const people = await accounts.list(tx)
  const known: readonly string[] = people.length > 0 ? people.map(({ id }) => id) : Role.options
  const stranger = writers.find((writer) => !known.includes(writer))
  if (stranger !== undefined) fail('not-found', { entity: 'account', id: stranger })
}
