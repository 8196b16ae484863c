import { z } from 'zod'
import type { Reading } from '../../db/schema.ts'
import { StartYear } from '../../domain/financialYear.ts'
import { Id } from '../../domain/id.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { type Role, roleTitles } from '../../domain/roles.ts'
import { produce } from '../../reports/catalogue.ts'
import type { Check } from '../../reports/check.ts'
import { checksScreen } from './features/checksScreen.ts'
import { AsAtInput } from './operation.ts'
import type { State } from './state.ts'

export const ExportInput = z.strictObject({
  report: z.string().max(100),
  format: z.string().max(20),
  asAt: AsAtInput.default(null),
  decisionId: Id.optional(),
  from: StartYear.optional(),
  to: StartYear.optional(),
})
export type ExportInput = z.output<typeof ExportInput>

/** The bytes of a report with its file name. Throws `unknown-report`, `unknown-format`, `nothing-as-at`. */
export const exportReport = async (state: State, role: Role, input: ExportInput) => {
  const { report, format, asAt, ...parameters } = input
  const { facts, checks } = await state.read(asAt, async (facts, db) => ({
    facts,
    checks: await listChecks(state, facts, db),
  }))
  // Outside the snapshot: a workbook takes its time, and no screen has to wait for it.
  return await produce(report, format, facts, { ...parameters, checks, madeBy: { role: roleTitles[role] } })
}

const listChecks = async (state: State, facts: ProgrammeFacts, db: Reading): Promise<Check[]> => {
  const { findings, rules } = await checksScreen(facts, db, state.findings(facts))
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
