import { accountTitles } from '../../../db/queries/accountTitles.ts'
import { listMovementsOf } from '../../../db/queries/movement.ts'
import type { Reading } from '../../../db/schema.ts'
import { authorityRequests, businessCases, changeRequests } from '../../../db/subjects.ts'
import { heldByConditions } from '../../../domain/authority/heldByConditions.ts'
import { fail } from '../../../domain/errors.ts'
import type { Id } from '../../../domain/id.ts'
import { whoActed } from '../../../domain/people/whoActed.ts'
import type { Decision } from '../../../domain/programme/decision.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'

/** One decision with what it has posted so far, movement by movement. */
export const decisionScreen = async (facts: ProgrammeFacts, db: Reading, id: Id) => {
  const people = await accountTitles(db)
  const decision = facts.decisions.find((each) => each.id === id) ?? fail('not-found', { entity: 'decision', id })
  return {
    asAt: facts.asAt,
    programme: facts.programme,
    themes: facts.themes,
    schemes: facts.schemes,
    sources: facts.sources,
    decision,
    heldByConditions: heldByConditions(facts),
    about: decision.about && (await nameOf(db, decision.about)),
    movements: (await listMovementsOf(db, id)).map((movement) => ({ ...movement, by: whoActed(people, movement) })),
  }
}

/** What the decision is about, as a link names it. */
const nameOf = async (db: Reading, about: NonNullable<Decision['about']>) => {
  if (about.kind === 'change_request') {
    const change = await changeRequests.find(db, about.id)
    return change ? { ...about, name: `Change ${change.number}: ${change.whatChanges}` } : null
  }
  const found = await (about.kind === 'authority_request' ? authorityRequests : businessCases).find(db, about.id)
  return found ? { ...about, name: `${found.reference}: ${found.title}` } : null
}
