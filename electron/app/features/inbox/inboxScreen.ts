import { datedThings } from '../../../../db/queries/datedThings.ts'
import { countDone, type DoneLine, doneBy } from '../../../../db/queries/doneBy.ts'
import { costOfCases, nameWork, openWork } from '../../../../db/queries/openWork.ts'
import { themesOfDay } from '../../../../db/queries/themesOfDay.ts'
import type { Reading } from '../../../../db/schema.ts'
import { accounts, boards, routes, ruleValues } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { addressOf } from '../../../../domain/inbox/addressOf.ts'
import { datesAhead } from '../../../../domain/inbox/datesAhead.ts'
import { deadlines } from '../../../../domain/inbox/deadline.ts'
import { type DatedTask, inbox } from '../../../../domain/inbox/inbox.ts'
import { beholder } from '../../../../domain/inbox/isFor.ts'
import { overLimit } from '../../../../domain/inbox/overLimit.ts'
import type { Task } from '../../../../domain/inbox/task.ts'
import { tasksOf } from '../../../../domain/inbox/tasksOf.ts'
import { whoseTurn } from '../../../../domain/inbox/whoseTurn.ts'
import type { Pence } from '../../../../domain/money.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { holidaysOf } from '../holidays.ts'

export const INBOX_PAGE = 50

export type InboxTab = 'waiting' | 'others' | 'done'

/** One line of the inbox: what, how much, whose turn by what, until when, and where one goes to do it. */
export interface InboxLine {
  subject: Task['subject']
  act: Task['act']
  title: string
  reference: string
  status: string
  /** Pence, all years; null for what asks for no money. */
  amount: Pence | null
  /** Why it is somebody's turn: the board, the role or the office, in words. */
  why: string
  dueOn: CalendarDay | null
  workingDaysLeft: number | null
  meeting: Task['meeting']
  /** For a decision over one's limit: the limit, and who may take it. */
  overLimit: { limit: Pence; goesTo: string[] } | null
  address: string
}

/** What waits for whoever acts and for others, with all that it was worked out from. */
const whatWaits = async (db: Reading, day: CalendarDay, actor: Actor) => {
  const work = await openWork(db)
  const bodies = await boards.list(db)
  const known = { routes: await routes.list(db), ruleValues: await ruleValues.list(db), day }
  const holidays = await holidaysOf(db)
  const isScoped = actor.account?.assignments.some(({ scope }) => scope.id !== null) ?? false
  const themes = isScoped ? await themesOfDay(db, day) : new Map()
  const who = beholder(actor, bodies, themes, day)
  const due = deadlines(holidays)
  return { work, bodies, rules: known.ruleValues, holidays, due, ...inbox(tasksOf(work, known), who, due.of) }
}

/** How much waits for whoever acts. */
export const inboxCount = async (db: Reading, day: CalendarDay, actor: Actor): Promise<{ waiting: number }> => ({
  waiting: (await whatWaits(db, day, actor)).waiting.length,
})

/** The inbox of whoever acts: counts of every tab, one page of one of them, and the dates to be minded. */
export const inboxScreen = async (
  db: Reading,
  day: CalendarDay,
  actor: Actor,
  { tab, page }: { tab: InboxTab; page: number },
) => {
  const { work, bodies, rules, holidays, due, waiting, others } = await whatWaits(db, day, actor)
  const offset = (page - 1) * INBOX_PAGE
  const chosen = tab === 'waiting' ? waiting : tab === 'others' ? others : []
  const shown = chosen.slice(offset, offset + INBOX_PAGE)
  const names = await nameWork(
    db,
    shown.map(({ subject }) => subject.id),
  )
  const people = await accounts.list(db)
  const lineOf = (task: DatedTask): InboxLine => {
    const named = names.get(task.subject.id)
    const amount = named?.amount ?? null
    return {
      subject: task.subject,
      act: task.act,
      title: named?.title ?? '',
      reference: named?.reference ?? '',
      status: named?.status ?? '',
      amount,
      why: whoseTurn(task, bodies),
      dueOn: task.deadline,
      workingDaysLeft: task.deadline && due.between(day, task.deadline),
      meeting: task.meeting,
      overLimit: tab === 'waiting' ? overLimit(task, amount, actor, people, day) : null,
      address: addressOf(task),
    }
  }
  const done = tab === 'done' ? await doneBy(db, actor.id, { offset, limit: INBOX_PAGE }) : null
  const moneyIn = (tasks: DatedTask[], kind: Task['subject']['kind']) => [
    ...new Set(tasks.filter(({ subject }) => subject.kind === kind).map(({ subject }) => subject.id)),
  ]
  const asked = new Set(moneyIn(waiting, 'authority_request'))
  const requested = work.requests.filter(({ id }) => asked.has(id)).reduce((sum, { amount }) => sum + amount, 0)
  return {
    tab,
    page,
    perPage: INBOX_PAGE,
    counts: { waiting: waiting.length, others: others.length, done: done?.count ?? (await countDone(db, actor.id)) },
    /** What the cases and requests that wait for the actor come to, each once. Pence. */
    amountWaiting: ((await costOfCases(db, moneyIn(waiting, 'business_case'))) + requested) as Pence,
    lines: shown.map(lineOf),
    done: done?.lines ?? ([] as DoneLine[]),
    dates: datesAhead(await datedThings(db, day), day, { ruleValues: rules, holidays }),
    day,
  }
}
