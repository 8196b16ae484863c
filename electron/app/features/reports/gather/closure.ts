import { firstPlan } from '../../../../../db/queries/firstPlan.ts'
import { accounts, benefits, boards, closures, lessons } from '../../../../../db/subjects.ts'
import { residual } from '../../../../../domain/closure/residual.ts'
import { fail } from '../../../../../domain/errors.ts'
import { titleOf } from '../../../../../domain/people/actorTitle.ts'
import { closureReport } from '../../../../../reports/closure/report.ts'
import type { MakeReport } from '../reportContext.ts'

/** Throws `bad-scope` for anything but a scheme, and `not-found`. */
export const makeClosure: MakeReport = async ({ facts, db, order: { scope, report }, narrative, figures }) => {
  if (scope.kind !== 'scheme') return fail('bad-scope', { report, needs: 'scheme' })
  const scheme =
    facts.schemes.find(({ id }) => id === scope.id) ?? fail('not-found', { entity: 'scheme', id: scope.id })
  const [closure = null] = await closures.list(db, { schemeId: scheme.id })
  const people = await accounts.list(db)
  const titled = (actor: string | null | undefined) => (actor ? titleOf(people, actor) : null)
  return closureReport({
    facts,
    narrative,
    figures,
    scheme,
    closure,
    firstPlan: await firstPlan(db, scheme.id),
    left: residual(facts.balances, scheme.id),
    release: facts.decisions.find(({ id }) => id === closure?.decisionId) ?? null,
    board: closure?.boardId ? (await boards.get(db, closure.boardId)).name : null,
    agreedBy: titled(closure?.accountAgreedBy),
    acceptedBy: titled(closure?.acceptedBy),
    lessons: await lessons.list(db, { schemeId: scheme.id }),
    benefits: await benefits.list(db, { schemeId: scheme.id }),
  })
}
