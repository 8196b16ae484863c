import { readyCases, requestsOnTheirWay } from '../../../../db/queries/agenda.ts'
import type { Reading } from '../../../../db/schema.ts'
import { routes } from '../../../../db/subjects.ts'
import { onItsWay } from '../../../../domain/authority/requestStages.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Pence } from '../../../../domain/money.ts'
import { amountOf } from './agendaAmount.ts'
import { subjectOf } from './agendaSubject.ts'

const MOST = 50

/** A case or a request that waits for a board and is on no agenda that is still open. */
export interface ReadyItem {
  subjectKind: 'business_case' | 'authority_request'
  id: Id
  reference: string
  title: string
  status: string
  /** The last day on which something was done with it. */
  since: CalendarDay | null
  /** Pence, all years. */
  amount: Pence
}

/** What a board is asked about next by its route on the day of a meeting: cases, then requests, the oldest first. */
export const readyItems = async (db: Reading, boardId: Id, heldOn: CalendarDay): Promise<ReadyItem[]> => {
  const cases = (await readyCases(db, boardId, MOST)).map((each) => ({
    ...each,
    subjectKind: 'business_case' as const,
  }))
  return [...cases, ...(await readyRequests(db, boardId, heldOn))]
}

/** Whether a request has a notice before its board depends on its amount and the day, so each is asked by its own route. */
const readyRequests = async (db: Reading, boardId: Id, heldOn: CalendarDay): Promise<ReadyItem[]> => {
  const leadThere = (await routes.list(db, { subjectKind: 'authority_request' })).filter(({ stages }) =>
    stages.some(({ by }) => by.kind === 'board' && by.boardId === boardId),
  )
  if (leadThere.length === 0) return []
  const ready: ReadyItem[] = []
  const routeIds = leadThere.map(({ id }) => id)
  for (const subjectId of await requestsOnTheirWay(db, routeIds, onItsWay)) {
    const subject = await subjectOf(db, { subjectKind: 'authority_request', subjectId }, heldOn)
    if (subject?.asks?.boardId !== boardId) continue
    const { value } = subject.of
    const { title, readyOn: since } = subject
    const amount = amountOf(subject.of)
    ready.push({
      subjectKind: 'authority_request',
      id: value.id,
      reference: value.reference,
      title,
      status: value.status,
      since,
      amount,
    })
    if (ready.length === MOST) break
  }
  return ready
}
