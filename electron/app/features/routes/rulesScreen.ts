import type { z } from 'zod'
import { asksForSignIn } from '../../../../db/credentials.ts'
import type { Reading } from '../../../../db/schema.ts'
import {
  accounts,
  authorityRequests,
  boards,
  businessCases,
  changeRequests,
  decisions,
  proposals,
  routes,
  ruleValues,
} from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import { rolesHeld } from '../../../../domain/people/rolesHeld.ts'
import { mayDo } from '../../../../domain/roles.ts'
import { type Effect, effectOfChange } from '../../../../domain/route/effectOfChange.ts'
import type { Proposal } from '../../../../domain/route/proposal.ts'
import { acceptedSeverities } from '../../../../domain/route/proposals.ts'
import { holidaysOf } from '../holidays.ts'
import { checkChange } from './checkChange.ts'
import type { NewProposal } from './proposals.ts'

/** A proposal with who made it and who answered, by title. */
export type TitledProposal = Omit<Proposal, 'content'> & { proposer: string; decider: string | null }

/** What is laid down about rules, severities and limits, what is proposed, and who could accept it today. */
export const rulesScreen = async (db: Reading, today: CalendarDay) => {
  const known = await accounts.list(db)
  return {
    ruleValues: await ruleValues.list(db),
    severities: acceptedSeverities(await proposals.list(db, { kind: 'rule_severity', status: 'accepted' })),
    limits: known.flatMap(({ id, title, assignments }) =>
      assignments.flatMap((assignment) =>
        mayDo(assignment.role, 'decide') ? [{ accountId: id, title, assignment }] : [],
      ),
    ),
    ...(await proposalsBeside(db, today)),
  }
}

/** The routes in all their versions with the boards that act in them, and what is proposed. */
export const routesScreen = async (db: Reading, today: CalendarDay) => ({
  routes: await routes.list(db),
  boards: await boards.list(db),
  ...(await proposalsBeside(db, today)),
})

/** What a change would have done in the last 12 months. Throws what proposing it would throw. */
export const previewChange = async (
  db: Reading,
  { change, fromOn }: Pick<z.infer<typeof NewProposal>, 'change' | 'fromOn'>,
  today: CalendarDay,
): Promise<Effect> => {
  await checkChange(db, change, fromOn)
  return effectOfChange(change, {
    today,
    requests: await authorityRequests.list(db),
    cases: await businessCases.list(db),
    decisions: await decisions.list(db),
    routes: await routes.list(db),
    ruleValues: await ruleValues.list(db),
    holidays: await holidaysOf(db),
    accounts: await accounts.list(db),
    changes: await changeRequests.list(db),
  })
}

/** Proposals, the newest first, and who could accept one today; anybody in the role may where nobody signs in. */
const proposalsBeside = async (db: Reading, today: CalendarDay) => {
  const known = await accounts.list(db)
  return {
    proposals: (await proposals.list(db)).reverse().map(
      ({ content: _content, ...proposal }): TitledProposal => ({
        ...proposal,
        proposer: titleOf(known, proposal.proposedBy),
        decider: proposal.decidedBy === null ? null : titleOf(known, proposal.decidedBy),
      }),
    ),
    acceptors: known
      .filter((account) => rolesHeld(account, today).some((role) => mayDo(role, 'acceptRules')))
      .map(({ id, title }) => ({ id, title })),
    asksForSignIn: await asksForSignIn(db),
  }
}
