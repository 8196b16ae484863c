import type { CalendarDay } from '../calendarDay.ts'
import type { StartYear } from '../financialYear.ts'
import type { Place } from '../ledger/entry.ts'
import type { Pence } from '../money.ts'
import type { Severity } from '../tieOut/finding.ts'

export type RequestRule =
  | 'R01'
  | 'R02'
  | 'R03'
  | 'R04'
  | 'R05'
  | 'R06'
  | 'R07'
  | 'R08'
  | 'R09'
  | 'R10'
  | 'R11'
  | 'R12'
  | 'R13'
  | 'R15'
  | 'R16'
  | 'R19'
  | 'R22'
  | 'R29'
  | 'R30'
  | 'R34'

/** Where on the request one goes to put it right. */
export interface CheckPlace {
  section: 'lines' | 'funding' | 'cover' | 'narrative' | 'notice' | 'decision'
  /** The field of that section, as in its schema; null for the section as a whole. */
  field: string | null
  place: Place | null
  startYear: StartYear | null
}

/** What a rule says of a request as it stands now. Amounts in pence. */
export interface RequestCheck {
  rule: RequestRule
  severity: Severity
  passes: boolean
  sentence: string
  numbers: { label: string; amount: Pence }[]
  where: CheckPlace
  /** The act that a stop refuses: going on its way, or being decided. */
  stopsBefore: 'validate' | 'decide'
  /** A warning that somebody has let pass, and until when. */
  waivedUntil: CalendarDay | null
}

/** A check before anybody has looked at its severity and its waivers. */
export type CheckDraft = Omit<RequestCheck, 'severity' | 'waivedUntil' | 'stopsBefore'> &
  Partial<Pick<RequestCheck, 'severity' | 'stopsBefore'>>

export const at = (
  section: CheckPlace['section'],
  { field = null, place = null, startYear = null }: Partial<Omit<CheckPlace, 'section'>> = {},
): CheckPlace => ({ section, field, place, startYear })
