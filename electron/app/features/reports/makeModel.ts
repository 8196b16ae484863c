import { asksForSignIn } from '../../../../db/credentials.ts'
import { programmeFacts } from '../../../../db/queries/programmeFacts.ts'
import type { OnProgress } from '../../../../db/queries/verify.ts'
import type { Reading } from '../../../../db/schema.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { ExemptMark } from '../../../../domain/report/exemptMark.ts'
import { reportList } from '../../../../domain/report/reportList.ts'
import type { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import type { Finding } from '../../../../domain/tieOut/finding.ts'
import { tieOut } from '../../../../domain/tieOut/tieOut.ts'
import type { Check } from '../../../../reports/check.ts'
import { holdsExempt } from '../../../../reports/exempt/amountsOfReport.ts'
import { markExempt } from '../../../../reports/exempt/markExempt.ts'
import { exemptInFull, publicVersion } from '../../../../reports/exempt/publicVersion.ts'
import { headingOfReport } from '../../../../reports/model/headingOfReport.ts'
import type { NarrativeSection, ReportModel } from '../../../../reports/model/reportModel.ts'
import { checksScreen } from '../checksScreen.ts'
import { exemptionOfScope } from '../exempt/exemptionOfScope.ts'
import { figuresOf } from './figuresOf.ts'
import { makers } from './makers.ts'

/** A report that was asked for: which, as at which day, with which texts, and by which role. */
export interface ModelOrder {
  order: ReportOrder
  day: CalendarDay
  narrative: Readonly<Record<string, string>>
  /** The title of the role that asks. */
  madeBy: string
  /** What somebody marked as exempt beside what the programme says is. */
  marks?: readonly ExemptMark[]
}

export interface MadeModel {
  model: ReportModel
  sections: NarrativeSection[]
}

const STEPS = 3

/**
 * The model of a report in the version that is asked for, at the moment of the snapshot. Throws `unknown-report`,
 * `bad-scope`, `bad-year`, `not-found` for a thing that is not on record, and `exemption-incomplete` for a mark without reasons.
 */
export const makeModel = async (db: Reading, asked: ModelOrder, tell: OnProgress): Promise<MadeModel> => {
  const { order, day, narrative, madeBy, marks = [] } = asked
  if (order.report === 'everything') return fail('unknown-report', { report: order.report })
  const make = makers[order.report]
  const { scopes } = reportList[order.report]
  if (!scopes.includes(order.scope.kind)) fail('bad-scope', { report: order.report, needs: scopes.join(', ') })
  const facts = await programmeFacts(db, day)
  tell(1, STEPS)
  const checks = await listChecks(facts, db, tieOut(facts))
  tell(2, STEPS)
  const content = await make({ facts, db, order, narrative, figures: await figuresOf(facts, db, order), checks })
  const { title, about, unit, sections, ...parts } = content
  const isOpenToAll = !(await asksForSignIn(db))
  const heading = headingOfReport(facts, order, content, { madeBy: { role: madeBy }, isOpenToAll })
  tell(STEPS, STEPS)
  const full = markExempt({ heading, ...parts, checks }, marks)
  return { model: order.version === 'full' ? full : await forThePublic(db, full), sections }
}

/** What is exempt in the programme is so in each of its reports: as a whole where its maker keeps nothing of it apart. */
export const forThePublic = async (db: Reading, full: ReportModel): Promise<ReportModel> => {
  const exempt = full.parts.some(holdsExempt) ? null : await exemptionOfScope(db, full.heading.order)
  return exempt === null ? publicVersion(full) : exemptInFull(full, exempt)
}

const listChecks = async (facts: ProgrammeFacts, db: Reading, all: Finding[]): Promise<Check[]> => {
  const { findings, rules } = await checksScreen(facts, db, all)
  return findings.map(({ finding, words, where, status }) => ({
    rule: finding.rule,
    name: rules.find((rule) => rule.id === finding.rule)?.name ?? finding.rule,
    severity: finding.severity,
    place: where,
    printed: finding.printed,
    computed: finding.computed,
    difference: finding.difference,
    explanation: words.why === null ? words.what : `${words.what}. ${words.why}`,
    status,
  }))
}
