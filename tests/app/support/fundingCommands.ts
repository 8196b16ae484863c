import type { Role } from '../../../domain/roles.ts'
import { changed, decisionOf, grant, lineOn, on, type ProgrammeApp, pounds } from './programmeApp.ts'

const structure: Role[] = ['programme_director', 'administrator']
const plan: Role[] = ['programme_director', 'scheme_lead', 'finance_officer']
const money: Role[] = ['programme_director', 'finance_officer']

const loan = async ({ me }: ProgrammeApp) =>
  changed(await me.sources.add.mutate({ ...grant, name: 'Loan', category: 'departmental_borrowing' }))

const idea = async ({ me, theme }: ProgrammeApp) =>
  changed(
    await me.schemes.add.mutate({
      themeId: theme.id,
      fromOn: on('2020-04-01'),
      lifecycle: 'unfunded',
      attributes: { name: 'Sensors' },
    }),
  )

const criteria = {
  fromOn: on('2020-04-01'),
  source: 'Board',
  criteria: [{ id: null, name: 'Fit', guidance: '', weight: 1 }],
}

/** The commands about who pays, and about schemes that nobody pays for yet. */
export const fundingCommands = {
  'sources.recordTerms': {
    roles: money,
    transition: 'terms recorded',
    input: ({ source: { id } }: ProgrammeApp) => ({
      id,
      revision: 1,
      conditions: 'Digital only',
      restrictedTo: null,
      spendByOn: null,
      securedStatus: 'received',
      interestRateBp: null,
      assetLifeYears: null,
    }),
  },
  'sources.reorder': {
    roles: money,
    transition: 'reordered',
    input: async (app: ProgrammeApp) => ({ ids: [(await loan(app)).id, app.source.id] }),
  },
  'funding.raiseSwap': {
    roles: ['programme_director', 'scheme_lead', 'finance_officer', 's151_officer'] satisfies Role[],
    transition: 'sent',
    input: async (app: ProgrammeApp) => {
      const { me, scheme, source } = app
      const { id } = await loan(app)
      await me.decisions.record.mutate(
        decisionOf('D1', [{ ...lineOn('allocation', scheme.id, 10), sourceId: source.id }]),
      )
      const between = { fromSourceId: source.id, toSourceId: id, amount: pounds(4) }
      const swaps = [{ placeId: scheme.id, startYear: 2020, nature: 'capital', ...between }]
      return { whatChanges: 'A loan for the grant', reason: 'The grant is late', swaps }
    },
  },
  'pipeline.setCriteria': { roles: structure, transition: 'laid down', input: () => criteria },
  'pipeline.estimate': {
    roles: plan,
    transition: 'estimated',
    input: async (app: ProgrammeApp) => ({
      schemeId: (await idea(app)).id,
      revision: null,
      costs: [{ startYear: 2020, nature: 'capital', amount: pounds(5) }],
      costsFrom: '',
    }),
  },
  'pipeline.score': {
    roles: plan,
    transition: 'scored',
    input: async (app: ProgrammeApp) => {
      const { id: schemeId } = await idea(app)
      const set = changed(await app.me.pipeline.setCriteria.mutate(criteria))
      const scores = set.criteria.map(({ id }) => ({ criterionId: id, score: 4, reason: 'Fits' }))
      return { schemeId, revision: null, scores }
    },
  },
}
