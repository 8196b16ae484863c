import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { firstDayOfPeriod, lastDayOfPeriod, type Period } from '../period/period.ts'
import type { HighlightReport, ReportedMilestone, ReportedRisk } from './highlightReport.ts'
import { ratingScaleOn } from './ratingScale.ts'

/** What a scheme lead writes of a month. */
export type HighlightContent = Pick<HighlightReport, 'delivery' | 'commentary' | 'nextMonth'>

interface Writing {
  id: Id
  schemeId: Id
  startYear: StartYear
  period: Period
  writtenBy: string
  today: CalendarDay
}

/**
 * The month's report with what was written: its draft, or the next version after one that was submitted. Throws
 * `future-day` for a month that has not begun, and `rating-not-in-force` for a rating that the scale of the month does not have.
 */
export const writeHighlight = (
  latest: HighlightReport | undefined,
  content: HighlightContent,
  { id, schemeId, startYear, period, writtenBy, today }: Writing,
): HighlightReport => {
  const begins = firstDayOfPeriod(startYear, period)
  if (begins > today) return fail('future-day', { on: begins, today })
  const scale = ratingScaleOn(lastDayOfPeriod(startYear, period))
  if (content.delivery !== null && !scale.includes(content.delivery)) {
    return fail('rating-not-in-force', { rating: content.delivery, on: lastDayOfPeriod(startYear, period) })
  }
  if (latest?.status === 'draft') return { ...latest, ...content, writtenBy, revision: latest.revision + 1 }
  return {
    id,
    revision: 1,
    isRemoved: false,
    schemeId,
    startYear,
    period,
    version: (latest?.version ?? 0) + 1,
    status: 'draft',
    ...content,
    milestones: [],
    risks: [],
    writtenBy,
    submittedOn: null,
  }
}

/** Submits a draft with its milestones and risks as they stand. Throws `wrong-status` and `highlight-incomplete`. */
export const submitHighlight = (
  draft: HighlightReport,
  given: { milestones: ReportedMilestone[]; risks: ReportedRisk[]; on: CalendarDay },
): HighlightReport => {
  if (draft.status !== 'draft') return fail('wrong-status', { is: draft.status, needs: 'draft' })
  const missing = [
    ...(draft.delivery === null ? (['rating'] as const) : []),
    ...(draft.commentary === '' ? (['commentary'] as const) : []),
  ]
  if (missing.length > 0) return fail('highlight-incomplete', { missing })
  const { milestones, risks, on } = given
  return { ...draft, status: 'submitted', milestones, risks, submittedOn: on, revision: draft.revision + 1 }
}
