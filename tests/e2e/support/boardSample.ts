import type { Page } from 'playwright-core'
import { appendEvent, beginChange, type Change } from '../../../db/change.ts'
import { openProgrammeFile } from '../../../db/programmeFile.ts'
import { accounts, businessCases, routes } from '../../../db/subjects.ts'
import type { Board } from '../../../domain/board/board.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import { pence } from '../../../domain/money.ts'
import type { Role } from '../../../domain/roles.ts'
import { idMaker } from '../../../electron/hosts/idMaker.ts'
import { businessCase } from '../../domain/businessCase/given.ts'
import { fileOf, schemeNamed } from './leeds.ts'
import type { Screens } from './screens.ts'

const newId = idMaker()
const begun = '2020-04-01' as CalendarDay

/** Two boards of three in the open sample, the first recommends and the second approves, and two cases that wait for the first. */
export const givenBoards = async (screens: Screens) => {
  const people = {
    chair: await givenPerson(screens, 'Director of public health', ['board_chair', 'board_member']),
    first: await givenPerson(screens, 'Director of strategy', ['board_member']),
    second: await givenPerson(screens, 'Chief digital officer', ['board_member', 'scheme_lead']),
    secretary: await givenPerson(screens, 'Governance manager', ['board_secretary']),
  }
  await screens.call('session.actAs', { accountId: null, role: 'administrator' })
  const recommending = await givenBoard(screens, 'Fund group', people)
  const approving = await givenBoard(screens, 'Approvals group', people)
  const routeId = newId()
  const stage = (act: 'recommend' | 'approve', boardId: Id) => ({
    id: newId(),
    name: act === 'recommend' ? 'Recommendation of the Fund group' : 'Approval by the Approvals group',
    act,
    by: { kind: 'board' as const, boardId },
    deadlineWorkingDays: 10,
  })
  const stages = [stage('recommend', recommending.id), stage('approve', approving.id)]
  const route = {
    revision: 1,
    isRemoved: false,
    subjectKind: 'business_case' as const,
    name: 'By two groups',
    version: 1,
  }
  await written(screens, (change) =>
    routes.insert(change, { ...route, id: routeId, stages, monitoredBy: [], isSingleBoard: false, fromOn: begun }),
  )
  const house = await givenCase(screens, 'House of the Future', routeId)
  const virtual = await givenCase(screens, 'Supporting Virtual Care', routeId)
  return { people, recommending, approving, house, virtual }
}

const givenPerson = async (screens: Screens, title: string, roles: Role[]): Promise<Id> => {
  const id = newId()
  const scope = { kind: 'programme' as const, id: null }
  const assignments = roles.map((role) => ({ role, scope, fromOn: begun, toOn: null, delegationLimit: null }))
  const rest = { revision: 1, isRemoved: false, organisationId: null, endedOn: null }
  await written(screens, (change) => accounts.insert(change, { id, signInName: title, title, assignments, ...rest }))
  return id
}

const givenBoard = async (screens: Screens, name: string, people: Record<'chair' | 'first' | 'second', Id>) => {
  const seat = (accountId: Id, isChair = false) => ({
    id: null,
    accountId,
    organisationId: null,
    isChair,
    alternateIds: [],
    fromOn: begun,
    toOn: null,
  })
  const { value } = (await screens.call('boards.add', {
    name,
    organisationIds: [],
    functions: ['recommend', 'approve'],
    parentId: null,
    quorum: { minMembers: 2, perOrganisation: [], isChairRequired: true, countsConflicted: false },
    voting: { needs: 'simple_majority', hasCastingVote: true },
    cadence: '',
    seats: [seat(people.chair, true), seat(people.first), seat(people.second)],
  })) as { value: Board }
  return value
}

const prose =
  'Staff in hospital, in surgeries and at home see different records of the same person, so questions are asked twice and answers come late. One record, seen by all who care for the person, ends that.'

/** A case of £65,000 for a scheme of the sample that waits for its first board, but for what a test says otherwise. */
export const givenCase = async (
  screens: Screens,
  scheme: string,
  routeId: Id | null,
  change: Partial<BusinessCase> = {},
): Promise<BusinessCase> => {
  const base = businessCase()
  const costs = [{ startYear: 2020, sourceId: null, nature: 'capital' as const, amount: pence(65_000_00) }]
  const sections = { strategic: prose, economic: prose, commercial: prose, financial: prose, management: prose }
  const schemeId = (await schemeNamed(screens, scheme)) as Id
  const value: BusinessCase = {
    ...base,
    id: newId(),
    schemeId,
    title: scheme,
    reference: `BC-${scheme.slice(0, 3)}`,
    ask: `Approve £65,000 for ${scheme}.`,
    status: 'in_review',
    routeId,
    submittedOn: '2020-09-01' as CalendarDay,
    writers: ['scheme_lead'],
    sections,
    costs,
    ...change,
  }
  return await written(screens, (open) => businessCases.insert(open, value))
}

/** Writes to the open file past the program's operations: what a test needs and does not ask about. */
const written = async <T>(screens: Screens, work: (change: Change) => Promise<T>): Promise<T> => {
  const file = await openProgrammeFile(await fileOf(screens))
  const value = await file.write(async (tx) => {
    const change = await beginChange(tx, new Date().toISOString() as Parameters<typeof beginChange>[1])
    const made = await work(change)
    const subject = { kind: 'programme' as const, id: '' }
    await appendEvent(change, {
      actor: 'system',
      role: 'system',
      operation: 'tests.given',
      transition: 'given',
      subject,
    })
    return made
  })
  await file.close()
  return value
}

/** A meeting of a board today, or a written procedure until today, with these cases on its published agenda. */
export const givenAgenda = async (
  screens: Screens,
  secretary: Id,
  about: { boardId: Id; kind: 'meeting' | 'written_procedure'; subjectIds: Id[] },
): Promise<{ id: Id; items: { id: Id }[] }> => {
  await screens.call('session.actAs', { accountId: secretary, role: 'board_secretary' })
  const { day } = (await screens.call('clock.today')) as { day: CalendarDay }
  const { boardId, kind, subjectIds } = about
  type Changed = { value: { id: Id; revision: number; items: { id: Id }[] } }
  let { value } = (await screens.call('meetings.plan', { boardId, kind, heldOn: day, venue: '' })) as Changed
  for (const subjectId of subjectIds) {
    const item = { subjectKind: 'business_case', subjectId, title: null, isExempt: false }
    const { id, revision } = value
    value = ((await screens.call('meetings.addItem', { id, revision, ...item })) as Changed).value
  }
  const { id, revision } = value
  return ((await screens.call('meetings.publishAgenda', { id, revision })) as Changed).value
}

/** Takes a person's part in the page, or a role alone, as the list of people offers it where nobody signs in. */
export const actAsPerson = async (page: Page, accountId: Id | null, role: Role): Promise<void> => {
  const status = await page.evaluate(
    async (input) => {
      const headers = { 'content-type': 'application/json', 'x-bcf': '1' }
      return (await fetch('/api/session.actAs', { method: 'POST', headers, body: JSON.stringify(input) })).status
    },
    { accountId, role },
  )
  if (status !== 200) throw new Error(`Nobody may act as ${accountId} in the role ${role}`)
}
