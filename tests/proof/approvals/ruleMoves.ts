import { addDays } from '../../../domain/calendarDay.ts'
import type { Random } from '../seededRandom.ts'
import { type Move, seenAs } from './move.ts'
import { type Seen, whoMay } from './seenNow.ts'

/** Changes of the call-in window and waivers, each answered by a second person. */
export const ruleMoves = (seen: Seen, random: Random): Move[] => {
  const change = { kind: 'rule_value', ruleValue: { rule: 'call_in_working_days', value: 3 + random.below(5) } }
  const propose: Move = {
    operation: 'proposals.propose',
    input: { change, fromOn: addDays(seen.today, random.below(20)), reason: 'Constitution' },
    who: whoMay(seen, 'rules'),
    likely: 1,
  }
  const about = [
    ...seen.cases.map(({ id }) => ({ subjectKind: 'business_case', subjectId: id })),
    ...seen.requests.map(({ id }) => ({ subjectKind: 'authority_request', subjectId: id })),
  ]
  const waiver = { rule: random.pick(['R10', 'R22', 'R05']), reason: 'Why', expiresOn: addDays(seen.today, 30) }
  const asks: Move[] =
    about.length === 0
      ? []
      : [
          {
            operation: 'waivers.ask',
            input: { ...random.pick(about), ...waiver },
            who: whoMay(seen, 'askWaiver'),
            likely: 1,
          },
        ]
  const answers = seen.proposals
    .filter(({ status }) => status === 'proposed')
    .flatMap((each): Move[] => {
      const who = whoMay(seen, 'acceptRules', [each.proposedBy])
      const reasoned = { ...seenAs(each), reason: 'Why' }
      const own = whoMay(seen, 'rules').filter(({ by }) => by === each.proposedBy)
      return [
        { operation: 'proposals.accept', input: seenAs(each), who, likely: 4 },
        { operation: 'proposals.refuse', input: reasoned, who, likely: 1 },
        { operation: 'proposals.withdraw', input: reasoned, who: own, likely: 1 },
      ]
    })
  const asked = seen.waivers
    .filter(({ status }) => status === 'asked')
    .flatMap((each): Move[] => {
      const who = whoMay(seen, 'waive', [each.askedBy])
      return [
        { operation: 'waivers.approve', input: seenAs(each), who, likely: 3 },
        { operation: 'waivers.refuse', input: { ...seenAs(each), reason: 'Why' }, who, likely: 1 },
      ]
    })
  return [propose, ...asks, ...answers, ...asked]
}
