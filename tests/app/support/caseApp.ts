import type { Change } from '../../../db/change.ts'
import { accounts, businessCases, routes } from '../../../db/subjects.ts'
import type { Outcome } from '../../../domain/board/meeting.ts'
import { applyOutcome, type BoardActing } from '../../../domain/businessCase/applyOutcome.ts'
import type { BusinessCase, StartedStage } from '../../../domain/businessCase/businessCase.ts'
import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { businessCase } from '../../domain/businessCase/given.ts'
import { changed, on, type ProgrammeApp, planCell, pounds, programmeApp } from './programmeApp.ts'
import { digitalBoard, written } from './routeCommands.ts'

/** A programme with a scheme that plans £100 from the grant in 2020/21, and the route of one board for its cases. */
export const caseApp = async (given?: ProgrammeApp) => {
  const app = given ?? (await programmeApp())
  const cell = { ...planCell(app.scheme.id, 100), sourceId: app.source.id }
  await app.me.plan.set.mutate({ cells: [cell] })
  const board = await digitalBoard(app)
  await givenRoute(app, board.id)
  return { ...app, board, lead: app.as('scheme_lead'), secretary: app.as('board_secretary'), attach: attaching(app) }
}
export type CaseApp = Awaited<ReturnType<typeof caseApp>>

/** Puts a file into a case as the page does: what it is in a header, its bytes as the body. */
const attaching =
  ({ app }: ProgrammeApp) =>
  async (about: object, body: string | Uint8Array, role: Role = 'scheme_lead') => {
    const request = new Request('http://bcf.test/attachments/add', {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-bcf-file': encodeURIComponent(JSON.stringify(about)),
      },
      body: body as BodyInit,
    })
    const reply = await (await app.fetch(request, { session: 'test', role })).json()
    return reply as { value?: BusinessCase; error?: { data: { failure: { code: string; detail: unknown } } } }
  }

const givenRoute = async (app: ProgrammeApp, boardId: Id) => {
  const stage = (act: 'recommend' | 'approve') => ({
    id: app.ports.newId(),
    name: `To ${act}`,
    act,
    by: { kind: 'board' as const, boardId },
    deadlineWorkingDays: null,
  })
  const stages = [stage('recommend'), stage('approve')]
  await written(app, (change) =>
    routes.insert(change, {
      id: app.ports.newId(),
      revision: 1,
      isRemoved: false,
      subjectKind: 'business_case',
      name: 'Business case',
      version: 1,
      stages,
      monitoredBy: [],
      isSingleBoard: true,
      fromOn: on('2020-01-01'),
    }),
  )
}

/** What a complete short case of the scheme says. */
export const contentsFor = (app: Pick<ProgrammeApp, 'source'>) => {
  const { title, ask, sections, options, benefits, risks, assurance, hasInterest, interests } = businessCase()
  const costs = [{ startYear: 2020, sourceId: app.source.id, nature: 'capital' as const, amount: 100_00 }]
  return { title, ask, sections, options, benefits, risks, assurance, hasInterest, interests, costs }
}

/** Everything that `contentsFor` says, as fields of a draft over an empty case. */
export const fieldsFor = (app: Pick<ProgrammeApp, 'source'>) => {
  const { sections, options, benefits, risks, assurance, costs, ...texts } = contentsFor(app)
  const field = (path: string, base: unknown, value: unknown) => ({ path, base, value })
  return [
    ...Object.entries(texts)
      .filter(([name]) => name !== 'title')
      .map(([name, value]) => field(name, name === 'hasInterest' ? null : '', value)),
    ...Object.entries(sections).map(([name, value]) => field(`sections.${name}`, '', value)),
    ...options.map((line) => field(`options.${line.id}`, null, line)),
    ...benefits.map((line) => field(`benefits.${line.id}`, null, line)),
    ...risks.map((line) => field(`risks.${line.id}`, null, line)),
    ...assurance.map((line) => field(`assurance.${line.kind}`, null, line)),
    ...costs.map((line) => field(`costs.${line.startYear}.${line.sourceId}.${line.nature}`, null, line.amount)),
  ].filter(({ base, value }) => base !== value) as { path: string; base: string | null; value: string | null }[]
}

export const started = async (app: CaseApp, stage: StartedStage = 'bjc'): Promise<BusinessCase> =>
  changed(await app.lead.cases.start.mutate({ schemeId: app.scheme.id, stage }))

/** A complete case, left by the scheme lead and not submitted. */
export const completed = async (app: CaseApp): Promise<BusinessCase> => {
  const { id, revision } = await started(app)
  await app.lead.cases.saveDraft.mutate({ id, baseRevision: revision, fields: fieldsFor(app) })
  return changed(await app.lead.cases.leave.mutate({ id }))
}

export const submitted = async (app: CaseApp): Promise<BusinessCase> => {
  const { id, revision } = await completed(app)
  return changed(await app.lead.cases.submit.mutate({ id, revision }))
}

export const accepted = async (app: CaseApp): Promise<BusinessCase> => {
  const { id, revision } = await submitted(app)
  return changed(await app.secretary.cases.accept.mutate({ id, revision }))
}

/** What a report says of a case that a board had recommended before: £100 in 2020/21, and nothing of its stage or its day. */
export const earlierCase = ({ scheme }: Pick<CaseApp, 'scheme'>) => ({
  schemeId: scheme.id,
  stage: 'not_stated' as const,
  title: 'Portal 2020/21',
  ask: 'Approve £100.',
  sections: { strategic: 'One way in.', economic: '', commercial: '', financial: '', management: '' },
  costs: [{ startYear: 2020, sourceId: null, nature: 'capital' as const, amount: pounds(100) }],
  writers: ['scheme_lead'],
  recommendedOn: null,
  statedIn: 'Report of 20 August 2020, scheme summary',
})

/** The case after what a board did, as the confirmation of a meeting's record saves it. */
export const decided = async (
  app: CaseApp,
  id: Id,
  act: BoardActing['act'],
  outcome: Partial<Outcome> & Pick<Outcome, 'result'>,
): Promise<BusinessCase> =>
  await written(app, async (change: Change) => {
    const before = await businessCases.get(change.tx, id)
    const acting = { act, on: app.today(), actor: 'board_chair', newId: app.ports.newId, validityMonths: 24 }
    return await businessCases.save(change, applyOutcome(before, { conditions: [], reason: '', ...outcome }, acting))
  })

/** A case that was approved under two conditions. */
export const approvedWithConditions = async (app: CaseApp): Promise<BusinessCase> => {
  const { id } = await accepted(app)
  await decided(app, id, 'recommend', { result: 'recommended' })
  const condition = (text: string) => ({ text, owner: 'Scheme lead', dueOn: on('2020-12-01'), isAfterRelease: false })
  const conditions = [condition('Name a supplier'), condition('Agree the data')]
  return await decided(app, id, 'approve', { result: 'approved_with_conditions', conditions })
}

/** Somebody with these roles, each for the whole programme. */
export const givenPerson = async (app: CaseApp, title: string, roles: Role[]): Promise<Id> => {
  const id = app.ports.newId()
  const assignments = roles.map((role) => ({
    role,
    scope: { kind: 'programme' as const, id: null },
    fromOn: on('2020-01-01'),
    toOn: null,
    delegationLimit: null,
  }))
  await written(app, (change) =>
    accounts.insert(change, {
      id,
      revision: 1,
      isRemoved: false,
      signInName: title,
      title,
      organisationId: null,
      assignments,
      endedOn: null,
    }),
  )
  return id
}
