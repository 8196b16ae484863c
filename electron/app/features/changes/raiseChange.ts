import type { Change } from '../../../../db/change.ts'
import { changeRequests } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import type { ChangeRequest, NewChange } from '../../../../domain/change/changeRequest.ts'
import { routeOf } from '../../../../domain/change/routeOf.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Acting } from '../../command.ts'
import { changeFacts } from './changeFacts.ts'
import { refuseUnsoundChange } from './soundChange.ts'

/**
 * Sends a request to change the money within somebody's command. Nothing is posted: another person approves it, and the
 * lines are held against the ledger now and again then. Throws `empty-change`, `not-net-zero`, `wrong-direction`,
 * `funding-not-carried`, and what the ledger's rules throw.
 */
export const raiseChange = async (
  change: Change,
  given: NewChange,
  acting: Acting,
  writers: readonly string[] = [],
): Promise<ChangeRequest> => {
  const lines = given.lines.filter(({ amount }) => amount !== 0)
  if (lines.length === 0) return fail('empty-change', {})
  const today = dayInLondon(acting.clock())
  const facts = await changeFacts(change.tx, today)
  await refuseUnsoundChange(change.tx, { ...given, lines }, facts, { day: today, newId: acting.newId })
  const numbers = await change.tx
    .selectFrom('change_request')
    .select((eb) => eb.fn.max<number | null>('number').as('last'))
    .executeTakeFirst()
  return await changeRequests.insert(change, {
    ...given,
    lines,
    id: acting.newId(),
    revision: 1,
    isRemoved: false,
    number: (numbers?.last ?? 0) + 1,
    status: 'sent',
    sentOn: today,
    writers: [...new Set([acting.actor, ...writers])],
    route: routeOf({ ...given, lines }, facts),
    decidedOn: null,
    decidedBy: null,
    answer: '',
    decisionId: null,
    reversedOn: null,
    reversalReason: '',
  })
}
