import type { Benefit } from '../benefit/benefit.ts'
import type { CaseFacts } from '../businessCase/caseFacts.ts'
import type { CalendarDay, Instant } from '../calendarDay.ts'
import type { Closure } from '../closure/closure.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Level, Nature, Place } from '../ledger/entry.ts'
import type { Pence } from '../money.ts'
import type { PeriodStatus } from '../period/periodStatus.ts'
import type { YearEnd } from '../period/yearEnd.ts'
import type { StatedDocument } from '../tieOut/stated.ts'
import type { Decision } from './decision.ts'
import type { FundingSource } from './fundingSource.ts'
import type { Organisation } from './organisation.ts'
import type { Programme } from './programme.ts'
import type { CaseStatus, Scheme } from './scheme.ts'
import type { Theme, ThemeMembership } from './theme.ts'
import type { YearStatus } from './yearStatus.ts'

/** The balance of one level at one place, in one year, from one source. */
export interface BalanceLine {
  level: Level
  place: Place
  startYear: StartYear
  sourceId: Id | null
  nature: Nature
  amount: Pence
}

/** What one decision has posted so far, summed by level, place, year and source. */
export interface PostedLine extends BalanceLine {
  decisionId: Id
}

/** Everything a screen, a rule or a report needs to know of a programme at one moment. Removed rows are left out. */
export interface ProgrammeFacts {
  /** The last event counted, its moment, its hash, and the day in London that the reader asked for. */
  asAt: { seq: number; recordedAt: Instant; hash: string; day: CalendarDay }
  programme: Programme
  organisations: Organisation[]
  themes: Theme[]
  memberships: ThemeMembership[]
  schemes: Scheme[]
  caseStatuses: CaseStatus[]
  cases: CaseFacts[]
  sources: FundingSource[]
  decisions: Decision[]
  years: YearStatus[]
  periods: PeriodStatus[]
  yearEnds: YearEnd[]
  benefits: Pick<Benefit, 'id' | 'schemeId' | 'name' | 'measure' | 'status' | 'doubleCount'>[]
  closures: Pick<Closure, 'schemeId' | 'finalAccount' | 'accountNote'>[]
  balances: BalanceLine[]
  posted: PostedLine[]
  documents: StatedDocument[]
}
