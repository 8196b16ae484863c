import type { RequestLine, RequestState } from '../../domain/authority/authorityRequest.ts'
import { requestAmount } from '../../domain/authority/requestDecision.ts'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { type Pence, sum } from '../../domain/money.ts'
import { readable } from '../readable.ts'
import type { Reading } from '../schema.ts'

export interface ListedRequest {
  id: Id
  revision: number
  reference: string
  version: number
  title: string
  status: RequestState
  decisionTaker: string
  decisionDueOn: CalendarDay | null
  noticePublishedOn: CalendarDay | null
  noticeRoute: string | null
  isSignificantForWards: boolean
  decisionId: Id | null
  /** Pence, all lines together. */
  amount: Pence
  /** Pence, by which it is a key decision or not: what it adds, or what it takes back where that is more. */
  keyAmount: Pence
  routeId: Id | null
  stagesPassed: number
}

/** A page of requests, the newest first, of the columns that a list shows; `after` is the last id of the page before. */
export const listRequests = async (
  db: Reading,
  {
    statuses,
    after,
    limit,
    withNotice = false,
    placeIds = null,
  }: {
    statuses: readonly RequestState[] | null
    after: Id | null
    limit: number
    /** Only those whose notice is published. */
    withNotice?: boolean
    /** Only those that ask for something at one of these places. */
    placeIds?: readonly Id[] | null
  },
): Promise<ListedRequest[]> => {
  let query = db
    .selectFrom('authority_request')
    .where('is_removed', '=', 0)
    .select(['id', 'revision', 'reference', 'version', 'title', 'status', 'decision_taker', 'decision_due_on'])
    .select(['notice_json', 'cover_json', 'decision_id', 'lines_json', 'route_id', 'stages_passed'])
  if (statuses) query = query.where('status', 'in', [...statuses])
  if (after) query = query.where('id', '<', after)
  if (withNotice) query = query.where('notice_json', 'is not', null)
  if (placeIds) {
    // Ids are unlike all else in the text, so that the lines need not be taken apart to look for them.
    query = query.where((eb) => eb.or(placeIds.map((id) => eb('lines_json', 'like', `%${id}%`))))
  }
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) =>
    readable(() => {
      const notice = row.notice_json ? JSON.parse(row.notice_json as string) : null
      const lines = JSON.parse(row.lines_json as string) as RequestLine[]
      return {
        id: row.id as Id,
        revision: row.revision,
        reference: row.reference as string,
        version: row.version as number,
        title: row.title as string,
        status: row.status as RequestState,
        decisionTaker: row.decision_taker as string,
        decisionDueOn: row.decision_due_on as CalendarDay | null,
        noticePublishedOn: (notice?.publishedOn ?? null) as CalendarDay | null,
        noticeRoute: (notice?.route ?? null) as string | null,
        isSignificantForWards: (JSON.parse(row.cover_json as string) as { isSignificantForWards: boolean })
          .isSignificantForWards,
        decisionId: row.decision_id as Id | null,
        amount: sum(lines.map(({ amount }) => amount)),
        keyAmount: requestAmount(lines),
        routeId: row.route_id as Id | null,
        stagesPassed: row.stages_passed as number,
      }
    }),
  )
}
