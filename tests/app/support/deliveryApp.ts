import { postMovement } from '../../../db/change.ts'
import type { Benefit, BenefitAttributes } from '../../../domain/benefit/benefit.ts'
import type { Closure } from '../../../domain/closure/closure.ts'
import type { LessonAttributes } from '../../../domain/closure/lesson.ts'
import type { DependencyAttributes } from '../../../domain/delivery/dependency.ts'
import type { Milestone, MilestoneAttributes } from '../../../domain/delivery/milestone.ts'
import type { Entry, Level, MovementKind } from '../../../domain/ledger/entry.ts'
import type { IssueAttributes } from '../../../domain/risk/issue.ts'
import type { RiskAttributes } from '../../../domain/risk/risk.ts'
import { givenPerson } from './boardApp.ts'
import { changed, decisionOf, lineOn, on, type ProgrammeApp, pounds } from './programmeApp.ts'
import { written } from './routeCommands.ts'

export const riskSaid: RiskAttributes = {
  title: 'Late supplier',
  riskThat: 'the supplier is late',
  dueTo: 'a slow tender',
  resultingIn: 'two systems side by side',
  category: 'commercial',
  owner: 'Scheme lead',
  isToLife: false,
  likelihood: 3,
  impact: 4,
  mitigation: 'Monthly reviews',
  plannedMitigation: '',
  targetLikelihood: 2,
  targetImpact: 3,
  pathToTarget: '',
  targetOn: null,
  proximity: 'under_3',
  approach: 'treat',
}

export const benefitSaid: BenefitAttributes = {
  name: 'Fewer calls',
  owner: 'Head of service',
  ownerOrganisationId: null,
  measure: 'Calls to the record office',
  unit: 'calls a week',
  baseline: '400',
  baselineQuantity: 400_000 as BenefitAttributes['baselineQuantity'],
  baselineOn: null,
  cashReleasing: null,
  confidence: 'medium',
  evidence: '',
}

export const milestoneSaid: MilestoneAttributes = {
  name: 'Go live',
  baselineOn: on('2020-10-01'),
  forecastOn: on('2020-10-15'),
  actualOn: null,
  note: '',
}

export const dependencySaid: DependencyAttributes = {
  what: 'The network',
  milestoneId: null,
  givenBy: 'Trust',
  owner: 'Scheme lead',
  neededOn: on('2020-10-01'),
  expectedOn: null,
  metOn: null,
}

export const issueSaid: IssueAttributes = {
  kind: 'issue',
  title: 'The supplier is late',
  description: '',
  owner: 'Scheme lead',
  raisedOn: on('2020-09-01'),
  dueOn: null,
  resolution: '',
  closedOn: null,
}

export const lessonSaid: LessonAttributes = {
  title: 'Ask for milestones',
  category: 'procurement',
  whatHappened: 'The supplier was late and nobody saw it.',
  recommendation: 'Pay by milestones.',
  appliesTo: 'Systems that are bought',
  learnedOn: on('2020-09-01'),
}

export const seenAt = ({ id, revision }: { id: Benefit['id']; revision: number }) => ({ id, revision })

export const figure = (startYear: number, units: number) => ({
  startYear: startYear as Benefit['targets'][number]['startYear'],
  quantity: (units * 1000) as Benefit['targets'][number]['quantity'],
})

export const givenBenefit = async ({ me, scheme }: ProgrammeApp): Promise<Benefit> =>
  changed(await me.benefits.add.mutate({ schemeId: scheme.id, attributes: benefitSaid }))

export const givenMilestone = async ({ me, scheme }: ProgrammeApp): Promise<Milestone> =>
  changed(await me.delivery.addMilestone.mutate({ schemeId: scheme.id, attributes: milestoneSaid }))

/** Money on the scheme in 2020/21, in pounds, past the operations that would bring it there. */
export const posted = async (app: ProgrammeApp, level: Level, amount: number, change: Partial<Entry> = {}) => {
  const kind: MovementKind =
    level === 'commitment' ? 'order-placed' : level === 'actual' ? 'payment' : 'authority-released'
  const line = { ...lineOn('authority', app.scheme.id, amount), level, period: 0 }
  const entries = [{ ...line, effectiveOn: on('2020-09-01'), ledgerRef: null, ...change }]
  const movement = { id: app.ports.newId(), kind, reason: 'Given', decisionId: null, reversesId: null, entries }
  await written(app, (open) => postMovement(open, movement))
}

/** A scheme with £100 allocated and authorised of which £60 were released and £40 spent. */
export const givenMoney = async (app: ProgrammeApp): Promise<void> => {
  const lines = [lineOn('allocation', app.scheme.id, 100), lineOn('authority', app.scheme.id, 100)]
  await app.me.decisions.record.mutate(decisionOf('D1', lines))
  await posted(app, 'released', 60)
  await posted(app, 'actual', 40)
}

/** The release of what is left on such a scheme. */
export const releaseOf = ({ scheme }: Pick<ProgrammeApp, 'scheme'>, change: object = {}) => {
  const { allocationKind: _, lines: __, effectiveOn: ___, statedTotals: ____, ...decision } = decisionOf('D2', [])
  const seen = { authority: pounds(60), allocation: pounds(60) }
  return { schemeId: scheme.id, seen, allocationGoes: 'out' as const, decision, ...change }
}

/** A closure whose account was agreed. */
export const agreedClosure = async (app: ProgrammeApp, spent = 40): Promise<Closure> => {
  const lead = app.as('scheme_lead')
  const completion = { schemeId: app.scheme.id, completedOn: on('2020-09-01'), note: '' }
  const begun = changed(await lead.closures.reportCompletion.mutate(completion))
  const account = { ...seenAt(begun), finalAccount: pounds(spent), on: on('2020-09-01'), note: '' }
  return changed(await app.as('finance_officer').closures.agreeAccount.mutate(account))
}

/** A closure with its lesson and its report before a board, and the chair of that board. */
export const reportedClosure = async (app: ProgrammeApp, spent = 0) => {
  const agreed = await agreedClosure(app, spent)
  await app.me.lessons.add.mutate({ schemeId: app.scheme.id, attributes: lessonSaid })
  const chairId = await givenPerson(app, 'Chair', ['board_chair'])
  const seat = { id: null, accountId: chairId, organisationId: null, isChair: true, alternateIds: [] }
  const board = changed(
    await app.as('administrator').boards.add.mutate({
      name: 'Digital board',
      organisationIds: [],
      functions: ['receive'],
      parentId: null,
      quorum: { minMembers: 1, perOrganisation: [], isChairRequired: false, countsConflicted: false },
      voting: { needs: 'simple_majority', hasCastingVote: false },
      cadence: '',
      seats: [{ ...seat, fromOn: on('2020-01-01'), toOn: null }],
    }),
  )
  const report = { ...seenAt(agreed), report: 'It works', boardId: board.id }
  const closure = changed(await app.as('scheme_lead').closures.report.mutate(report))
  return { closure, board, chair: app.asPerson(chairId, 'board_chair') }
}

/** The same once the chair has accepted it. */
export const acceptedClosure = async (app: ProgrammeApp): Promise<Closure> => {
  const { closure, chair } = await reportedClosure(app)
  return changed(await chair.closures.accept.mutate({ ...seenAt(closure), on: on('2020-09-01') }))
}
