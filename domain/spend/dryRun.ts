import type { CalendarDay } from '../calendarDay.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Entry, Nature } from '../ledger/entry.ts'
import type { LedgerContext } from '../ledger/movementRules.ts'
import type { Pence } from '../money.ts'
import type { Severity } from '../tieOut/finding.ts'
import type { MessageGroup, RowMessage } from './rowMessage.ts'
import type { IgnoredWhy, SpendLine } from './spendLine.ts'

/** What the ledger holds under a ledger reference, net of what was corrected or taken back: one for each place it stands at. */
export interface HeldLine {
  ledgerRef: string
  /** `commitment` for an order, `actual` for what is spent; an invoice also holds what it took off a commitment. */
  level: 'commitment' | 'actual'
  schemeId: Id
  sourceId: Id | null
  nature: Nature
  startYear: StartYear
  period: number
  effectiveOn: CalendarDay
  amount: Pence
}

/**
 * A line of an order: what was ordered by it, and what invoices that name its order have not yet taken off, in whatever
 * period they did.
 */
export interface OrderLine {
  orderRef: string
  ledgerRef: string
  schemeId: Id
  sourceId: Id | null
  nature: Nature
  startYear: StartYear
  period: number
  ordered: Pence
  outstanding: Pence
}

/** When a scheme may spend, from decisions: on it or above it. */
export interface AuthorityDay {
  decidedOn: CalendarDay
  effectiveOn: CalendarDay
}

/** What the rules need to know beside the rows. */
export interface SpendFacts {
  ledger: LedgerContext
  today: CalendarDay
  authority: ReadonlyMap<Id, readonly AuthorityDay[]>
  isClosed: (startYear: StartYear, period: number) => boolean
  /** What a rule does on the day, as laid down. */
  severityOf: (rule: 'R09' | 'R20') => Severity
}

/** What the ledger holds for the references and the orders that a batch of rows names. */
export interface HeldFacts {
  byRef: ReadonlyMap<string, readonly HeldLine[]>
  byOrder: ReadonlyMap<string, readonly OrderLine[]>
}

export interface RowWarning {
  rule: 'R09' | 'R20' | 'formula' | 'hidden' | 'closed-period' | 'order-unknown'
  description: string
}

/** One row after it was compared with the ledger. Entries are what would be posted for it, taken-back lines included. */
export type ClassifiedRow =
  | { outcome: 'new'; row: number; line: SpendLine; entries: Entry[]; warnings: RowWarning[] }
  | {
      outcome: 'changed'
      row: number
      line: SpendLine
      held: readonly HeldLine[]
      entries: Entry[]
      warnings: RowWarning[]
    }
  | { outcome: 'duplicate'; row: number; line: SpendLine }
  | { outcome: 'rejected'; row: number; messages: RowMessage[]; amount: Pence | null }
  | { outcome: 'ignored'; row: number; why: IgnoredWhy; amount: Pence | null }

export type RowOutcome = ClassifiedRow['outcome']

export interface CountAndSum {
  rows: number
  amount: Pence
}

/** R08: a place where orders and spend would go over what is released; nothing is posted while one stands. */
export interface OverReleased {
  place: string
  requested: Pence
  available: Pence
}

/** All that a dry run comes to. The rows of the outcomes add up to the rows read. */
export interface DryRunTotals {
  read: number
  outcomes: Record<RowOutcome, CountAndSum>
  ignored: Partial<Record<IgnoredWhy, CountAndSum>>
  warnings: { rule: RowWarning['rule']; description: string; rows: number; amount: Pence }[]
  messages: MessageGroup[]
  /** Messages beyond those groups, of which so many are kept as somebody would go through. */
  otherMessages: number
  overReleased: OverReleased[]
  /** New, changed, duplicate, rejected and left out together: what must equal the total of the finance system. */
  fileTotal: Pence
}
