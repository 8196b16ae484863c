import { z } from 'zod'
import { Role, roleTitles } from '../../../domain/roles.ts'
import { allOf, type Cause, statusOf } from '../../lib/checks.ts'

const Status = z.enum(['not-closed', 'open', 'answered', 'closed', 'all'])

/** Which checks are listed, and the finding whose places are shown. It stands in the address. */
export const ChecksFilter = z.object({
  severity: z.enum(['stop', 'warn', 'note']).optional().catch(undefined),
  /** A role, or nobody. */
  owner: z
    .union([Role, z.literal('nobody')])
    .optional()
    .catch(undefined),
  rule: z.string().max(10).optional().catch(undefined),
  status: Status.optional().catch(undefined),
  show: z.string().max(500).optional().catch(undefined),
})
export type ChecksFilter = z.infer<typeof ChecksFilter>

export const isFiltered = ({ severity, owner, rule, status }: ChecksFilter): boolean =>
  Boolean(severity || owner || rule || status)

/** The causes of which one finding at least passes; the finding that the address shows is always there. */
export const filteredCauses = (causes: readonly Cause[], filter: ChecksFilter): Cause[] =>
  causes.filter((cause) => allOf(cause).some(({ finding }) => finding.id === filter.show) || passes(cause, filter))

function passes(cause: Cause, { severity, owner, rule, status = 'not-closed' }: ChecksFilter): boolean {
  const is = statusOf(cause)
  if (status === 'not-closed' ? is === 'closed' : status !== 'all' && is !== status) return false
  return allOf(cause).some(
    (check) =>
      (severity === undefined || check.finding.severity === severity) &&
      (rule === undefined || check.finding.rule === rule) &&
      (owner === undefined || check.owner === (owner === 'nobody' ? null : roleTitles[owner])),
  )
}
