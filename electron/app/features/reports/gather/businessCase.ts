import type { Reading } from '../../../../../db/schema.ts'
import { accounts, boards, businessCases, routes } from '../../../../../db/subjects.ts'
import type { BusinessCase } from '../../../../../domain/businessCase/businessCase.ts'
import { fail } from '../../../../../domain/errors.ts'
import { titleOf } from '../../../../../domain/people/actorTitle.ts'
import type { ProgrammeFacts } from '../../../../../domain/programme/facts.ts'
import { roleTitles } from '../../../../../domain/roles.ts'
import { routeInForce } from '../../../../../domain/route/routeInForce.ts'
import type { BusinessCaseGiven, CaseSignOff } from '../../../../../reports/businessCase/given.ts'
import { businessCaseReport } from '../../../../../reports/businessCase/report.ts'
import type { Writing } from '../../../../../reports/document/section.ts'
import { exemptionOf } from '../../exempt/exemptionOf.ts'
import type { MakeReport } from '../reportContext.ts'

/** Throws `bad-scope` for anything but a case, and `not-found`. */
export const makeBusinessCase: MakeReport = async ({ facts, db, order, narrative, figures }) => {
  const { scope } = order
  if (scope.kind !== 'case') return fail('bad-scope', { report: order.report, needs: 'case' })
  const businessCase = await businessCases.get(db, scope.id)
  return businessCaseReport(await caseGiven(facts, db, businessCase, { narrative, figures }))
}

/** What is to be known of a case, as it is or as a paper has it. */
export const caseGiven = async (
  facts: ProgrammeFacts,
  db: Reading,
  businessCase: BusinessCase,
  writing: Writing,
): Promise<BusinessCaseGiven> => {
  const people = await accounts.list(db)
  return {
    ...writing,
    facts,
    businessCase,
    writers: businessCase.writers.map((writer) => titleOf(people, writer)),
    signOff: await signOffOf(facts, db, businessCase),
    exempt: await exemptionOf(db, businessCase.id),
  }
}

const signOffOf = async (
  facts: ProgrammeFacts,
  db: Reading,
  { routeId, stagesPassed }: BusinessCase,
): Promise<CaseSignOff[]> => {
  const known = await routes.list(db)
  const route = known.find(({ id }) => id === routeId) ?? routeInForce(known, 'business_case', facts.asAt.day)
  const sitting = await boards.list(db)
  return (route?.stages ?? []).map(({ name, by }, at) => ({
    stage: name,
    by:
      by.kind === 'board'
        ? (sitting.find(({ id }) => id === by.boardId)?.name ?? 'A board that is not on record')
        : by.kind === 'role'
          ? roleTitles[by.role]
          : 'Time',
    isPassed: at < stagesPassed,
  }))
}
