import type { FigureCheck } from '../../../../domain/figures/figureChecks.ts'
import { tokenPattern } from '../../../../domain/figures/token.ts'
import { lacksOfExemption } from '../../../../domain/report/exemptMark.ts'
import type { ReportDraft, ReportWaiver } from '../../../../domain/report/reportDraft.ts'
import { reportList } from '../../../../domain/report/reportList.ts'
import type { ReportStop } from '../../../../domain/report/reportStop.ts'
import type { Check } from '../../../../reports/check.ts'
import { isArguable } from '../../../../reports/exempt/leak.ts'
import { leaksIn } from '../../../../reports/exempt/leaksIn.ts'
import { lostMarks } from '../../../../reports/exempt/markExempt.ts'
import type { NarrativeSection, ReportModel } from '../../../../reports/model/reportModel.ts'

/** What keeps a report from being issued as it was made of its draft. */
export const stopsOf = (
  model: ReportModel,
  open: ReportModel | null,
  { sections, figures }: { sections: readonly NarrativeSection[]; figures: readonly FigureCheck[] },
  { marks, waivers }: Pick<ReportDraft, 'marks' | 'waivers'>,
): ReportStop[] => [
  ...(reportList[model.heading.order.report].isHeldByChecks ? openChecks(model.checks) : []),
  ...typedFigures(figures, sections, waivers),
  ...deadTokens(model),
  ...marks.flatMap((mark): ReportStop[] => {
    const lacks = lacksOfExemption(mark)
    return lacks.length > 0 ? [{ kind: 'mark', part: mark.part, lacks }] : []
  }),
  ...lostMarks(model, marks).map(({ part }): ReportStop => ({ kind: 'lost-mark', part })),
  ...(open === null ? [] : leaks(model, open, waivers)),
]

const leaks = (model: ReportModel, open: ReportModel, waivers: readonly ReportWaiver[]): ReportStop[] => {
  const answered = new Set(waivers.map((waiver) => (waiver.kind === 'leak' ? waiver.leak : null)))
  return leaksIn(model, open)
    .filter((leak) => !(isArguable(leak) && answered.has(leak.id)))
    .map((leak) => ({ kind: 'leak', id: leak.id, cell: leak.cell, how: leak.how, isArguable: isArguable(leak) }))
}

/** R06, R07: a figure that somebody typed and the ledger has otherwise. Tokens are looked for in the whole report. */
const typedFigures = (
  figures: readonly FigureCheck[],
  sections: readonly NarrativeSection[],
  waivers: readonly ReportWaiver[],
): ReportStop[] =>
  figures
    .filter(({ stops, verdict }) => stops && verdict !== 'dead-token')
    .filter(
      ({ section, printed }) =>
        !waivers.some((waiver) => waiver.kind === 'figure' && waiver.section === section && waiver.typed === printed),
    )
    .map(({ section, printed, sentence }) => ({
      kind: 'figure',
      section,
      heading: sections.find(({ id }) => id === section)?.heading ?? section,
      typed: printed,
      why: sentence,
    }))

const openChecks = (checks: readonly Check[]): ReportStop[] =>
  checks
    .filter(({ severity, status }) => severity === 'stop' && status === 'open')
    .map(({ rule, place, explanation }) => ({ kind: 'check', rule, place, explanation }))

/** A token that was understood is a figure by now. */
const deadTokens = ({ parts, heading: { title } }: ReportModel): ReportStop[] => {
  let heading = title
  return parts.flatMap((part) => {
    if (part.kind === 'heading') heading = part.text
    const runs = part.kind === 'paragraph' ? part.runs : part.kind === 'list' ? part.items.flat() : []
    return runs.flatMap((run): ReportStop[] =>
      run.kind === 'text'
        ? [...run.text.matchAll(tokenPattern)].map(([, token = '']): ReportStop => {
            return { kind: 'token', section: part.id, heading, token }
          })
        : [],
    )
  })
}
