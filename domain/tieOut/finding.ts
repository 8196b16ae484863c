import type { CalendarDay } from '../calendarDay.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Level, Place } from '../ledger/entry.ts'
import type { Pence } from '../money.ts'
import type { Lifecycle } from '../programme/scheme.ts'
import type { StatedDocument, StatedFigure, StatedMeaning, StatedPlace } from './stated.ts'
import type { StatedColumn, StatedRow, StatedTable } from './statedTable.ts'

export type RuleId =
  | 'R01'
  | 'R02'
  | 'R03'
  | 'R04'
  | 'R05'
  | 'R06'
  | 'R07'
  | 'R09'
  | 'R10'
  | 'R20'
  | 'R21'
  | 'R22'
  | 'R24'
  | 'R25'
  | 'R26'
  | 'R27'
  | 'R28'
  | 'R30'
  | 'R32'
  | 'R33'
  | 'R34'
  | 'R35'
  | 'R36'
  | 'R37'

/** A stop is wrong whatever the reason, a warning needs an answer, a note is worth knowing. */
export type Severity = 'stop' | 'warn' | 'note'

/** Where a figure stands: in a stated document, or in the ledger under the name of its place. */
export type FindingPlace =
  | { kind: 'stated'; documentId: Id; at: StatedPlace }
  | { kind: 'ledger'; level: Level | null; place: Place | null; name: string; startYear: StartYear | null }

/** One of the figures that a finding sets against each other. `amount` is null for what is not a figure. */
export interface FindingValue {
  label: string
  amount: Pence | null
  place: FindingPlace
}

/** A line that can explain a difference. Lines of one scheme and year have one `key`, wherever they stand. */
export interface Line {
  key: string
  label: string
  amount: Pence
  place: FindingPlace
}

type Measure = Extract<StatedMeaning, { kind: 'narrative' }>['measure']

/** What a finding is about, as data; `describeFinding` makes the sentence. */
export type Subject =
  | { kind: 'row-cast'; table: string; row: string }
  | { kind: 'column-cast'; table: string; column: string | null }
  | { kind: 'theme-lines'; name: string; startYear: StartYear }
  | { kind: 'funding'; against: 'authority' | 'plan'; startYear: StartYear | null }
  | { kind: 'over-allocation'; name: string; throughYear: StartYear; source: string | null }
  | { kind: 'narrative'; printed: string; where: string; measure: Measure; name: string; startYear: StartYear | null }
  | { kind: 'narrative-sum'; parts: string[]; total: string; where: string }
  | { kind: 'thousandfold'; printed: string; where: string; elsewhere: string }
  | { kind: 'before-authority'; level: 'commitment' | 'actual'; name: string; startYear: StartYear }
  | { kind: 'asked-in-year'; startYear: StartYear; datedOn: CalendarDay }
  | { kind: 'case-missing'; name: string; status: 'not_yet_developed' | 'draft'; amount: Pence }
  | { kind: 'cases-not-stated'; schemes: number; amount: Pence }
  | { kind: 'cases-not-approved'; names: string[]; amount: Pence; ofAsked: Pence }
  | { kind: 'after-spend-by'; source: string; spendByOn: CalendarDay; startYear: StartYear; amount: Pence }
  | { kind: 'to-march'; startYear: StartYear; atClose: Pence; now: Pence }
  | { kind: 'unspent'; source: string; spendByOn: CalendarDay; amount: Pence }
  | { kind: 'lapses'; source: string; spendByOn: CalendarDay; amount: Pence }
  | { kind: 'grant-left'; startYear: StartYear; borrowing: Pence; grant: Pence }
  | { kind: 'borrowing-first'; startYear: StartYear; borrowing: Pence; grantLater: Pence }
  | {
      kind: 'funder'
      stated: 'grant' | 'borrowing'
      otherShareBp: number
      years: { startYear: StartYear; otherShareBp: number }[]
    }
  | { kind: 'year-columns'; table: string; problem: ColumnProblem }
  | { kind: 'rounding'; table: string; line: string }
  | { kind: 'theme-names'; unnamed: string[]; unknown: string[]; otherNames: string[]; where: string }
  | { kind: 'other-theme'; name: string; stated: string; recorded: string | null; where: string }
  | { kind: 'theme-membership'; name: string; themes: string[] }
  | { kind: 'names-differ'; role: string; fewer: string[]; more: string[]; where: string; elsewhere: string }
  | { kind: 'shares'; name: string; nhsBp: number; laBp: number }
  | { kind: 'equality'; where: string; elsewhere: string }
  | { kind: 'not-earlier'; name: string; soughtNow: Pence }
  | { kind: 'shared-amount'; labels: string[]; amounts: number; where: string }
  | { kind: 'over-annual'; startYear: StartYear; withoutOwn: Pence }
  | {
      kind: 'ended-scheme'
      name: string
      lifecycle: Lifecycle
      commitment: Pence
      authority: Pence
      allocation: Pence
    }
  | { kind: 'final-account'; name: string; account: Pence; spent: Pence }
  | { kind: 'benefit-gaps'; name: string; reference: string; incomplete: number; benefits: number }
  | { kind: 'benefit-twice'; name: string; other: string; benefit: string }
  | { kind: 'near-duplicate'; name: string; other: string; words: string[] }

export type ColumnProblem =
  | 'no-total'
  | 'gap'
  | 'twice'
  | 'not-one-beyond'
  | 'beyond-start'
  | 'to-march'
  | 'report-year'

/** What a search went through: how many lines, whether every set of them, and what it left untried. */
export interface SearchReport {
  pool: number
  alternatives: Line[][]
  tried: 'all' | { upTo: number } | { stoppedAfter: number }
  notTried: 'nothing' | 'larger-sets' | 'beyond-budget'
}

/** A figure that was cut to its printed precision, and the full figure that it was cut from. */
export interface TruncatedPart {
  printed: string
  value: Pence
  full: Pence
  /** Whether the full figure is the one that should be stated, or what the plan's lines add to. */
  basis: 'stated' | 'plan-lines'
}

/** Why a difference arises. `lines` are the lines at fault; `unique` says that nothing else that was tried explains it. */
export type Explanation = {
  lines: Line[]
  unique: boolean
  /** What would explain it as well; which of them is right the document does not tell. */
  others?: Explanation[]
} & (
  | { kind: 'subset'; search: SearchReport }
  | { kind: 'cancels'; withFinding: string; from: string; to: string; search: SearchReport }
  | { kind: 'shifted-column'; under: string; belongs: string }
  | { kind: 'truncation'; parts: TruncatedPart[]; remaining: Pence; remainingCause: string | null }
  | { kind: 'other-basis'; full: Pence }
  | { kind: 'thousandfold'; meant: Pence }
  | { kind: 'keying'; printed: Pence; meant: Pence; agreeing: FindingValue[] }
  | { kind: 'rounded-input'; input: string; fulls: Pence[] }
  /** With `meant` in its place, and in the totals that carry it on, so many sums agree that do not now. */
  | { kind: 'wrong-figure'; printed: Pence | null; meant: Pence; sums: number; carriedBy: string[] }
  | { kind: 'repeated-line'; sums: number }
  | { kind: 'none'; search: SearchReport | null }
)

/** What a rule finds: two figures and what may be searched for their difference. Severity is the rule's unless given. */
export interface Draft {
  /** Names the place within the rule, the same on every run. */
  key: string
  place: FindingPlace
  subject: Subject
  printed?: Pence
  computed?: Pence
  values?: FindingValue[]
  severity?: Severity
  evidence?: Partial<Evidence>
}

export interface Discrepancy {
  rule: RuleId
  id: string
  severity: Severity
  place: FindingPlace
  subject: Subject
  printed: Pence | null
  computed: Pence | null
  difference: Pence | null
  values: FindingValue[]
  evidence: Evidence
}

/** What an explanation may draw on. */
export interface Evidence {
  /** Lines among which the difference may be found. */
  pool: Line[]
  /** Ids of the printed figures that went into `printed` or `computed`. */
  figureIds: Id[]
  document: StatedDocument | null
  /** The row or the column that does not add up; a null column means all columns together. */
  cast: { table: StatedTable; row: StatedRow | null; column: StatedColumn | null } | null
  /** Figures of the text with the full figures that each may have been cut from. */
  narrative: NarrativePart[]
  /** For a balance that remains: what it remains of, and the printed amount taken away from it. */
  remainder: { of: Pence; taken: StatedFigure; remaining: Pence[] } | null
}

export interface NarrativePart {
  figure: StatedFigure
  value: Pence
  stated: Pence | null
  planLines: Pence | null
}

/** A discrepancy with its explanation. `difference` is computed less printed; findings of one `cause` belong together. */
export interface Finding {
  id: string
  rule: RuleId
  severity: Severity
  place: FindingPlace
  subject: Subject
  printed: Pence | null
  computed: Pence | null
  difference: Pence | null
  /** Null where there is nothing to calculate. */
  explanation: Explanation | null
  cause: string
  /** Changes when the figures do, so that a closed finding reopens. */
  fingerprint: string
  values: FindingValue[]
}
