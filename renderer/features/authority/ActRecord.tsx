import { formatDay } from '../../../domain/inWords.ts'
import { optionWords } from '../../lib/fieldWords.ts'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { outcomeWords } from './decideDraft.ts'
import { particulars } from './noticeDraft.ts'
import type { RequestFacts } from './requestFacts.ts'
import type { ActTask } from './requestSearch.ts'
import { isPublished } from './requestTasks.ts'
import { scrutinyWords } from './scrutinyWords.ts'

/** Whether the act has been done, so that nobody needs to be told why it cannot be done now. */
export const isRecorded = (request: RequestFacts['request'], task: ActTask): boolean =>
  ({
    financeCheck: request.financeCheck !== null,
    legalCheck: request.legalCheck !== null,
    publishNotice: request.notice !== null,
    publishReport: request.reportPublishedOn !== null,
    decide: request.decision !== null,
    publishDecision: isPublished(request),
    callIn: request.callIn !== null,
    scrutinyOutcome: request.callIn !== null && request.callIn.outcome !== null,
    validate: false,
    withdraw: false,
    newVersion: false,
  })[task]

/** What was recorded of an act that has been done. Who did it stands in the time line. */
export function ActRecord({ facts, task }: { facts: RequestFacts; task: ActTask }) {
  const { request, decision } = facts
  const { financeCheck, legalCheck, notice, reportPublishedOn, publishedOn, callIn } = request
  const check = task === 'financeCheck' ? financeCheck : task === 'legalCheck' ? legalCheck : null
  if (check)
    return (
      <Facts
        facts={[
          ['Done on', formatDay(check.on)],
          ['Note', check.note],
        ]}
      />
    )
  if (task === 'publishNotice' && notice)
    return (
      <CheckAnswers
        answers={[
          { label: 'Published on', value: formatDay(notice.publishedOn) },
          { label: 'How notice was given', value: optionWords(notice.route) },
          ...(notice.route === 'notice'
            ? []
            : [
                {
                  label: 'Agreed by',
                  value: `${notice.agreedBy}${notice.agreedOn ? `, ${formatDay(notice.agreedOn)}` : ''}`,
                },
                { label: 'Why it could not wait', value: notice.reason },
              ]),
          { label: '(a) Decision', value: 'A key decision is to be made' },
          ...particulars.map(({ field, label }) => ({ label, value: notice[field] })),
          { label: '(g) Other documents may be submitted', value: notice.isMoreToCome ? 'Yes' : 'No' },
        ]}
      />
    )
  if (task === 'publishReport' && reportPublishedOn)
    return <Facts facts={[['Published on', formatDay(reportPublishedOn)]]} />
  if (task === 'decide' && request.decision)
    return (
      <CheckAnswers
        answers={[
          {
            label: request.status === 'referred_back' || request.status === 'deferred' ? 'Decided before' : 'Decided',
            value: outcomeWords[request.decision.outcome],
          },
          { label: 'Made on', value: formatDay(request.decision.madeOn) },
          { label: 'Wording', value: request.decision.wording },
          { label: 'Reason', value: request.decision.reason || 'None' },
        ]}
      />
    )
  if (task === 'publishDecision' && publishedOn && isPublished(request))
    return (
      <Facts
        facts={[
          ['Published on', formatDay(publishedOn)],
          ['Reference', decision?.reference ?? ''],
        ]}
      />
    )
  if ((task === 'callIn' || task === 'scrutinyOutcome') && callIn)
    return (
      <CheckAnswers
        answers={[
          { label: 'Received on', value: formatDay(callIn.receivedOn) },
          { label: 'Called in by', value: callIn.signatories },
          { label: 'Grounds', value: callIn.grounds },
          {
            label: 'Heard by',
            value: [callIn.scrutinyBoard, callIn.hearingOn && formatDay(callIn.hearingOn)].filter(Boolean).join(', '),
          },
          {
            label: 'Outcome',
            value: callIn.outcome
              ? `${scrutinyWords[callIn.outcome]}${callIn.outcomeOn ? `, ${formatDay(callIn.outcomeOn)}` : ''}`
              : 'Not yet',
          },
          { label: 'Note', value: callIn.note || 'None' },
        ]}
      />
    )
  return null
}
