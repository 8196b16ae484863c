import { isNothing, residual } from '../../closure/residual.ts'
import { total } from '../../ledger/balance.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Lifecycle } from '../../programme/scheme.ts'
import type { Draft } from '../finding.ts'
import { ledgerPlace, ledgerValue } from '../ledgerSums.ts'

const ended: readonly Lifecycle[] = ['cancelled', 'financially_closed', 'closed']

/**
 * R32: on a scheme that has ended nothing stands beyond what was spent, whatever came to it afterwards, and what was spent is
 * what finance agreed as its final account, unless the account says why it differs.
 */
export const endedSchemes = (facts: ProgrammeFacts): Draft[] => {
  const over = facts.schemes.filter(({ lifecycle }) => ended.includes(lifecycle))
  if (over.length === 0) return []
  const lines = Map.groupBy(facts.balances, (line) => line.place.id)
  return over.flatMap(({ id, name, lifecycle }): Draft[] => {
    const place = { kind: 'scheme' as const, id }
    const own = lines.get(id) ?? []
    const left = residual(own, id)
    const { commitment, authority, allocation } = left
    const spent = total(own, { level: 'actual', place })
    const account = facts.closures.find((closure) => closure.schemeId === id)
    const isOther = account !== undefined && account.finalAccount !== null && account.finalAccount !== spent
    return [
      ...(isNothing(left)
        ? []
        : [
            {
              key: id,
              place: ledgerPlace(facts, 'authority', place, null),
              subject: { kind: 'ended-scheme' as const, name, lifecycle, commitment, authority, allocation },
            },
          ]),
      ...(isOther && account.accountNote === ''
        ? [
            {
              key: `${id}/account`,
              severity: 'warn' as const,
              place: ledgerPlace(facts, 'actual', place, null),
              subject: { kind: 'final-account' as const, name, account: account.finalAccount as typeof spent, spent },
              values: [ledgerValue(facts, 'actual', place, null, spent)],
            },
          ]
        : []),
    ]
  })
}
