import type { Reading } from '../../../../db/schema.ts'
import { accounts, routes } from '../../../../db/subjects.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { Role, roleTitles } from '../../../../domain/roles.ts'
import { routeInForce } from '../../../../domain/route/routeInForce.ts'

/** What can be chosen when a case is entered that a board had recommended before the ledger was kept here. */
export const entryScreen = async (facts: ProgrammeFacts, db: Reading) => {
  const people = await accounts.list(db)
  const route = routeInForce(await routes.list(db), 'business_case', facts.asAt.day)
  return {
    asAt: facts.asAt,
    years: { startYear: facts.programme.startYear, endYear: facts.programme.endYear },
    schemes: facts.schemes.map(({ id, name }) => ({ id, name })),
    sources: facts.sources.map(({ id, name }) => ({ id, name })),
    /** Who can be said to have written it: people, or roles where nobody has an account. */
    writers:
      people.length > 0
        ? people.map(({ id, title }) => ({ id: id as string, title }))
        : Role.options.map((role) => ({ id: role as string, title: roleTitles[role] })),
    /** The step of the route that such a case waits for; null where no board recommends. */
    waitsFor: route?.stages.find(({ act }, at) => at > 0 && act !== 'recommend')?.name ?? null,
  }
}
