import type { Benefit } from '../../domain/benefit/benefit.ts'
import type { Closure } from '../../domain/closure/closure.ts'
import type { Lesson } from '../../domain/closure/lesson.ts'
import type { Residual } from '../../domain/closure/residual.ts'
import type { StartYear } from '../../domain/financialYear.ts'
import type { Pence } from '../../domain/money.ts'
import type { Decision } from '../../domain/programme/decision.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Scheme } from '../../domain/programme/scheme.ts'
import type { Writing } from '../document/section.ts'

export interface ClosureReportGiven extends Writing {
  facts: ProgrammeFacts
  scheme: Scheme
  /** Null while nobody has reported its completion. */
  closure: Closure | null
  /** The plan as it was first set, by year. */
  firstPlan: readonly { startYear: StartYear; amount: Pence }[]
  left: Residual
  /** The decision that released what was left. */
  release: Decision | null
  board: string | null
  /** Offices: who agreed the account, and who accepted the report. */
  agreedBy: string | null
  acceptedBy: string | null
  lessons: readonly Lesson[]
  benefits: readonly Benefit[]
}
