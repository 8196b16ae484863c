import type { inferInput } from '@trpc/tanstack-react-query'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readOf, refuseText } from '../../lib/readText.ts'
import type { trpc } from '../../lib/trpc.ts'
import type { RequestFacts } from './requestFacts.ts'

type Notice = inferInput<typeof trpc.requests.publishNotice>['notice']

export interface NoticeDraft extends Omit<Notice, 'agreedOn'> {
  agreedOn: string
  /** The day on which it was published; empty for today. */
  on: string
}

/** The particulars of regulation 9, in its order, each with what to enter where it is missing. */
export const particulars = [
  { field: 'matter', label: '(b) The matter to be decided', ask: 'Enter the matter to be decided', longest: 2000 },
  { field: 'decisionTaker', label: '(c) Who decides', ask: 'Enter who decides, by title', longest: 500 },
  {
    field: 'decisionDue',
    label: '(d) When it will be decided',
    ask: 'Enter the day or the period of the decision',
    longest: 200,
  },
  {
    field: 'documents',
    label: '(e) Documents to be considered',
    ask: 'Enter the documents that will be considered',
    longest: 2000,
  },
  {
    field: 'copiesFrom',
    label: '(f) Where copies can be had',
    ask: 'Enter the address where copies can be had',
    longest: 500,
  },
  {
    field: 'requestDocumentsFrom',
    label: '(h) How to ask for those that come later',
    ask: 'Enter how later documents can be asked for',
    longest: 500,
  },
] as const

/** A notice as far as the request itself says it already. */
export const proposedNotice = ({
  request,
  key,
  programme,
}: Pick<RequestFacts, 'request' | 'key' | 'programme'>): NoticeDraft => ({
  route: 'notice',
  agreedBy: '',
  agreedOn: '',
  reason: '',
  matter: `${request.title}: authority to spend ${formatInSentence(key.amount)} for ${programme.name}`,
  decisionTaker: request.decisionTaker,
  decisionDue: request.decisionDueOn ? formatDay(request.decisionDueOn) : '',
  documents: `Report: ${request.title}`,
  copiesFrom: '',
  isMoreToCome: true,
  requestDocumentsFrom: '',
  on: '',
})

export const readNotice = (draft: NoticeDraft): Read<{ on: ReturnType<typeof readFormDay>['day']; notice: Notice }> => {
  const { on, agreedOn, ...texts } = draft
  const isException = draft.route !== 'notice'
  const published = readFormDay('act-on', on)
  const agreed = readFormDay('notice-agreed-on', agreedOn, { isNeeded: isException })
  return readOf({ on: published.day, notice: { ...texts, agreedOn: agreed.day } }, [
    ...particulars.map(({ field, label, ask, longest }) =>
      refuseText(`notice-${field}`, draft[field], { label, ask, longest }),
    ),
    ...(isException
      ? [
          refuseText('notice-agreed-by', draft.agreedBy, {
            label: 'Who agreed',
            ask: 'Enter who was told or agreed',
            longest: 200,
          }),
          agreed.error,
          refuseText('notice-reason', draft.reason, {
            label: 'Why it cannot wait',
            ask: 'Enter why it is impracticable to wait for 28 clear days',
            longest: 2000,
          }),
        ]
      : []),
    published.error,
  ])
}
