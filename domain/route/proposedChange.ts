import { z } from 'zod'
import { Id } from '../id.ts'
import { Pence } from '../money.ts'
import { RoleAssignment } from '../people/account.ts'
import type { Proposal } from './proposal.ts'
import { Route } from './route.ts'
import { DatedRuleValue } from './ruleValue.ts'

/** What a proposal would change, in the shape of its kind. */
export const ProposedChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('route'),
    route: Route.pick({ subjectKind: true, name: true, stages: true, monitoredBy: true, isSingleBoard: true }),
  }),
  z.strictObject({
    kind: z.literal('rule_value'),
    ruleValue: DatedRuleValue.pick({ rule: true, value: true }),
  }),
  z.strictObject({
    kind: z.literal('delegation_limit'),
    limit: z.strictObject({
      accountId: Id,
      role: RoleAssignment.shape.role,
      scope: RoleAssignment.shape.scope,
      /** Null takes the limit away: the role then decides no money. */
      amount: Pence.nullable(),
    }),
  }),
  z.strictObject({
    kind: z.literal('rule_severity'),
    severity: z.strictObject({ rule: z.string().regex(/^R\d\d$/), severity: z.enum(['stop', 'warn', 'note']) }),
  }),
])
export type ProposedChange = z.infer<typeof ProposedChange>

/** What was proposed, read back from the proposal. */
export const changeOf = (proposal: Pick<Proposal, 'content'>): ProposedChange =>
  ProposedChange.parse(JSON.parse(proposal.content))
