import type { AuthorityRequest } from '../../domain/authority/authorityRequest.ts'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Decision } from '../../domain/programme/decision.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Exempt } from '../../domain/report/exempt.ts'

/** How a board came to it: who voted how by number, and who had an interest, by office. */
export interface BoardVote {
  board: string
  heldOn: CalendarDay
  votes: Record<'for' | 'against' | 'abstain', number>
  interests: { office: string; kind: string; withdrew: boolean }[]
}

export interface DecisionRecordGiven {
  facts: ProgrammeFacts
  decision: Decision
  /** What was decided on, as a title with its reference; null where nothing of the program was. */
  about: string | null
  /** The request that it decides on; null for other decisions. */
  request: AuthorityRequest | null
  /** The offices of whoever wrote what was decided on. */
  writers: readonly string[]
  /** The last day on which it can or could be called in; null where it cannot. */
  callInClosesOn: CalendarDay | null
  vote: BoardVote | null
  exempt: Exempt | null
}
