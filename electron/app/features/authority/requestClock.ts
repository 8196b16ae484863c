import { type DoneSteps, type LawfulSpend, lawfulSpend } from '../../../../domain/authority/lawfulSpend.ts'
import type { CheckContext } from '../../../../domain/authority/requestChecks.ts'
import { isOpenToCallIn, requestAmount } from '../../../../domain/authority/requestDecision.ts'
import { earliestAfter } from '../../../../domain/authority/requestLifecycle.ts'

/** The days of a request: what has been done as it was, and the rest from there on. */
export const requestClock = ({ request, route, day, own, holidays }: CheckContext): LawfulSpend => {
  const { notice, reportPublishedOn, decision, publishedOn } = request
  const isDecided = request.status === 'approved' || request.status === 'superseded' || publishedOn !== null
  const earliest = notice && !isDecided ? earliestAfter(notice) : day
  const done: DoneSteps = {
    ...(notice ? { notice: notice.publishedOn } : {}),
    ...(reportPublishedOn ? { report: reportPublishedOn } : {}),
    ...(decision && isDecided ? { decision: decision.madeOn } : {}),
  }
  return lawfulSpend(
    {
      from: { kind: 'decision', on: earliest > day ? earliest : day },
      amount: requestAmount(request.lines),
      isForWards: request.cover.isSignificantForWards,
      noticeRoute: notice?.route ?? 'notice',
      isCallInEligible: isOpenToCallIn(request, route.stages),
    },
    { own, holidays },
    done,
    publishedOn ?? undefined,
  )
}
