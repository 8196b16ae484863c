import type { inferInput } from '@trpc/tanstack-react-query'
import { readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readOf, refuseText } from '../../lib/readText.ts'
import type { trpc } from '../../lib/trpc.ts'

type RequestStart = inferInput<typeof trpc.requests.start>

export interface StartDraft {
  reference: string
  title: string
  decisionTaker: string
  dueOn: string
  linesBy: RequestStart['linesBy']
}

export const blankStart: StartDraft = { reference: '', title: '', decisionTaker: '', dueOn: '', linesBy: 'scheme' }

/** What a request is begun with. Who decides and when may be said later. */
export const readStart = (draft: StartDraft): Read<RequestStart> => {
  const due = readFormDay('request-due', draft.dueOn)
  return readOf(
    {
      reference: draft.reference.trim(),
      title: draft.title.trim(),
      decisionTaker: draft.decisionTaker.trim(),
      decisionDueOn: due.day,
      linesBy: draft.linesBy,
    },
    [
      refuseText('request-reference', draft.reference, {
        label: 'Reference',
        ask: 'Enter the reference of the request, for example A1',
        longest: 60,
      }),
      refuseText('request-title', draft.title, {
        label: 'What the authority is for',
        ask: 'Enter what the authority is for',
        longest: 300,
      }),
      refuseText('request-taker', draft.decisionTaker, { label: 'Decision taker', longest: 200 }),
      due.error,
    ],
  )
}
