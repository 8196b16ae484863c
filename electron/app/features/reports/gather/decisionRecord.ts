import type { Reading } from '../../../../../db/schema.ts'
import {
  accounts,
  authorityRequests,
  boards,
  businessCases,
  changeRequests,
  meetings,
  ruleValues,
} from '../../../../../db/subjects.ts'
import { callInClosesOn, windowClosedOn } from '../../../../../domain/authority/requestDecision.ts'
import { interestsIn } from '../../../../../domain/board/conflicts.ts'
import { fail } from '../../../../../domain/errors.ts'
import type { Id } from '../../../../../domain/id.ts'
import { titleOf } from '../../../../../domain/people/actorTitle.ts'
import type { Decision } from '../../../../../domain/programme/decision.ts'
import { ruleOn } from '../../../../../domain/route/rulesInForce.ts'
import type { BoardVote, DecisionRecordGiven } from '../../../../../reports/decisionRecord/given.ts'
import { decisionRecord } from '../../../../../reports/decisionRecord/report.ts'
import { exemptionOfScope } from '../../exempt/exemptionOfScope.ts'
import { holidaysOf } from '../../holidays.ts'
import type { MakeReport } from '../reportContext.ts'

/** Throws `bad-scope` for anything but a decision, and `not-found`. */
export const makeDecisionRecord: MakeReport = async ({ facts, db, order: { scope, report } }) => {
  if (scope.kind !== 'decision') return fail('bad-scope', { report, needs: 'decision' })
  const decision =
    facts.decisions.find(({ id }) => id === scope.id) ?? fail('not-found', { entity: 'decision', id: scope.id })
  const { about } = decision
  const people = await accounts.list(db)
  const subject = about === null ? null : await subjectOf(db, about)
  return decisionRecord({
    facts,
    decision,
    about: subject?.name ?? null,
    request: subject?.request ?? null,
    writers: (subject?.writers ?? []).map((writer) => titleOf(people, writer)),
    callInClosesOn: decision.isCallInEligible ? await closesOn(db, decision) : null,
    vote: about === null ? null : await voteOn(db, about.id, decision, (actor) => titleOf(people, actor)),
    exempt: await exemptionOfScope(db, { report, scope }),
  })
}

type About = NonNullable<Decision['about']>
type Subject = { name: string; writers: readonly string[]; request: DecisionRecordGiven['request'] }

const subjectOf = async (db: Reading, { kind, id }: About): Promise<Subject | null> => {
  if (kind === 'authority_request') {
    const request = await authorityRequests.find(db, id)
    return request ? { name: `${request.reference}: ${request.title}`, writers: request.writers, request } : null
  }
  if (kind === 'business_case') {
    const found = await businessCases.find(db, id)
    return found ? { name: `${found.reference}: ${found.title}`, writers: found.writers, request: null } : null
  }
  const change = await changeRequests.find(db, id)
  return change ? { name: `Change ${change.number}: ${change.whatChanges}`, writers: [], request: null } : null
}

const closesOn = async (db: Reading, decision: Decision) => {
  if (decision.publishedOn === null) return null
  if (decision.status === 'effective') return windowClosedOn(decision)
  const workingDays = ruleOn(await ruleValues.list(db), 'call_in_working_days', decision.madeOn)
  return callInClosesOn(decision.publishedOn, { workingDays, holidays: await holidaysOf(db) })
}

/** The confirmed vote of the board that made it; null where an officer did. */
const voteOn = async (
  db: Reading,
  subjectId: Id,
  { madeOn }: Decision,
  titled: (actor: string) => string,
): Promise<BoardVote | null> => {
  for (const meeting of await meetings.list(db)) {
    const item = meeting.items.find((each) => each.subjectId === subjectId && each.isConfirmed)
    if (!item || meeting.heldOn !== madeOn) continue
    const count = (wanted: 'for' | 'against' | 'abstain') => item.votes.filter(({ vote }) => vote === wanted).length
    return {
      board: (await boards.get(db, meeting.boardId)).name,
      heldOn: meeting.heldOn,
      votes: { for: count('for'), against: count('against'), abstain: count('abstain') },
      interests: interestsIn(meeting, item).map(({ accountId, kind, withdrew }) => ({
        office: titled(accountId),
        kind,
        withdrew,
      })),
    }
  }
  return null
}
