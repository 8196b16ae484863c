import type { Reading } from '../../../db/schema.ts'
import { authorityRequests, boards, businessCases, meetings, proposals, waivers } from '../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../domain/authority/authorityRequest.ts'
import type { Waiver } from '../../../domain/authority/waiver.ts'
import type { Board } from '../../../domain/board/board.ts'
import type { Meeting } from '../../../domain/board/meeting.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import type { Proposal } from '../../../domain/route/proposal.ts'

const kinds = {
  business_case: businessCases,
  authority_request: authorityRequests,
  meeting: meetings,
  board: boards,
  proposal: proposals,
  waiver: waivers,
} as const

interface Things {
  business_case: BusinessCase
  authority_request: AuthorityRequest
  meeting: Meeting
  board: Board
  proposal: Proposal
  waiver: Waiver
}

/** An event with the things as they were before it and as it left them. */
export interface Past {
  seq: number
  actor: string
  role: string
  operation: string
  subjectId: string
  before: <Kind extends keyof Things>(kind: Kind, id: string | null) => Things[Kind] | undefined
  after: <Kind extends keyof Things>(kind: Kind, id: string | null) => Things[Kind] | undefined
}

/** Reads the trail of a file from its first event on, and lets somebody look at each event as it was. */
export const eachEvent = async (db: Reading, look: (past: Past) => void): Promise<void> => {
  const events = await db
    .selectFrom('event')
    .select(['seq', 'actor', 'role', 'operation', 'subject_id', 'rows_json'])
    .orderBy('seq')
    .execute()
  const known = new Map<string, object>()
  for (const event of events) {
    const before = new Map(known)
    const rows = JSON.parse(event.rows_json) as {
      kind: string
      row: { id: string; revision: number; is_removed: 0 | 1 }
    }[]
    for (const { kind, row } of rows) {
      if (kind in kinds) known.set(`${kind} ${row.id}`, kinds[kind as keyof Things].fromRow(row))
    }
    look({
      seq: event.seq,
      actor: event.actor,
      role: event.role,
      operation: event.operation,
      subjectId: event.subject_id,
      before: (kind, id) => before.get(`${kind} ${id}`) as never,
      after: (kind, id) => known.get(`${kind} ${id}`) as never,
    })
  }
}
