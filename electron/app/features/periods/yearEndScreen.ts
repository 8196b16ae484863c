import { actualsSince } from '../../../../db/queries/actualsSince.ts'
import type { Reading } from '../../../../db/schema.ts'
import type { StartYear } from '../../../../domain/financialYear.ts'
import type { Id } from '../../../../domain/id.ts'
import { type LedgerContext, nameOf } from '../../../../domain/ledger/movementRules.ts'
import { sum } from '../../../../domain/money.ts'
import { openPeriodsOf } from '../../../../domain/period/periodActs.ts'
import { testSpendBy } from '../../../../domain/period/testSpendBy.ts'
import { toMarch } from '../../../../domain/period/toMarch.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { carryForwardReport } from '../../../../reports/carryForward/model.ts'
import { yearsToChoose } from './periodsScreen.ts'
import { yearEndFacts } from './yearEndFacts.ts'

const contextOf = (facts: ProgrammeFacts): LedgerContext => ({
  ...facts,
  programmes: [facts.programme],
  day: facts.asAt.day,
})

/** The last year that has ended and is not closed; else the last that has ended. */
const yearToEnd = (facts: ProgrammeFacts): StartYear => {
  const ended = yearsToChoose(facts).filter(({ hasEnded }) => hasEnded)
  return (ended.findLast(({ isClosed }) => !isClosed) ?? ended[0])?.startYear ?? facts.programme.startYear
}

/** The end of a year: outturn, explanations, carry-forward and what is left to do, and once it is closed, R24. */
export const yearEndScreen = async (facts: ProgrammeFacts, db: Reading, asked: StartYear | null) => {
  const startYear = asked ?? yearToEnd(facts)
  const context = contextOf(facts)
  const standing = await yearEndFacts(db, startYear, context)
  const sourceName = (id: Id | null) => facts.sources.find((each) => each.id === id)?.name ?? null
  const isClosed = facts.years.some((each) => each.startYear === startYear && each.status === 'closed')
  const { yearEnd } = standing
  const isKept = yearEnd?.status === 'closed'
  return {
    startYear,
    asAt: facts.asAt,
    programme: facts.programme.name,
    years: yearsToChoose(facts),
    hasEnded: facts.asAt.day > `${startYear + 1}-03-31`,
    isClosed,
    closedOn: yearEnd?.closedOn ?? null,
    report: carryForwardReport(standing, facts),
    lines: standing.lines.map((line) => ({
      ...line,
      name: nameOf(line.place, context),
      source: sourceName(line.sourceId),
      carried: line.carried,
      proposal: standing.carried.find((each) => each.line === line)?.funding ?? [],
    })),
    sources: facts.sources.map(({ id, name, spendByOn, retiredOn }) => ({
      id,
      name,
      spendByOn,
      isRetired: retiredOn !== null,
    })),
    obstacles: standing.obstacles,
    openPeriods: openPeriodsOf(facts.periods, startYear, standing.lines.length > 0),
    /** What a request would move now. Pence. */
    toCarry: {
      amount: sum(standing.carried.map(({ amount }) => amount)),
      unfunded: sum(standing.carried.map(({ unfunded }) => unfunded)),
      funding: standing.carried
        .flatMap(({ funding }) => funding)
        .map((each) => ({ ...each, source: sourceName(each.sourceId) ?? '' })),
    },
    requests: standing.requests.map(({ id, number, status, lines, route }) => ({
      id,
      number,
      status,
      approver: route.approver,
      amount: sum(
        lines.filter((line) => line.level === 'plan' && line.startYear === startYear).map((line) => -line.amount),
      ),
    })),
    /** R20 for all money of the years that follow, as each of them begins. */
    spendBy: facts.sources.flatMap((source) => {
      const later = facts.balances.filter(
        (line) => line.level === 'allocation' && line.startYear === startYear + 1 && line.sourceId === source.id,
      )
      const amount = sum(later.map((line) => line.amount))
      return amount === 0
        ? []
        : [{ sourceId: source.id, source: source.name, amount, ...testSpendBy(source, startYear + 1) }]
    }),
    toMarch: isKept
      ? {
          ...toMarch(yearEnd, facts.balances),
          since: (await actualsSince(db, startYear, yearEnd.id)).map((each) => ({
            ...each,
            name: nameOf(each.place, context),
          })),
        }
      : null,
    /** The year after, as it opens. Pence. */
    next: {
      startYear: startYear + 1,
      budget: sum(
        facts.balances
          .filter((line) => line.level === 'plan' && line.startYear === startYear + 1)
          .map((line) => line.amount),
      ),
      isOpened: facts.years.some((each) => each.startYear === startYear + 1),
    },
  }
}
