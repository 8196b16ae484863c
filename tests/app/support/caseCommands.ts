import type { Role } from '../../../domain/roles.ts'
import {
  approvedWithConditions,
  type CaseApp,
  caseApp,
  completed,
  earlierCase,
  fieldsFor,
  started,
  submitted,
} from './caseApp.ts'
import { changed, type ProgrammeApp } from './programmeApp.ts'

const writers: Role[] = ['programme_director', 'scheme_lead']
const secretary: Role[] = ['board_secretary']

/** The commands on business cases, each with its duty, its step and an input that is accepted. */
export const caseCommands = {
  'cases.start': {
    roles: writers,
    transition: 'started',
    input: ({ scheme }: ProgrammeApp) => ({ schemeId: scheme.id, stage: 'bjc' }),
  },
  'cases.leave': {
    roles: writers,
    transition: 'written',
    input: async (given: ProgrammeApp) => {
      const app = await caseApp(given)
      const { id } = await started(app)
      const draft = { id, baseRevision: 1, fields: fieldsFor(app) }
      await app.me.cases.saveDraft.mutate(draft)
      return { id }
    },
  },
  'cases.recordEarlier': {
    roles: secretary,
    transition: 'entered as recommended',
    input: async (given: ProgrammeApp) => earlierCase(await caseApp(given)),
  },
  'cases.submit': {
    roles: writers,
    transition: 'draft → submitted',
    input: async (app: ProgrammeApp) => at(await completed(await caseApp(app))),
  },
  'cases.accept': {
    roles: secretary,
    transition: 'submitted → in_review',
    input: async (app: ProgrammeApp) => at(await submitted(await caseApp(app))),
  },
  'cases.returnToWriter': {
    roles: secretary,
    transition: 'submitted → returned',
    input: async (app: ProgrammeApp) => ({ ...at(await submitted(await caseApp(app))), reason: 'Say more' }),
  },
  'cases.withdraw': {
    roles: writers,
    transition: 'draft → withdrawn',
    input: async (app: ProgrammeApp) => ({ ...at(await started(await caseApp(app))), reason: 'Not now' }),
  },
  'cases.newVersion': {
    roles: writers,
    transition: 'version 2 started',
    input: async (given: ProgrammeApp) => {
      const app = await caseApp(given)
      const before = at(await started(app))
      return at(changed(await app.lead.cases.withdraw.mutate({ ...before, reason: 'Not now' })))
    },
  },
  'cases.removeAttachment': {
    roles: writers,
    transition: 'file removed',
    input: async (given: ProgrammeApp) => {
      const app = await caseApp(given)
      const { id, revision } = await started(app)
      await app.attach({ id, revision, name: 'note.txt' }, 'A note')
      const { businessCase } = await app.lead.cases.screen.query({ asAt: null, id })
      return { ...at(businessCase), attachmentId: businessCase.attachments[0]?.id }
    },
  },
  'cases.meetCondition': {
    roles: writers,
    transition: 'condition met',
    input: async (given: ProgrammeApp) => {
      const businessCase = await approvedWithConditions(await caseApp(given))
      return { ...at(businessCase), conditionId: businessCase.conditions[0]?.id, evidence: 'The contract' }
    },
  },
  'cases.dischargeCondition': {
    roles: secretary,
    transition: 'condition discharged',
    input: async (given: ProgrammeApp) => await met(await caseApp(given)),
  },
}

const at = ({ id, revision }: { id: string; revision: number }) => ({ id, revision })

const met = async (app: CaseApp) => {
  const { id, revision, conditions } = await approvedWithConditions(app)
  const conditionId = conditions[0]?.id
  if (!conditionId) throw new Error('The case has no conditions')
  const evidence = 'The contract'
  const after = changed(await app.lead.cases.meetCondition.mutate({ id, revision, conditionId, evidence }))
  return { ...at(after), conditionId }
}
