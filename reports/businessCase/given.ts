import type { BusinessCase } from '../../domain/businessCase/businessCase.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Exempt } from '../../domain/report/exempt.ts'
import type { Writing } from '../document/section.ts'

/** A stage that the case passes or has passed, and by whom: a board, an office, or the program's clock. */
export interface CaseSignOff {
  stage: string
  by: string
  isPassed: boolean
}

export interface BusinessCaseGiven extends Writing {
  facts: ProgrammeFacts
  businessCase: BusinessCase
  /** The offices of whoever wrote it. */
  writers: readonly string[]
  /** Empty where it goes by no route yet. */
  signOff: readonly CaseSignOff[]
  /** Why it is kept from the public; null where it is open to all. */
  exempt: Exempt | null
}
