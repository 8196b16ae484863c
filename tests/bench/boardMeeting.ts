import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import { pence } from '../../domain/money.ts'
import type { Role } from '../../domain/roles.ts'
import type { App } from '../../electron/app/app.ts'
import { fieldsFor } from '../app/support/caseApp.ts'
import { callingAs } from '../support/callingAs.ts'

/** What the cost of such a case comes to, in the plan too. */
const AMOUNT = pence(100_00)

const made = <T>({ value }: { value: T | null }): T => {
  if (value === null) throw new Error('A command of the bench changed nothing')
  return value
}

const at = ({ id, revision }: { id: Id; revision: number }) => ({ id, revision })

/**
 * Gives a board of the open Leeds sample a meeting with so many items, by the program's own commands: for each a scheme with a
 * plan, a business case that was written, sent off and accepted, and its paper, frozen when the agenda is published.
 */
export const boardMeeting = async (app: App, heldOn: CalendarDay, items: number): Promise<Id> => {
  const as = (role: Role) => callingAs(app, { session: 'bench', role })
  const [director, lead, secretary] = [as('programme_director'), as('scheme_lead'), as('board_secretary')]
  const { themes, sources } = await director.programme.screen.query({ asAt: null })
  const [theme, source] = [themes[0], sources[0]]
  const { boards } = await director.meetings.list.query({ asAt: null, boardId: null, page: 1 })
  const board = boards[0]
  if (!theme || !source || !board) throw new Error('The sample has no board, theme or source')
  const place = { boardId: board.id, kind: 'meeting', venue: '' } as const
  let meeting = made(await secretary.meetings.plan.mutate({ ...place, heldOn }))
  for (let item = 1; item <= items; item += 1) {
    const attributes = { name: `Scheme ${item} of the agenda` }
    const scheme = made(
      await director.schemes.add.mutate({ themeId: theme.id, fromOn: heldOn, lifecycle: 'live', attributes }),
    )
    const cell = {
      place: { kind: 'scheme' as const, id: scheme.id },
      startYear: 2020 as StartYear,
      nature: 'capital' as const,
    }
    await director.plan.set.mutate({ cells: [{ ...cell, sourceId: source.id, was: pence(0), amount: AMOUNT }] })
    const begun = made(await lead.cases.start.mutate({ schemeId: scheme.id, stage: 'bjc' }))
    await lead.cases.saveDraft.mutate({ id: begun.id, baseRevision: begun.revision, fields: fieldsFor({ source }) })
    const written = made(await lead.cases.leave.mutate({ id: begun.id }))
    const sent = made(await lead.cases.submit.mutate(at(written)))
    const subject = made(await secretary.cases.accept.mutate(at(sent)))
    const business = { subjectKind: 'business_case', subjectId: subject.id, title: null, isExempt: false } as const
    meeting = made(await secretary.meetings.addItem.mutate({ ...at(meeting), ...business }))
  }
  return made(await secretary.meetings.publishAgenda.mutate(at(meeting))).id
}
