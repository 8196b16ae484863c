import type { AgendaItem } from '../../domain/board/meeting.ts'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import type { Pence } from '../../domain/money.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Rating } from '../../domain/programme/scheme.ts'
import type { Exempt } from '../../domain/report/exempt.ts'
import type { Writing } from '../document/section.ts'
import type { ReportContent } from '../model/reportModel.ts'

/** A member's seat, by office. */
export interface PackSeat {
  office: string
  organisation: string | null
  isChair: boolean
}

export interface PackInterest {
  item: string
  office: string
  kind: string
  description: string
  withdrew: boolean
  exempt: Exempt | null
}

/** An action of an earlier meeting. */
export interface PackAction {
  id: Id
  heldOn: CalendarDay
  text: string
  owner: string
  dueOn: CalendarDay | null
  doneOn: CalendarDay | null
  /** Of a meeting with exempt items, of which nobody can tell whether its actions speak. */
  exempt: Exempt | null
}

export interface PackLine {
  startYear: StartYear
  source: string
  amount: Pence
}

/** What is to be known of an item on one page. */
export interface PackItem {
  id: Id
  title: string
  subjectKind: AgendaItem['subjectKind']
  exempt: Exempt | null
  /** What the board is asked to do; null where its route asks nothing of this board now. */
  act: string | null
  reference: string | null
  /** Null where the paper is not frozen yet, because the agenda is not published. */
  paperSha256: string | null
  writers: readonly string[]
  lines: readonly PackLine[]
  places: readonly { kind: 'programme' | 'theme' | 'scheme'; id: Id }[]
  rating: Rating
  benefits: readonly string[]
  risks: readonly { title: string; score: number | null }[]
  financeCheck: string
  recommendation: string
  outcome: string | null
  /** The paper itself as a document; null for business without one. */
  paper: ReportContent | null
}

export interface BoardPackGiven extends Writing {
  facts: ProgrammeFacts
  board: string
  kind: 'meeting' | 'written_procedure'
  heldOn: CalendarDay
  venue: string
  isPublished: boolean
  isCancelled: boolean
  quorum: string
  seats: readonly PackSeat[]
  items: readonly PackItem[]
  interests: readonly PackInterest[]
  actions: readonly PackAction[]
}
