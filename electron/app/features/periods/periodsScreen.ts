import { accountTitles } from '../../../../db/queries/accountTitles.ts'
import { periodEntries } from '../../../../db/queries/periodEntries.ts'
import type { Reading } from '../../../../db/schema.ts'
import { changeRequests } from '../../../../db/subjects.ts'
import { type StartYear, yearOf } from '../../../../domain/financialYear.ts'
import { pence } from '../../../../domain/money.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import { lastDayOfPeriod, type Period, periodName, periodsOfYear } from '../../../../domain/period/period.ts'
import { nextToClose } from '../../../../domain/period/periodActs.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'

/** The periods of a year: what is entered in each, which are closed, and which somebody asks to open again. */
export const periodsScreen = async (
  facts: ProgrammeFacts,
  db: Reading,
  { startYear: asked, actor }: { startYear: StartYear | null; actor: string },
) => {
  const { day } = facts.asAt
  const years = yearsToChoose(facts)
  // What somebody is asked for is shown first.
  const wanted = facts.periods.find(({ reopening }) => reopening !== null)?.startYear
  const startYear = asked ?? wanted ?? years[0]?.startYear ?? facts.programme.startYear
  const entries = await periodEntries(db, startYear)
  const people = await accountTitles(db)
  const amountIn = (period: number, level: 'actual' | 'commitment') =>
    entries.find((each) => each.period === period && each.level === level)?.amount ?? null
  const isYearClosed = facts.years.some((each) => each.startYear === startYear && each.status === 'closed')
  const period = (number: Period) => {
    const status = facts.periods.find((each) => each.startYear === startYear && each.period === number)
    const endsOn = lastDayOfPeriod(startYear, number)
    return {
      id: status?.id ?? null,
      revision: status?.revision ?? null,
      period: number,
      name: periodName(startYear, number),
      endsOn,
      status: status?.status === 'closed' ? 'closed' : endsOn < day ? 'open' : 'running',
      closedOn: status?.closedOn ?? null,
      spent: amountIn(number, 'actual'),
      ordered: amountIn(number, 'commitment'),
      reopening: status?.reopening
        ? {
            reason: status.reopening.reason,
            askedOn: status.reopening.askedOn,
            by: titleOf(people, status.reopening.askedBy),
            isOwn: status.reopening.askedBy === actor,
          }
        : null,
    } as const
  }
  const waiting = await changeRequests.list(db, { status: 'sent' })
  return {
    startYear,
    day,
    programme: facts.programme.name,
    years,
    isYearClosed,
    periods: periodsOfYear.map(period),
    /** What is entered for the year as a whole, of no period. */
    ofTheYear: { spent: amountIn(0, 'actual') ?? pence(0), ordered: amountIn(0, 'commitment') ?? pence(0) },
    next: isYearClosed ? null : nextToClose(facts.periods, startYear, day),
    waitingChanges: waiting.filter(({ lines }) => lines.some((line) => line.startYear === startYear)).length,
  }
}

/** The years of the programme that have begun, the latest first. */
export const yearsToChoose = ({ programme, years, asAt }: ProgrammeFacts) => {
  const current = yearOf(asAt.day)
  const last = Math.min(current, programme.endYear)
  const all = Array.from(
    { length: Math.max(1, last - programme.startYear + 1) },
    (_, index) => programme.startYear + index,
  )
  return all.toReversed().map((startYear) => ({
    startYear,
    isClosed: years.some((each) => each.startYear === startYear && each.status === 'closed'),
    hasEnded: startYear < current,
  }))
}
