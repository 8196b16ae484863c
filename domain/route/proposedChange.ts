import { z } from 'zod'
import { Id } from '../id.ts'
import { LARGEST_AMOUNT, Pence } from '../money.ts'
import { RoleAssignment } from '../people/account.ts'
import { mayDo } from '../roles.ts'
import type { Proposal } from './proposal.ts'
import { Route, RouteStage } from './route.ts'
import { DatedRuleValue, type RuleName } from './ruleValue.ts'

/** Whether a rule is an amount of money in pence: the threshold, and the limits up to which offices approve changes. */
export const isAmountRule = (rule: RuleName): boolean =>
  rule === 'key_decision_threshold' ||
  rule === 'change_limit_programme_director' ||
  rule === 'change_limit_s151_officer'

/** The least and the most that a rule can be given: pence, percent, days or months. */
export const ruleRange = (rule: RuleName): { min: number; max: number } => {
  if (isAmountRule(rule)) return { min: 0, max: LARGEST_AMOUNT }
  return rule === 'change_share_percent' ? { min: 1, max: 100 } : { min: 1, max: 240 }
}

const isInRange = ({ rule, value }: { rule: RuleName; value: number }): boolean => {
  const { min, max } = ruleRange(rule)
  return value >= min && value <= max
}

/** What a proposal would change, in the shape of its kind. The stages of a route get their ids once it is accepted. */
export const ProposedChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('route'),
    route: Route.pick({ subjectKind: true, name: true, monitoredBy: true, isSingleBoard: true }).extend({
      stages: z
        .array(RouteStage.omit({ id: true }))
        .min(1)
        .max(20),
    }),
  }),
  z.strictObject({
    kind: z.literal('rule_value'),
    ruleValue: DatedRuleValue.pick({ rule: true, value: true }).refine(isInRange, { path: ['value'] }),
  }),
  z.strictObject({
    kind: z.literal('delegation_limit'),
    limit: z.strictObject({
      accountId: Id,
      role: RoleAssignment.shape.role.refine((role) => mayDo(role, 'decide')),
      scope: RoleAssignment.shape.scope,
      /** Pence; null takes the limit away, and the role then decides no money. */
      amount: Pence.refine((amount) => amount >= 0).nullable(),
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
