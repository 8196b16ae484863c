import { businessCases } from '../../../db/subjects.ts'
import { Role } from '../../../domain/roles.ts'
import { businessCase } from '../../domain/businessCase/given.ts'
import {
  acceptedClosure,
  agreedClosure,
  benefitSaid,
  dependencySaid,
  figure,
  givenBenefit,
  givenMilestone,
  givenMoney,
  issueSaid,
  lessonSaid,
  milestoneSaid,
  posted,
  releaseOf,
  riskSaid,
  seenAt,
} from './deliveryApp.ts'
import { addScheme, changed, on, type ProgrammeApp, pounds } from './programmeApp.ts'
import { digitalBoard, written } from './routeCommands.ts'

const delivery: Role[] = ['programme_director', 'scheme_lead']
const money: Role[] = ['programme_director', 'finance_officer']
const checks: Role[] = ['programme_director', 'scheme_lead', 'finance_officer', 's151_officer']

const givenRisk = async ({ me, scheme }: ProgrammeApp) =>
  changed(await me.risks.add.mutate({ schemeId: scheme.id, attributes: riskSaid, status: 'assessed' }))

const closedRisk = async (app: ProgrammeApp) =>
  changed(await app.me.risks.close.mutate({ ...seenAt(await givenRisk(app)), on: on('2020-09-01'), reason: 'Gone' }))

/** A line of an approved full case. */
const approvedLine = async (app: ProgrammeApp, part: 'benefits' | 'risks') => {
  const approved = { stage: 'fbc' as const, status: 'approved' as const, approvedOn: on('2020-09-01') }
  const value = businessCase({ ...approved, id: app.ports.newId(), schemeId: app.scheme.id })
  await written(app, (change) => businessCases.insert(change, { ...value, status: 'draft' }))
  await written(app, async (change) => {
    for (const status of ['submitted', 'in_review', 'approved'] as const) {
      const before = await businessCases.get(change.tx, value.id)
      await businessCases.save(change, { ...before, status, revision: before.revision + 1 })
    }
  })
  return { caseId: value.id, lineId: value[part][0]?.id }
}

const asked = async (app: ProgrammeApp) => {
  const other = changed(await app.me.benefits.add.mutate({ schemeId: app.scheme.id, attributes: benefitSaid }))
  const before = await givenBenefit(app)
  const question = { ...seenAt(before), withId: other.id, question: 'The same calls?' }
  return changed(await app.as('s151_officer').benefits.askDoubleCount.mutate(question))
}

const agreedTargets = async (app: ProgrammeApp) => {
  const { me } = app
  const before = await givenBenefit(app)
  const targets = changed(await me.benefits.setTargets.mutate({ ...seenAt(before), figures: [figure(2021, 100)] }))
  const based = changed(await me.benefits.move.mutate({ ...seenAt(targets), event: 'baseline', reason: '' }))
  return changed(await me.benefits.move.mutate({ ...seenAt(based), event: 'agree', reason: '' }))
}

const givenLesson = async ({ me, scheme }: ProgrammeApp) =>
  changed(await me.lessons.add.mutate({ schemeId: scheme.id, attributes: lessonSaid }))

/** The commands on benefits, risks, delivery and closure, each with its duty, its step and an input that is accepted. */
export const deliveryCommands = {
  'risks.add': {
    roles: delivery,
    transition: 'added',
    input: ({ scheme }: ProgrammeApp) => ({ schemeId: scheme.id, attributes: riskSaid, status: 'assessed' }),
  },
  'risks.change': {
    roles: delivery,
    transition: 'assessed → controlled',
    input: async (app: ProgrammeApp) => ({
      ...seenAt(await givenRisk(app)),
      attributes: riskSaid,
      status: 'controlled',
    }),
  },
  'risks.close': {
    roles: delivery,
    transition: 'assessed → closed',
    input: async (app: ProgrammeApp) => ({ ...seenAt(await givenRisk(app)), on: '2020-09-01', reason: 'Gone' }),
  },
  'risks.reopen': {
    roles: delivery,
    transition: 'closed → watch',
    input: async (app: ProgrammeApp) => seenAt(await closedRisk(app)),
  },
  'risks.take': {
    roles: delivery,
    transition: 'taken from a case',
    input: async (app: ProgrammeApp) => await approvedLine(app, 'risks'),
  },
  'risks.addIssue': {
    roles: delivery,
    transition: 'added',
    input: ({ scheme }: ProgrammeApp) => ({ schemeId: scheme.id, riskId: null, attributes: issueSaid }),
  },
  'risks.changeIssue': {
    roles: delivery,
    transition: 'open → closed',
    input: async ({ me, scheme }: ProgrammeApp) => ({
      ...seenAt(changed(await me.risks.addIssue.mutate({ schemeId: scheme.id, riskId: null, attributes: issueSaid }))),
      attributes: { ...issueSaid, resolution: 'Paid less', closedOn: '2020-09-01' },
    }),
  },
  'benefits.add': {
    roles: delivery,
    transition: 'added',
    input: ({ scheme }: ProgrammeApp) => ({ schemeId: scheme.id, attributes: benefitSaid }),
  },
  'benefits.change': {
    roles: delivery,
    transition: 'changed',
    input: async (app: ProgrammeApp) => ({ ...seenAt(await givenBenefit(app)), attributes: benefitSaid }),
  },
  'benefits.setTargets': {
    roles: delivery,
    transition: 'targets set',
    input: async (app: ProgrammeApp) => ({ ...seenAt(await givenBenefit(app)), figures: [figure(2021, 100)] }),
  },
  'benefits.setActuals': {
    roles: Role.options,
    transition: 'target_agreed → tracking',
    input: async (app: ProgrammeApp) => ({ ...seenAt(await agreedTargets(app)), figures: [figure(2020, 350)] }),
  },
  'benefits.move': {
    roles: delivery,
    transition: 'identified → baselined',
    input: async (app: ProgrammeApp) => ({ ...seenAt(await givenBenefit(app)), event: 'baseline', reason: '' }),
  },
  'benefits.take': {
    roles: delivery,
    transition: 'taken from a case',
    input: async (app: ProgrammeApp) => await approvedLine(app, 'benefits'),
  },
  'benefits.askDoubleCount': {
    roles: checks,
    transition: 'double count asked',
    input: async (app: ProgrammeApp) => {
      const other = await givenBenefit(app)
      return { ...seenAt(await givenBenefit(app)), withId: other.id, question: 'The same calls?' }
    },
  },
  'benefits.answerDoubleCount': {
    roles: checks,
    transition: 'double count answered',
    input: async (app: ProgrammeApp) => ({ ...seenAt(await asked(app)), answer: 'counted_once', note: '' }),
  },
  'delivery.addMilestone': {
    roles: delivery,
    transition: 'added',
    input: ({ scheme }: ProgrammeApp) => ({ schemeId: scheme.id, attributes: milestoneSaid }),
  },
  'delivery.changeMilestone': {
    roles: delivery,
    transition: 'baseline changed',
    input: async (app: ProgrammeApp) => ({
      ...seenAt(await givenMilestone(app)),
      attributes: { ...milestoneSaid, baselineOn: '2020-11-01' },
      reason: 'Agreed anew',
    }),
  },
  'delivery.removeMilestone': {
    roles: delivery,
    transition: 'removed',
    input: async (app: ProgrammeApp) => seenAt(await givenMilestone(app)),
  },
  'delivery.addDependency': {
    roles: delivery,
    transition: 'added',
    input: ({ scheme }: ProgrammeApp) => ({ schemeId: scheme.id, attributes: dependencySaid }),
  },
  'delivery.changeDependency': {
    roles: delivery,
    transition: 'changed',
    input: async ({ me, scheme }: ProgrammeApp) => ({
      ...seenAt(changed(await me.delivery.addDependency.mutate({ schemeId: scheme.id, attributes: dependencySaid }))),
      attributes: { ...dependencySaid, metOn: '2020-09-01' },
    }),
  },
  'delivery.removeDependency': {
    roles: delivery,
    transition: 'removed',
    input: async ({ me, scheme }: ProgrammeApp) =>
      seenAt(changed(await me.delivery.addDependency.mutate({ schemeId: scheme.id, attributes: dependencySaid }))),
  },
  'delivery.recordAssurance': {
    roles: delivery,
    transition: 'dpia: not_recorded → complete',
    input: ({ scheme }: ProgrammeApp) => ({
      schemeId: scheme.id,
      kind: 'dpia',
      status: 'complete',
      reviewer: 'Data protection officer',
      lookedOn: '2020-09-01',
      evidence: 'Assessment 4',
      revision: null,
    }),
  },
  'closures.reportCompletion': {
    roles: delivery,
    transition: 'closure not begun → completion_reported',
    input: ({ scheme }: ProgrammeApp) => ({ schemeId: scheme.id, completedOn: '2020-09-01', note: '' }),
  },
  'closures.agreeAccount': {
    roles: money,
    transition: 'closure completion_reported → account_agreed',
    input: async (app: ProgrammeApp) => ({
      ...seenAt(
        changed(
          await app
            .as('scheme_lead')
            .closures.reportCompletion.mutate({ schemeId: app.scheme.id, completedOn: on('2020-09-01'), note: '' }),
        ),
      ),
      finalAccount: 0,
      on: '2020-09-01',
      note: '',
    }),
  },
  'closures.cancelOrders': {
    roles: money,
    transition: 'orders cancelled',
    input: async (app: ProgrammeApp) => {
      await posted(app, 'commitment', 5)
      return { schemeId: app.scheme.id, seen: pounds(5), reason: 'Not needed' }
    },
  },
  'closures.release': {
    roles: money,
    transition: 'residual released',
    input: async (app: ProgrammeApp) => {
      await givenMoney(app)
      const release = releaseOf(app)
      // On a day to come, so that its effect is no event of this command.
      return { ...release, decision: { ...release.decision, publishedOn: '2020-09-01', isCallInEligible: true } }
    },
  },
  'closures.report': {
    roles: delivery,
    transition: 'closure account_agreed → reported',
    input: async (app: ProgrammeApp) => {
      const agreed = await agreedClosure(app, 0)
      await givenLesson(app)
      return { ...seenAt(agreed), report: 'It works', boardId: (await digitalBoard(app)).id }
    },
  },
  'closures.handOver': {
    roles: delivery,
    transition: 'closure accepted → handed_over',
    input: async (app: ProgrammeApp) => ({
      ...seenAt(await acceptedClosure(app)),
      benefitsOwner: 'Head of service',
      note: '',
      reviewDueOn: '2021-03-01',
    }),
  },
  'closures.close': {
    roles: delivery,
    transition: 'closure handed_over → closed',
    input: async (app: ProgrammeApp) => {
      const handing = { benefitsOwner: 'Head of service', note: '', reviewDueOn: on('2021-03-01') }
      const handed = await app.me.closures.handOver.mutate({ ...seenAt(await acceptedClosure(app)), ...handing })
      return { ...seenAt(changed(handed)), on: '2020-09-01', reviewNote: 'Calls fell' }
    },
  },
  'lessons.add': {
    roles: delivery,
    transition: 'added',
    input: ({ scheme }: ProgrammeApp) => ({ schemeId: scheme.id, attributes: lessonSaid }),
  },
  'lessons.change': {
    roles: delivery,
    transition: 'changed',
    input: async (app: ProgrammeApp) => ({ ...seenAt(await givenLesson(app)), attributes: lessonSaid }),
  },
  'lessons.adopt': {
    roles: delivery,
    transition: 'adopted',
    input: async (app: ProgrammeApp) => ({
      ...seenAt(await givenLesson(app)),
      schemeId: (await addScheme(app.me, app.theme.id, 'Beds')).id,
    }),
  },
}
