import { expect, test } from 'vitest'
import { Role } from '../../../domain/roles.ts'
import { appRouter } from '../../../electron/app/router.ts'
import { caseCommands } from '../support/caseCommands.ts'
import { changeCommands } from '../support/changeCommands.ts'
import { deliveryCommands } from '../support/deliveryCommands.ts'
import { givenDocument, smallReport } from '../support/documentApp.ts'
import { forecastDraft, highlightOf } from '../support/forecastApp.ts'
import { fundingCommands } from '../support/fundingCommands.ts'
import { meetingCommands } from '../support/meetingCommands.ts'
import { periodCommands } from '../support/periodApp.ts'
import {
  addScheme,
  changed,
  decisionOf,
  eventsOf,
  grant,
  lineOn,
  on,
  type ProgrammeApp,
  planCell,
  programmeApp,
} from '../support/programmeApp.ts'
import { reportCommands } from '../support/reportApp.ts'
import { requestCommands } from '../support/requestCommands.ts'
import { routeCommands } from '../support/routeCommands.ts'
import { spendCommands } from '../support/spendCommands.ts'

const structure: Role[] = ['programme_director', 'administrator']
const scheme: Role[] = ['programme_director', 'scheme_lead', 'administrator']
const plan: Role[] = ['programme_director', 'scheme_lead', 'finance_officer']
const money: Role[] = ['programme_director', 'finance_officer']
const checks: Role[] = ['programme_director', 'scheme_lead', 'finance_officer', 's151_officer']
const undo: Role[] = ['programme_director', 'scheme_lead', 'finance_officer', 'administrator']

interface Command {
  /** Who may give it. */
  roles: Role[]
  /** The step that its event names. */
  transition: string
  /** An input that is accepted, once what comes before it has been done. */
  input: (app: ProgrammeApp) => unknown
}

const organisation = {
  code: 'T',
  name: 'Trust',
  type: 'nhs_provider',
  validFromOn: null,
  validToOn: null,
  predecessorIds: [],
  isAccountableBody: false,
  note: '',
}

const said = { signInName: 'lead', title: 'Scheme lead for records', organisationId: null, assignments: [] }
const person = { ...said, password: null }

const added = async ({ as }: ProgrammeApp) => changed(await as('administrator').people.add.mutate(person))

/** Two schemes of nearly the same name are a finding. */
const finding = async ({ me, theme }: ProgrammeApp) => {
  await addScheme(me, theme.id, 'The portal')
  const { findings } = await me.checks.screen.query({ asAt: null })
  const found = findings[0]?.finding
  if (!found) throw new Error('The programme has no finding')
  return { findings: [{ findingId: found.id, fingerprint: found.fingerprint }] }
}

const madeLater = async ({ me, scheme: { id } }: ProgrammeApp) =>
  changed(
    await me.decisions.record.mutate(
      decisionOf('D1', [lineOn('allocation', id, 1)], { effectiveOn: on('2020-10-01') }),
    ),
  )

const postedMovement = async ({ me, scheme: { id } }: ProgrammeApp) => {
  await me.decisions.record.mutate(decisionOf('D1', [lineOn('allocation', id, 1)]))
  const place = { kind: 'scheme' as const, id }
  const figure = { levels: ['allocation' as const], place, withBelow: false, from: 2020, to: 2020 }
  return (await me.explain.figure.query({ asAt: null, figure })).entries[0]?.movement_id
}

const commands: Record<string, Command> = {
  'programme.change': {
    roles: structure,
    transition: 'changed',
    input: ({ programme: { id } }) => ({
      id,
      revision: 1,
      name: 'Renamed',
      capitalSchemeNumber: '',
      startYear: 2020,
      endYear: 2021,
      annualAllocation: null,
    }),
  },
  'programme.closeYear': {
    roles: [...money, 's151_officer'],
    transition: 'open → closed',
    input: () => ({ startYear: 2019 }),
  },
  'holidays.set': {
    roles: structure,
    transition: 'holiday set',
    input: () => ({ on: '2020-09-15', name: 'Local holiday', isHoliday: true }),
  },
  'organisations.add': { roles: structure, transition: 'added', input: () => organisation },
  'organisations.change': {
    roles: structure,
    transition: 'changed',
    input: ({ council: { id } }) => ({ ...organisation, id, revision: 1 }),
  },
  'themes.add': {
    roles: structure,
    transition: 'added',
    input: () => ({ name: 'Networks', aliases: [], objective: '' }),
  },
  'themes.change': {
    roles: structure,
    transition: 'changed',
    input: ({ theme: { id } }) => ({ id, revision: 1, name: 'Records', aliases: ['R'], objective: '', sort: 2 }),
  },
  'themes.reorder': {
    roles: structure,
    transition: 'reordered',
    input: async ({ me, theme: { id } }) => {
      const other = changed(await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }))
      return { ids: [other.id, id] }
    },
  },
  'themes.retire': {
    roles: structure,
    transition: 'in use → retired',
    input: async ({ me }) => {
      const { id } = changed(await me.themes.add.mutate({ name: 'Empty', aliases: [], objective: '' }))
      return { id, revision: 1, retiredOn: '2020-09-01' }
    },
  },
  'schemes.add': {
    roles: structure,
    transition: 'added as idea',
    input: ({ theme: { id } }) => ({
      themeId: id,
      fromOn: '2020-04-01',
      lifecycle: 'idea',
      attributes: { name: 'Sensors' },
    }),
  },
  'schemes.change': {
    roles: scheme,
    transition: 'changed',
    input: ({ scheme: { id } }) => ({ id, revision: 1, attributes: { ref: 'P1' } }),
  },
  'schemes.changeLifecycle': {
    roles: scheme,
    transition: 'live → on_hold',
    input: ({ scheme: { id } }) => ({ id, revision: 1, lifecycle: 'on_hold' }),
  },
  'schemes.move': {
    roles: structure,
    transition: 'moved',
    input: async ({ me, scheme: { id } }) => {
      const other = changed(await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }))
      return { schemeId: id, themeId: other.id, fromOn: '2020-09-01' }
    },
  },
  'schemes.recordCaseStatus': {
    roles: scheme,
    transition: 'case not stated → approved',
    input: ({ scheme: { id } }) => ({ schemeId: id, startYear: null, status: 'approved', place: '' }),
  },
  'sources.add': { roles: structure, transition: 'added', input: () => ({ ...grant, name: 'Loan' }) },
  'sources.change': {
    roles: structure,
    transition: 'changed',
    input: ({ source: { id } }) => ({ ...grant, id, revision: 1, sort: 1, funder: 'The department' }),
  },
  'sources.retire': {
    roles: structure,
    transition: 'in use → retired',
    input: ({ source: { id } }) => ({ id, revision: 1, retiredOn: '2020-09-01' }),
  },
  ...fundingCommands,
  ...spendCommands,
  'decisions.record': {
    roles: money,
    transition: 'made',
    input: ({ scheme: { id } }) => decisionOf('D1', [lineOn('allocation', id, 1)], { effectiveOn: on('2020-10-01') }),
  },
  'decisions.withdraw': {
    roles: money,
    transition: 'made → withdrawn',
    input: async (app) => ({ id: (await madeLater(app)).id, revision: 1, reason: 'Not needed' }),
  },
  'decisions.reverseMovement': {
    roles: money,
    transition: 'posted → reversed',
    input: async (app) => ({ movementId: await postedMovement(app), reason: 'Posted twice' }),
  },
  'plan.set': {
    roles: plan,
    transition: 'plan changed',
    input: ({ scheme: { id } }) => ({ cells: [planCell(id, 100)] }),
  },
  'forecasts.set': {
    roles: plan,
    transition: 'forecast changed',
    input: ({ scheme: { id } }) => ({
      cells: [{ schemeId: id, startYear: 2020, period: 0, was: null, amount: 100 }],
    }),
  },
  'forecasts.submit': {
    roles: plan,
    transition: 'forecast submitted',
    input: async ({ me, scheme: { id } }) => ({ forecasts: [await forecastDraft(me, id)] }),
  },
  'highlights.write': {
    roles: ['programme_director', 'scheme_lead'],
    transition: 'highlight report written',
    input: ({ scheme: { id } }) => highlightOf(id),
  },
  'highlights.submit': {
    roles: ['programme_director', 'scheme_lead'],
    transition: 'highlight report submitted',
    input: async ({ me, scheme }) => {
      const { id, revision } = changed(await me.highlights.write.mutate(highlightOf(scheme.id)))
      return { id, revision }
    },
  },
  'checks.assign': {
    roles: checks,
    transition: 'assigned to scheme_lead',
    input: async (app) => ({ ...(await finding(app)), owner: 'scheme_lead' }),
  },
  'checks.answer': {
    roles: checks,
    transition: 'answered',
    input: async (app) => ({ ...(await finding(app)), answer: 'Two themes indeed' }),
  },
  'checks.close': {
    roles: checks,
    transition: 'closed',
    input: async (app) => ({ ...(await finding(app)), reason: 'Two themes indeed' }),
  },
  'documents.loadStated': {
    roles: money,
    transition: 'read and loaded',
    input: async (app) => ({ id: await givenDocument(app, 'report.md', smallReport) }),
  },
  ...caseCommands,
  ...reportCommands,
  ...requestCommands,
  ...routeCommands,
  ...meetingCommands,
  ...deliveryCommands,
  ...changeCommands,
  ...periodCommands,
  'people.add': { roles: ['administrator'], transition: 'added', input: () => person },
  'people.change': {
    roles: ['administrator'],
    transition: 'changed',
    input: async (app) => ({ ...said, id: (await added(app)).id, revision: 1, title: 'Records lead' }),
  },
  'people.end': {
    roles: ['administrator'],
    transition: 'ended',
    input: async (app) => ({ id: (await added(app)).id, revision: 1, endedOn: '2020-09-30' }),
  },
  'undo.undo': { roles: undo, transition: 'undone', input: () => ({}) },
  'undo.redo': {
    roles: undo,
    transition: 'redone',
    input: async ({ me }) => {
      await me.undo.undo.mutate({})
      return {}
    },
  },
}

/** They change no open programme: documents that are looked at or become a programme of their own, whose role it is, how a person likes the program, which file is open, copies and exports of the whole, and work that is started or stopped by hand. */
const withoutEvent = [
  'audit.verify',
  'backup.compare',
  'backup.now',
  'backup.pickFolder',
  'backup.restore',
  'backup.return',
  'backup.setFolder',
  'backup.setHour',
  'cases.dropDraft',
  'cases.saveDraft',
  'documents.confirmName',
  'documents.correct',
  'documents.drop',
  'documents.keepAsProgramme',
  'documents.openKept',
  'documents.withdrawCorrection',
  'exports.everything',
  'programme.close',
  'programme.create',
  'programme.open',
  'programme.openSample',
  'programme.pick',
  'programme.saveCopy',
  'requests.dropDraft',
  'requests.saveDraft',
  'session.keep',
  'session.signIn',
  'session.signOut',
  'session.stay',
  'session.actAs',
  'spend.drop',
  'spend.try',
  'work.cancel',
]

/** Their events are held to in tests of their own: it takes a person with a seat, or after them nobody acts who has not signed in. */
const withEventElsewhere = [
  'changes.approve',
  'closures.accept',
  'meetings.confirmItem',
  'meetings.confirmRecord',
  'meetings.sendApologies',
  'meetings.vote',
  'people.setPassword',
  'session.changePassword',
]

test('every operation that changes something is either a command held to its duty and its event here, or changes no programme', () => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>
  const mutations = Object.keys(procedures).filter((path) => procedures[path]?._def.type === 'mutation')
  expect(mutations.sort()).toEqual([...Object.keys(commands), ...withoutEvent, ...withEventElsewhere].sort())
})

// One programme for all three: what comes before most commands takes longer than they do.
test.each(Object.entries(commands))(
  '%s is refused to every role without its duty and changes nothing then, and by a role that has it, which each of them is permitted, it writes one event',
  async (path, command) => {
    const app = await programmeApp()
    const input = await command.input(app)
    const failureOf = async (role: Role) => {
      const reply = (await (await app.post(`/api/${path}`, input, role)).json()) as {
        error?: { data: { failure: { code: string } } }
      }
      return reply.error?.data.failure
    }
    const answers: { role: Role; failure?: unknown }[] = []
    const refused = Role.options.filter((role) => !command.roles.includes(role))
    const whenRefused = await eventsOf(app.me, async () => {
      for (const role of refused) answers.push({ role, failure: await failureOf(role) })
    })
    expect([answers, whenRefused]).toEqual([
      refused.map((role) => ({ role, failure: { code: 'not-permitted', detail: { operation: path, role } } })),
      [],
    ])
    const [first, ...others] = command.roles
    const events = await eventsOf(app.me, () => app.post(`/api/${path}`, input, first))
    expect(events).toEqual([`${path} | ${command.transition} | ${first}`])
    expect((await app.me.audit.verify.mutate()).faults).toEqual([])
    const codes: (string | undefined)[] = []
    for (const role of others) codes.push((await failureOf(role))?.code)
    expect(codes).not.toContain('not-permitted')
  },
)
