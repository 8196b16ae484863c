import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { on, type ProgrammeApp } from './programmeApp.ts'
import { particulars, type RequestApp, requestApp } from './requestApp.ts'

const writers: Role[] = ['programme_director', 'finance_officer']
const publishers: Role[] = ['programme_director', 'board_secretary']
const scrutiny: Role[] = ['scrutiny_officer']

/** An input that is accepted for a request that the steps before have brought there. */
const after =
  (come: (app: RequestApp) => Promise<Id>, given: object = {}) =>
  async (programme: ProgrammeApp) => {
    const app = await requestApp({ given: programme })
    return { ...(await app.seen(await come(app))), ...given }
  }

const ready = async ({ begin, steps }: RequestApp, upTo: ('financeCheck' | 'legalCheck' | 'publishNotice')[] = []) => {
  const id = await begin()
  await steps.validate(id)
  for (const step of upTo) await steps[step](id)
  return id
}

const calledIn = async ({ at, published, steps }: RequestApp) => {
  const id = await published()
  at('2020-10-05')
  await steps.callIn(id)
  return id
}

/** The commands on requests for authority, each with its duty, its step and an input that is accepted. */
export const requestCommands = {
  'requests.start': {
    roles: writers,
    transition: 'draft',
    input: () => ({
      reference: 'ATS1',
      title: 'Authority',
      decisionTaker: 'Director of Resources',
      decisionDueOn: on('2020-10-01'),
      linesBy: 'scheme',
    }),
  },
  'requests.leave': {
    roles: writers,
    transition: 'written',
    input: async (given: ProgrammeApp) => {
      const { begin, director } = await requestApp({ given })
      const id = await begin()
      const fields = [{ path: 'title', base: 'Authority for the portal', value: 'Authority' }]
      await director.saveDraft.mutate({ id, baseRevision: 2, fields })
      return { id }
    },
  },
  'requests.validate': { roles: writers, transition: 'draft → ready', input: after(({ begin }) => begin()) },
  'requests.financeCheck': {
    roles: ['finance_officer', 's151_officer'] as Role[],
    transition: 'ready → finance_cleared',
    input: after((app) => ready(app), { on: null, note: '' }),
  },
  'requests.legalCheck': {
    roles: ['s151_officer', 'board_secretary'] as Role[],
    transition: 'finance_cleared → cleared',
    input: after((app) => ready(app, ['financeCheck']), { on: null, note: '' }),
  },
  'requests.publishNotice': {
    roles: publishers,
    transition: 'cleared → notice_published',
    input: after((app) => ready(app, ['financeCheck', 'legalCheck']), { on: null, notice: particulars }),
  },
  'requests.publishReport': {
    roles: publishers,
    transition: 'notice_published → report_published',
    input: after((app) => ready(app, ['financeCheck', 'legalCheck', 'publishNotice']), { on: null }),
  },
  'requests.decide': {
    roles: ['decision_taker'] as Role[],
    transition: 'report_published → approved',
    input: after(
      async ({ noticed, at }) => {
        const id = await noticed()
        at('2020-10-01')
        return id
      },
      { on: null, outcome: 'approved', wording: 'As asked', reason: '', amended: null },
    ),
  },
  'requests.publishDecision': {
    roles: ['board_secretary', 'programme_director'] as Role[],
    transition: 'approved → published',
    input: after(
      async ({ noticed, at, steps }) => {
        const id = await noticed()
        at('2020-10-01')
        await steps.decide(id)
        return id
      },
      { on: null, reference: 'D1' },
    ),
  },
  'requests.callIn': {
    roles: scrutiny,
    transition: 'published → called_in',
    input: after(({ published }) => published(), {
      on: null,
      signatories: 'Five members',
      grounds: 'Too short a consultation',
      scrutinyBoard: 'Scrutiny Board',
      hearingOn: null,
    }),
  },
  'requests.scrutinyOutcome': {
    roles: scrutiny,
    transition: 'called_in → published',
    input: after(calledIn, { on: null, outcome: 'released', note: '' }),
  },
  'requests.withdraw': {
    roles: writers,
    transition: 'draft → withdrawn',
    input: after(({ begin }) => begin(), { reason: 'Not now' }),
  },
  'requests.newVersion': {
    roles: writers,
    transition: 'draft',
    input: after(async ({ begin, director, seen }) => {
      const id = await begin()
      await director.withdraw.mutate({ ...(await seen(id)), reason: 'Not now' })
      return id
    }),
  },
}
