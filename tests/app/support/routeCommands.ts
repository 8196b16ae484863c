import { join } from 'node:path'
import { appendEvent, beginChange, type Change } from '../../../db/change.ts'
import { openProgrammeFile } from '../../../db/programmeFile.ts'
import { boards, businessCases } from '../../../db/subjects.ts'
import type { Board } from '../../../domain/board/board.ts'
import { blankCase } from '../../../domain/businessCase/nextVersion.ts'
import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { changed, on, type ProgrammeApp } from './programmeApp.ts'

/** A shorter call-in window from a day on. */
export const shorterCallIn = (fromOn: string, value = 3) => ({
  change: { kind: 'rule_value' as const, ruleValue: { rule: 'call_in_working_days' as const, value } },
  fromOn: on(fromOn),
  reason: 'Constitution, part 4',
})

/** A shorter call-in window that an administrator has proposed and nobody has answered. */
export const proposed = async ({ as }: Pick<ProgrammeApp, 'as'>) =>
  changed(await as('administrator').proposals.propose.mutate(shorterCallIn('2020-09-15')))

/** Writes to the file of the programme past its operations: what a test needs and does not ask about. */
export const written = async <T>({ folder, ports }: ProgrammeApp, work: (change: Change) => Promise<T>): Promise<T> => {
  const file = await openProgrammeFile(join(folder, 'Own.bcf'))
  const value = await file.write(async (tx) => {
    const change = await beginChange(tx, ports.clock())
    const made = await work(change)
    await appendEvent(change, {
      actor: 'system',
      role: 'system',
      operation: 'tests.given',
      transition: 'given',
      subject: { kind: 'programme', id: '' },
    })
    return made
  })
  await file.close()
  return value
}

/** The draft of a business case on the scheme. */
export const draftedCase = async (app: ProgrammeApp): Promise<Id> => {
  const id = app.ports.newId()
  const given = { id, actor: 'scheme_lead', schemeId: app.scheme.id, supersedesId: null }
  const drafted = blankCase({ ...given, stage: 'bjc', version: 1, reference: 'BC1', title: 'Portal' })
  await written(app, (change) => businessCases.insert(change, drafted))
  return id
}

/** A board without seats that both recommends and approves. */
export const digitalBoard = async (app: ProgrammeApp): Promise<Board> =>
  await written(app, (change) =>
    boards.insert(change, {
      id: app.ports.newId(),
      revision: 1,
      isRemoved: false,
      name: 'Digital board',
      organisationIds: [],
      functions: ['recommend', 'approve'],
      parentId: null,
      seats: [],
      quorum: { minMembers: 1, perOrganisation: [], isChairRequired: false, countsConflicted: false },
      voting: { needs: 'simple_majority', hasCastingVote: true },
      cadence: '',
      endedOn: null,
    }),
  )

export const waiverOf = (subjectId: Id, change: object = {}) => ({
  rule: 'R10',
  subjectKind: 'business_case' as const,
  subjectId,
  reason: 'The case is at the board next week',
  expiresOn: on('2020-10-01'),
  ...change,
})

const asked = async (app: ProgrammeApp) =>
  changed(await app.as('programme_director').waivers.ask.mutate(waiverOf(await draftedCase(app))))

const acceptRules: Role[] = ['s151_officer', 'administrator']

/** The commands about rules, routes, limits and waivers, each with its duty, its step and an input that is accepted. */
export const routeCommands = {
  'proposals.propose': {
    roles: ['administrator'] as Role[],
    transition: 'proposed',
    input: () => shorterCallIn('2020-09-15'),
  },
  'proposals.accept': {
    roles: acceptRules,
    transition: 'proposed → accepted',
    input: async (app: ProgrammeApp) => ({ id: (await proposed(app)).id, revision: 1 }),
  },
  'proposals.refuse': {
    roles: acceptRules,
    transition: 'proposed → refused',
    input: async (app: ProgrammeApp) => ({ id: (await proposed(app)).id, revision: 1, reason: 'Not agreed' }),
  },
  'proposals.withdraw': {
    roles: ['administrator'] as Role[],
    transition: 'proposed → withdrawn',
    input: async (app: ProgrammeApp) => ({ id: (await proposed(app)).id, revision: 1, reason: 'A mistake' }),
  },
  'waivers.ask': {
    roles: ['programme_director', 'scheme_lead', 'finance_officer'] as Role[],
    transition: 'asked',
    input: async (app: ProgrammeApp) => waiverOf(await draftedCase(app)),
  },
  'waivers.approve': {
    roles: ['s151_officer'] as Role[],
    transition: 'asked → approved',
    input: async (app: ProgrammeApp) => ({ id: (await asked(app)).id, revision: 1 }),
  },
  'waivers.refuse': {
    roles: ['s151_officer'] as Role[],
    transition: 'asked → refused',
    input: async (app: ProgrammeApp) => ({ id: (await asked(app)).id, revision: 1, reason: 'Wait for the case' }),
  },
}
