import { z } from 'zod'
import type { Reading, Tx } from '../../../../db/schema.ts'
import { highlightReports, milestones, risks, schemes } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { inOrder } from '../../../../domain/delivery/milestone.ts'
import { fail } from '../../../../domain/errors.ts'
import { submitHighlight, writeHighlight } from '../../../../domain/forecast/highlightActs.ts'
import {
  HighlightReport,
  type ReportedMilestone,
  type ReportedRisk,
} from '../../../../domain/forecast/highlightReport.ts'
import { Id } from '../../../../domain/id.ts'
import { score, topRisks } from '../../../../domain/risk/score.ts'
import type { Service } from '../../command.ts'

const TOP_RISKS = 5

/** A scheme's milestones in order and its highest open risks, as they stand. */
export const deliveryNow = async (
  db: Reading | Tx,
  schemeId: Id,
): Promise<{ milestones: ReportedMilestone[]; risks: ReportedRisk[] }> => ({
  milestones: inOrder(await milestones.list(db, { schemeId })).map(
    ({ id, name, baselineOn, forecastOn, actualOn }) => ({ id, name, baselineOn, forecastOn, actualOn }),
  ),
  risks: topRisks(await risks.list(db, { schemeId }), TOP_RISKS).map((risk) => ({
    id: risk.id,
    title: risk.title,
    score: score(risk),
  })),
})

export const HighlightWriting = HighlightReport.pick({
  schemeId: true,
  startYear: true,
  period: true,
  delivery: true,
  commentary: true,
  nextMonth: true,
}).extend({
  /** The version and revision that the writer saw; null where there was none. */
  seen: z.strictObject({ id: Id, revision: z.int().min(1) }).nullable(),
})

/** Saves what is written of a month; after a submitted report it begins its next version. */
export const writeHighlightReport: Service<z.infer<typeof HighlightWriting>, HighlightReport> = async (
  change,
  { seen, schemeId, startYear, period, ...content },
  { actor, clock, newId },
) => {
  await schemes.get(change.tx, schemeId)
  const latest = (await highlightReports.list(change.tx, { schemeId, startYear, period })).reduce<
    HighlightReport | undefined
  >((newest, each) => (newest && newest.version > each.version ? newest : each), undefined)
  const isAsSeen = latest?.id === seen?.id && latest?.revision === seen?.revision
  if (!isAsSeen) fail('stale', { entity: 'highlight_report', id: latest?.id ?? schemeId })
  const today = dayInLondon(clock())
  const after = writeHighlight(latest, content, { id: newId(), schemeId, startYear, period, writtenBy: actor, today })
  await (latest?.id === after.id ? highlightReports.save(change, after) : highlightReports.insert(change, after))
  return {
    subject: { kind: 'scheme', id: schemeId },
    transition: 'highlight report written',
    value: after,
    isUndoable: true,
  }
}

export const HighlightSubmission = z.strictObject({ id: Id, revision: z.int().min(1) })

/** Submits a report as it stands, with its milestones and risks; the scheme takes its rating from its newest month. */
export const submitHighlightReport: Service<z.infer<typeof HighlightSubmission>, HighlightReport> = async (
  change,
  { id, revision },
  { clock },
) => {
  const before = await highlightReports.get(change.tx, id)
  if (before.revision !== revision) fail('stale', { entity: 'highlight_report', id })
  const { schemeId } = before
  const on = dayInLondon(clock())
  const after = await highlightReports.save(
    change,
    submitHighlight(before, { ...(await deliveryNow(change.tx, schemeId)), on }),
  )
  const monthOf = (each: HighlightReport) => each.startYear * 100 + each.period
  const submitted = await highlightReports.list(change.tx, { schemeId, status: 'submitted' })
  const scheme = await schemes.get(change.tx, schemeId)
  if (submitted.every((each) => monthOf(each) <= monthOf(after)) && scheme.ragDelivery !== after.delivery) {
    await schemes.save(change, { ...scheme, ragDelivery: after.delivery, revision: scheme.revision + 1 })
  }
  return { subject: { kind: 'scheme', id: schemeId }, transition: 'highlight report submitted', value: after }
}
