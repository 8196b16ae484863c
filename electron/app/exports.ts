import { z } from 'zod'
import { StartYear } from '../../domain/financialYear.ts'
import { Id } from '../../domain/id.ts'
import type { Actor } from '../../domain/people/actor.ts'
import { roleTitles } from '../../domain/roles.ts'
import type { ProducedReport } from '../../reports/catalogue.ts'
import { AsAtInput } from './operation.ts'
import type { State } from './state.ts'
import { type Asked, WorkId } from './work/works.ts'

export const ExportInput = z.strictObject({
  report: z.string().max(100),
  format: z.string().max(20),
  asAt: AsAtInput.default(null),
  decisionId: Id.optional(),
  from: StartYear.optional(),
  to: StartYear.optional(),
  /** Under which the page asks how far it has come, or stops it. */
  work: WorkId.optional(),
})
export type ExportInput = z.output<typeof ExportInput>

/** The bytes of a report with its file name. Throws `unknown-report`, `unknown-format`, `nothing-as-at`, `work-cancelled`. */
export const exportReport = async (
  state: State,
  actor: Actor,
  { asAt, work, ...order }: ExportInput,
  session = '',
): Promise<ProducedReport> => {
  const asked: Asked | undefined = work === undefined ? undefined : { session, work }
  const { day, isLarge } = await state.read(asAt, ({ asAt, balances }) => ({
    day: asAt.day,
    isLarge: balances.length > LONG_REPORT,
  }))
  return await state.run('report', asAt, { ...order, day, madeBy: madeBy(actor) }, isLarge, asked)
}

const madeBy = ({ account, role }: Actor): string =>
  account === null ? roleTitles[role] : `${account.title} (${roleTitles[role].toLowerCase()})`

/** Balances. A report of fewer is made sooner than a thread is started for it. */
const LONG_REPORT = 1000
