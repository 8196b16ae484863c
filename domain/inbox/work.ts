import type { RequestState } from '../authority/authorityRequest.ts'
import type { OutcomeResult } from '../board/meeting.ts'
import type { BusinessCase, CaseState } from '../businessCase/businessCase.ts'
import type { CalendarDay } from '../calendarDay.ts'
import type { ChangeApprover } from '../change/changeRoute.ts'
import type { Closure } from '../closure/closure.ts'
import type { Id } from '../id.ts'
import type { Pence } from '../money.ts'
import type { ReportDraft } from '../report/reportDraft.ts'

/** A business case as the inbox needs it: what decides whose turn it is, and nothing of its text. */
export interface CaseWork {
  id: Id
  status: CaseState
  stagesPassed: number
  routeId: Id | null
  schemeId: Id
  writers: readonly string[]
  /** The last day on which something was done with it. */
  since: CalendarDay | null
  /** A next version has taken its place already. */
  hasNext: boolean
  conditions: readonly {
    id: Id
    owner: string
    dueOn: CalendarDay
    metBy: string | null
    dischargedBy: string | null
  }[]
}

export interface RequestWork {
  id: Id
  status: RequestState
  stagesPassed: number
  routeId: Id | null
  writers: readonly string[]
  decisionTaker: string
  decidedBy: string | null
  decisionDueOn: CalendarDay | null
  hearingOn: CalendarDay | null
  since: CalendarDay | null
  amount: Pence
  isForWards: boolean
}

/** An item of an agenda that is still open. */
export interface ItemWork {
  id: Id
  subjectId: Id | null
  paperId: Id | null
  title: string
  /** Who has voted on it. */
  voted: readonly string[]
  result: OutcomeResult | null
  recordedBy: string | null
  isConfirmed: boolean
}

/** A meeting that is neither over nor called off. */
export interface MeetingWork {
  id: Id
  boardId: Id
  kind: 'meeting' | 'written_procedure'
  heldOn: CalendarDay
  isPublished: boolean
  items: readonly ItemWork[]
}

export interface WaiverWork {
  id: Id
  rule: string
  subjectKind: 'business_case' | 'authority_request' | 'scheme'
  subjectId: Id
  askedBy: string
  expiresOn: CalendarDay
}

export interface ProposalWork {
  id: Id
  summary: string
  proposedBy: string
  fromOn: CalendarDay
}

/** The approval of a case whose money is not released in full. */
export interface ReleaseWork extends Pick<BusinessCase, 'status' | 'conditions'> {
  caseId: Id
  schemeId: Id
  since: CalendarDay
  /** A request on its way asks for authority at the scheme or its theme. */
  isAskedFor: boolean
}

/** A change of the money that is sent and not yet approved or refused. */
export interface ChangeWork {
  id: Id
  writers: readonly string[]
  sentOn: CalendarDay
  approver: ChangeApprover
  /** The scheme that it is about, where it is about one. */
  schemeId: Id | null
}

/** A closed period that somebody asks to open again. */
export interface ReopeningWork {
  id: Id
  askedBy: string
  askedOn: CalendarDay
}

/** A scheme on its way to the end. */
export interface ClosureWork extends Pick<Closure, 'status' | 'boardId' | 'reviewDueOn'> {
  schemeId: Id
  writers: readonly string[]
  since: CalendarDay
}

/** A benefit of which somebody asks whether it is counted twice. */
export interface DoubleCountWork {
  id: Id
  schemeId: Id
  askedBy: string
  askedOn: CalendarDay
}

/** A report that is prepared or certified and not yet issued. */
export interface ReportWork extends Pick<ReportDraft, 'id' | 'report' | 'writers' | 'preparedBy'> {
  status: 'prepared' | 'certified'
  since: CalendarDay
}

/** All that may wait for somebody. */
export interface OpenWork {
  cases: readonly CaseWork[]
  requests: readonly RequestWork[]
  meetings: readonly MeetingWork[]
  waivers: readonly WaiverWork[]
  proposals: readonly ProposalWork[]
  releases: readonly ReleaseWork[]
  changes: readonly ChangeWork[]
  reopenings: readonly ReopeningWork[]
  closures: readonly ClosureWork[]
  doubleCounts: readonly DoubleCountWork[]
  reports: readonly ReportWork[]
}
