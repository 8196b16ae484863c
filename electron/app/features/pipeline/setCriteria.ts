import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { scoringCriteria } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { Criterion, ScoringCriteria } from '../../../../domain/pipeline/scoringCriteria.ts'
import type { Service } from '../../command.ts'

/** A criterion that is kept from the set before carries its id on, and the scores given for it stay good. */
export const NewCriteria = ScoringCriteria.pick({ fromOn: true, source: true }).extend({
  criteria: z
    .array(Criterion.omit({ id: true }).extend({ id: Id.nullable() }))
    .min(1)
    .max(12)
    .refine((list) => new Set(list.map(({ name }) => name.toLowerCase())).size === list.length),
})

/** Lays down how schemes are scored from a day on. Throws `already-dated` for a day that has a set, `not-found` for a criterion that no set has. */
export const setCriteria: Service<z.infer<typeof NewCriteria>, ScoringCriteria> = async (change, input, { newId }) => {
  const sets = await scoringCriteria.list(change.tx)
  const known = new Set(sets.flatMap(({ criteria }) => criteria.map(({ id }) => id)))
  const criteria = input.criteria.map(({ id, ...criterion }) => {
    if (id !== null && !known.has(id)) fail('not-found', { entity: 'criterion', id })
    return { ...criterion, id: id ?? newId() }
  })
  const saved = await scoringCriteria.insert(change, {
    ...input,
    criteria,
    id: newId(),
    revision: 1,
    isRemoved: false,
  })
  await checkCriteria(change, saved)
  return {
    subject: { kind: 'scoring_criteria', id: saved.id },
    transition: 'laid down',
    value: saved,
    isUndoable: true,
  }
}

/** What has to hold once a set is saved: it is the only one from its day on. */
export const checkCriteria = async ({ tx }: Change, { id, fromOn }: ScoringCriteria): Promise<void> => {
  const others = await scoringCriteria.list(tx, { fromOn })
  if (others.some((other) => other.id !== id)) fail('already-dated', { what: 'set of scoring criteria', on: fromOn })
}
