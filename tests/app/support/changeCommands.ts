import type { ChangeLine } from '../../../domain/change/changeRequest.ts'
import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { changed, decisionOf, lineOn, on, type ProgrammeApp, planCell, pounds } from './programmeApp.ts'

const asking: Role[] = ['finance_officer', 'programme_director', 'scheme_lead', 's151_officer']
const approving: Role[] = ['programme_director', 's151_officer', 'decision_taker']

/** A plan of £100,000 for 2020/21 on the scheme, and an allocation and authority of as much on the programme, from the grant. */
export const withMoney = async ({ me, programme, scheme, source }: ProgrammeApp): Promise<void> => {
  await me.plan.set.mutate({ cells: [planCell(scheme.id, 100_000)] })
  const place = { kind: 'programme' as const, id: programme.id }
  const lines = (['allocation', 'authority'] as const).map((level) =>
    lineOn(level, scheme.id, 100_000, { place, sourceId: source.id }),
  )
  await me.decisions.record.mutate(decisionOf('D0', lines))
}

/** The lines that move pounds of the scheme from 2020/21 to 2021/22 with their funding and their authority. */
export const laterLines = (
  { programme, scheme, source }: Pick<ProgrammeApp, 'programme' | 'scheme' | 'source'>,
  amount: number,
): ChangeLine[] => {
  const line = (level: ChangeLine['level'], startYear: number, sign: 1 | -1): ChangeLine => ({
    level,
    place: level === 'plan' ? { kind: 'scheme', id: scheme.id } : { kind: 'programme', id: programme.id },
    startYear,
    sourceId: level === 'plan' ? null : source.id,
    nature: 'capital',
    amount: pounds(sign * amount),
  })
  return (['plan', 'allocation', 'authority'] as const).flatMap((level) => [
    line(level, 2020, -1),
    line(level, 2021, 1),
  ])
}

/** A reprofile as a form sends it. */
export const laterBy = (app: Pick<ProgrammeApp, 'programme' | 'scheme' | 'source'>, amount: number) => ({
  kind: 'reprofile' as const,
  whatChanges: `£${amount} of the portal moves to 2021/22`,
  reason: 'The supplier starts in spring',
  impact: '',
  lines: laterLines(app, amount),
})

/** A change that the finance officer has sent. */
export const sentChange = async (app: ProgrammeApp, amount = 40_000) =>
  changed(await app.as('finance_officer').changes.raise.mutate(laterBy(app, amount)))

/** A change that the programme director has approved, and that is posted. */
export const postedChange = async (app: ProgrammeApp) => {
  const { id, revision } = await sentChange(app)
  await app.me.changes.approve.mutate({ id, revision, answer: '' })
  return (await app.me.changes.screen.query({ asAt: null, id })).change
}

/** The decision of a body on a change, made and published today and open to call-in. */
export const decisionOn = ({ id, revision }: { id: Id; revision: number }) => ({
  id,
  revision,
  reference: 'D9',
  decisionTaker: 'Executive Board',
  madeOn: on('2020-09-01'),
  publishedOn: on('2020-09-01'),
  isCallInEligible: true,
  note: '',
  notice: null,
})

export const scenarioOf = async (app: ProgrammeApp) =>
  changed(await app.me.scenarios.add.mutate({ name: 'Later start', note: '' }))

/** A scenario in which one change is tried. */
export const triedIn = async (app: ProgrammeApp) => {
  const { id, revision } = await scenarioOf(app)
  return changed(await app.me.scenarios.try.mutate({ id, revision, change: laterBy(app, 40_000) }))
}

/** The commands of changes and scenarios; approving one posts it, and so leaves two events. */
export const changeCommands = {
  'changes.raise': {
    roles: asking,
    transition: 'sent',
    input: async (app: ProgrammeApp) => {
      await withMoney(app)
      return laterBy(app, 40_000)
    },
  },
  'changes.recordDecision': {
    roles: ['programme_director', 'board_secretary'] as Role[],
    transition: 'sent → approved',
    input: async (app: ProgrammeApp) => {
      await withMoney(app)
      return decisionOn(await sentChange(app))
    },
  },
  'changes.refuse': {
    roles: approving,
    transition: 'sent → refused',
    input: async (app: ProgrammeApp) => {
      await withMoney(app)
      const { id, revision } = await sentChange(app)
      return { id, revision, reason: 'Not this year' }
    },
  },
  'changes.withdraw': {
    roles: asking,
    transition: 'sent → withdrawn',
    input: async (app: ProgrammeApp) => {
      await withMoney(app)
      const { id, revision } = await sentChange(app)
      return { id, revision, reason: 'Sent twice' }
    },
  },
  'changes.reverse': {
    roles: approving,
    transition: 'posted → reversed',
    input: async (app: ProgrammeApp) => {
      await withMoney(app)
      const { id, revision } = await postedChange(app)
      return { id, revision, reason: 'The supplier starts now' }
    },
  },
  'scenarios.add': { roles: asking, transition: 'added', input: () => ({ name: 'Later start', note: '' }) },
  'scenarios.try': {
    roles: asking,
    transition: 'change tried',
    input: async (app: ProgrammeApp) => {
      const { id, revision } = await scenarioOf(app)
      return { id, revision, change: laterBy(app, 40_000) }
    },
  },
  'scenarios.drop': {
    roles: asking,
    transition: 'change left out',
    input: async (app: ProgrammeApp) => {
      const { id, revision, changes } = await triedIn(app)
      return { id, revision, changeId: changes[0]?.id }
    },
  },
  'scenarios.remove': {
    roles: asking,
    transition: 'removed',
    input: async (app: ProgrammeApp) => {
      const { id, revision } = await scenarioOf(app)
      return { id, revision }
    },
  },
  'scenarios.raise': {
    roles: asking,
    transition: 'sent',
    input: async (app: ProgrammeApp) => {
      await withMoney(app)
      const { id, revision, changes } = await triedIn(app)
      return { id, revision, changeIds: [changes[0]?.id] }
    },
  },
}
