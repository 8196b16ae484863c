import type { Reading, Tx } from '../../../../db/schema.ts'
import { changeRequests, organisations, ruleValues, schemes } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { ChangeFacts } from '../../../../domain/change/changeFacts.ts'
import type { Id } from '../../../../domain/id.ts'
import { ledgerContext } from '../ledgerContext.ts'

/** What a change is worked out from on a day, but for itself among those that are approved. */
export const changeFacts = async (db: Reading | Tx, day: CalendarDay, but: Id | null = null): Promise<ChangeFacts> => {
  const names = new Map((await organisations.list(db)).map(({ id, name }) => [id, name]))
  const leads = (await schemes.list(db)).flatMap(({ id, leadOrganisationId }): [Id, string][] => {
    const name = leadOrganisationId === null ? undefined : names.get(leadOrganisationId)
    return name === undefined ? [] : [[id, name]]
  })
  const approved = [
    ...(await changeRequests.list(db, { status: 'approved' })),
    ...(await changeRequests.list(db, { status: 'posted' })),
  ]
  return {
    ...(await ledgerContext(db, day)),
    leads: new Map(leads),
    ruleValues: await ruleValues.list(db),
    approved: approved.filter(({ id }) => id !== but),
  }
}
