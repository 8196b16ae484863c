import { asksForSignIn } from '../../../db/credentials.ts'
import { programmeFacts } from '../../../db/queries/programmeFacts.ts'
import type { OnProgress } from '../../../db/queries/verify.ts'
import type { Reading } from '../../../db/schema.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { StartYear } from '../../../domain/financialYear.ts'
import type { Id } from '../../../domain/id.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import type { Finding } from '../../../domain/tieOut/finding.ts'
import { tieOut } from '../../../domain/tieOut/tieOut.ts'
import { type ProducedReport, produce } from '../../../reports/catalogue.ts'
import type { Check } from '../../../reports/check.ts'
import { checksScreen } from './checksScreen.ts'
import { expectedYears } from './forecast/expectedYears.ts'

/** A report that was asked for: what of, as at which day, and by which role. */
export interface ReportOrder {
  report: string
  format: string
  day: CalendarDay
  decisionId?: Id | undefined
  from?: StartYear | undefined
  to?: StartYear | undefined
  /** The title of the role that asks. */
  madeBy: string
}

const STEPS = 3

/** A report's bytes with the checks beside its figures. Throws `unknown-report`, `unknown-format`, `bad-year`, `not-found`. */
export const makeReport = async (db: Reading, order: ReportOrder, tell: OnProgress): Promise<ProducedReport> => {
  const { report, format, day, madeBy, ...parameters } = order
  const facts = await programmeFacts(db, day)
  tell(1, STEPS)
  const checks = await listChecks(facts, db, tieOut(facts))
  tell(2, STEPS)
  const isOpenToAll = !(await asksForSignIn(db))
  const produced = await produce(report, format, facts, {
    ...parameters,
    checks,
    expected: report === 'spend' ? await expectedYears(facts, db) : undefined,
    madeBy: { role: madeBy },
    isOpenToAll,
  })
  tell(STEPS, STEPS)
  return produced
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
