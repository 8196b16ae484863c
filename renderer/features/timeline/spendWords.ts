import type { LawfulSpend } from '../../../domain/authority/lawfulSpend.ts'
import { earliestAfter } from '../../../domain/authority/requestLifecycle.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatDeadline } from '../../lib/format.ts'
import type { SpendQuestion } from './timelineSearch.ts'

type Spend = Pick<LawfulSpend, 'steps' | 'decisionOn' | 'firstSpendOn'>

/** For a decision that is still to come and whose notice can no longer be in time: since when, and from when one with notice today. */
export const lateNotice = (
  { steps, decisionOn }: Spend,
  { from, noticeRoute }: Pick<SpendQuestion, 'from' | 'noticeRoute'>,
  today: CalendarDay,
): string | null => {
  const notice = steps.find(({ step }) => step === 'notice')
  if (!notice || from.kind === 'notice' || notice.on >= today || decisionOn < today) return null
  const earliest = earliestAfter({ route: noticeRoute, publishedOn: today })
  return `it is too late for this notice, which had to be out by ${formatDeadline(notice.on)}. With notice today the decision can be made from ${formatDeadline(earliest)}.`
}

/** What is to be done next of the days of a decision, and by when. */
export const nextWords = ({ steps, firstSpendOn }: Spend, today: CalendarDay): string => {
  const next = steps.find(({ on }) => on >= today)
  if (!next) return `all of these days have passed. If each was kept, spend is lawful since ${formatDay(firstSpendOn)}.`
  const day = formatDeadline(next.on)
  return {
    notice: `publish the notice by ${day}.`,
    report: `publish the report by ${day}.`,
    decision: `make and publish the decision by ${day}.`,
    call_in_closes: `the call-in window closes on ${day}.`,
    first_spend: `money may first be spent on ${day}.`,
  }[next.step]
}
