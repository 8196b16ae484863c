import type { Reading } from '../../../../../db/schema.ts'
import { authorityRequests, boards, meetings } from '../../../../../db/subjects.ts'
import { onItsWay } from '../../../../../domain/authority/requestStages.ts'
import type { ProgrammeFacts } from '../../../../../domain/programme/facts.ts'
import type { CalendarDate } from '../../../../../reports/onePager/calendarTable.ts'
import { exemptionOf } from '../../exempt/exemptionOf.ts'

/** The dates from the report's day on: decisions to be made or to take effect, meetings, and money that has to be spent. */
export const calendarDates = async (facts: ProgrammeFacts, db: Reading): Promise<CalendarDate[]> => {
  const { day } = facts.asAt
  const due = (await authorityRequests.list(db)).flatMap(({ id, title, status, decisionDueOn }) =>
    onItsWay.includes(status) && decisionDueOn !== null && decisionDueOn >= day
      ? [{ id, on: decisionDueOn, what: 'Decision due', title }]
      : [],
  )
  const toCome = facts.decisions.filter(({ status, effectiveOn }) => status === 'made' && effectiveOn > day)
  const names = new Map((await boards.list(db)).map(({ id, name }) => [id, name]))
  return [
    ...(await Promise.all(due.map(async (each) => ({ ...each, exempt: await exemptionOf(db, each.id) })))),
    ...(await Promise.all(
      toCome.map(async ({ id, effectiveOn, title, about }) => ({
        id,
        on: effectiveOn,
        what: 'Decision takes effect',
        title,
        exempt: await exemptionOf(db, about?.id ?? null),
      })),
    )),
    ...(await meetings.list(db)).flatMap(({ id, boardId, heldOn, status }) =>
      heldOn >= day && (status === 'planned' || status === 'agenda_published')
        ? [{ id, on: heldOn, what: 'Meeting', title: names.get(boardId) ?? '', exempt: null }]
        : [],
    ),
    ...facts.sources.flatMap(({ id, name, spendByOn, retiredOn }) =>
      spendByOn !== null && spendByOn >= day && retiredOn === null
        ? [{ id, on: spendByOn, what: 'Money has to be spent', title: name, exempt: null }]
        : [],
    ),
  ]
}
