import type { ChangeRequest } from '../change/changeRequest.ts'
import type { StartYear } from '../financialYear.ts'
import type { LedgerContext } from '../ledger/movementRules.ts'
import { type CarriedLine, carryForward } from './carryForward.ts'
import type { Period } from './period.ts'
import { openPeriodsOf } from './periodActs.ts'
import type { Underspend } from './underspend.ts'
import type { YearEnd } from './yearEnd.ts'
import { type YearEndLine, type YearEndObstacle, yearEndLines, yearEndObstacles } from './yearEndLines.ts'

/** What is kept of the end of a year, and what the ledger says beside it. */
export interface YearEndKept {
  yearEnd: YearEnd | null
  explanations: readonly Underspend[]
  /** Every request to carry money of the year forward, refused ones too. */
  requests: readonly ChangeRequest[]
  /** Whether spend or orders are entered in the year. */
  hasEntries: boolean
  /** The closed periods that somebody asks to open again: nobody could answer once the year is closed. */
  askedToReopen: readonly Period[]
}

/** The end of a year as it stands. */
export interface YearEndStanding {
  startYear: StartYear
  yearEnd: YearEnd | null
  lines: YearEndLine[]
  requests: readonly ChangeRequest[]
  obstacles: YearEndObstacle[]
  /** What can be asked to be carried forward now, with its funding. */
  carried: CarriedLine[]
}

/** Every line of a year's end, what stands in the way of closing it, and what can be carried forward now. */
export const yearEndOf = (startYear: StartYear, context: LedgerContext, kept: YearEndKept): YearEndStanding => {
  const { yearEnd, explanations, requests, hasEntries } = kept
  const lines = yearEndLines(context.balances, startYear, explanations, requests)
  // What is asked for and not posted yet has its money in the year still, and cannot be moved twice.
  const promised = requests
    .filter(({ status }) => status === 'sent' || status === 'approved')
    .flatMap((each) => each.lines)
  const free = { ...context, balances: [...context.balances, ...promised] }
  return {
    startYear,
    yearEnd,
    lines,
    requests,
    obstacles: yearEndObstacles(
      lines,
      requests,
      openPeriodsOf(context.periods, startYear, hasEntries),
      kept.askedToReopen,
    ),
    carried: carryForward(lines, startYear, free),
  }
}
