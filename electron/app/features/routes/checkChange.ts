import type { Reading, Tx } from '../../../../db/schema.ts'
import { accounts, boards, proposals, routes, ruleValues } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { applyDelegationLimit, isSameScope } from '../../../../domain/people/delegationLimit.ts'
import { assignmentsOn } from '../../../../domain/people/rolesHeld.ts'
import { acceptedSeverities } from '../../../../domain/route/proposals.ts'
import { changeOf, type ProposedChange } from '../../../../domain/route/proposedChange.ts'
import { checkRoute } from '../../../../domain/route/routeRules.ts'
import { changeableRules, severityOn } from '../../../../domain/route/ruleCatalogue.ts'
import { ruleOn } from '../../../../domain/route/rulesInForce.ts'

/**
 * Holds a change against what is there. Throws `unlawful-route`, `already-dated` where something has begun or will begin on
 * the same day, `nothing-changes`, `cannot-change-rule` for what is law, and `not-found` for a role that nobody holds.
 */
export const checkChange = async (db: Reading | Tx, change: ProposedChange, fromOn: CalendarDay): Promise<void> => {
  switch (change.kind) {
    case 'route': {
      checkRoute({ ...change.route, fromOn }, await boards.list(db))
      const known = await routes.list(db, { subjectKind: change.route.subjectKind })
      if (known.some((route) => route.fromOn === fromOn)) fail('already-dated', { what: 'route', on: fromOn })
      return
    }
    case 'rule_value': {
      const { rule, value } = change.ruleValue
      const own = await ruleValues.list(db)
      if (own.some((each) => each.rule === rule && each.fromOn === fromOn)) {
        fail('already-dated', { what: 'value', on: fromOn })
      }
      if (ruleOn(own, rule, fromOn) === value) fail('nothing-changes', {})
      return
    }
    case 'delegation_limit': {
      const { accountId, role, scope, amount } = change.limit
      const account = await accounts.get(db, accountId)
      applyDelegationLimit(account, { role, scope, limit: amount, fromOn })
      const held = assignmentsOn(account, fromOn).find((each) => each.role === role && isSameScope(each.scope, scope))
      if (held?.delegationLimit === amount) fail('nothing-changes', {})
      return
    }
    case 'rule_severity': {
      const { rule, severity } = change.severity
      if (!changeableRules.some((each) => each.rule === rule)) fail('cannot-change-rule', { rule })
      const all = await proposals.list(db, { kind: 'rule_severity', status: 'accepted' })
      const isDated = all.some((each) => {
        const accepted = changeOf(each)
        return accepted.kind === 'rule_severity' && accepted.severity.rule === rule && each.fromOn === fromOn
      })
      if (isDated) fail('already-dated', { what: 'severity', on: fromOn })
      if (severityOn(acceptedSeverities(all), rule, fromOn) === severity) fail('nothing-changes', {})
    }
  }
}
