import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { changed, decisionOf, lineOn, on, type ProgrammeApp, planCell, programmeApp } from './programmeApp.ts'

export const particulars = {
  route: 'notice' as 'notice' | 'general_exception' | 'special_urgency',
  agreedBy: '',
  agreedOn: null as ReturnType<typeof on> | null,
  reason: '',
  matter: 'Authority to spend on the portal',
  decisionTaker: 'Director of Resources',
  decisionDue: '1 October 2020',
  documents: 'The report of the programme director',
  copiesFrom: 'Governance services, Anytown Council',
  isMoreToCome: true,
  requestDocumentsFrom: 'Governance services, Anytown Council',
}

/** A programme with £1,000,000 of allocation and plan for the scheme in 2021/22, and a way to take a request through its steps. */
export const requestApp = async ({ amount = 600_000, given }: { amount?: number; given?: ProgrammeApp } = {}) => {
  const app = given ?? (await programmeApp())
  const { me, scheme, source } = app
  await me.decisions.record.mutate(
    decisionOf('ALLOCATION', [lineOn('allocation', scheme.id, 1_000_000, { startYear: 2021, sourceId: source.id })]),
  )
  await me.plan.set.mutate({ cells: [planCell(scheme.id, amount, { startYear: 2021 })] })
  const role = (name: Role) => app.as(name).requests
  const director = role('programme_director')
  const screen = (id: Id) => me.requests.screen.query({ id, asAt: null })
  const seen = async (id: Id) => ({ id, revision: (await screen(id)).request.revision })
  const begin = async (reference = 'ATS1', dueOn = '2020-10-01') => {
    const { id, revision } = changed(
      await director.start.mutate({
        reference,
        title: 'Authority for the portal',
        decisionTaker: 'Director of Resources',
        decisionDueOn: on(dueOn),
        linesBy: 'scheme',
      }),
    )
    await director.saveDraft.mutate({
      id,
      baseRevision: revision,
      fields: [
        { path: 'cover.hasEqualityImplications', base: null, value: false },
        { path: 'narrative.recommendations', base: '', value: 'Approve the authority to spend.' },
      ],
    })
    await director.leave.mutate({ id })
    return id
  }
  const steps = {
    validate: async (id: Id) => director.validate.mutate(await seen(id)),
    financeCheck: async (id: Id) =>
      role('finance_officer').financeCheck.mutate({ ...(await seen(id)), on: null, note: '' }),
    legalCheck: async (id: Id) => role('s151_officer').legalCheck.mutate({ ...(await seen(id)), on: null, note: '' }),
    publishNotice: async (id: Id, change: Partial<typeof particulars> = {}) =>
      director.publishNotice.mutate({ ...(await seen(id)), on: null, notice: { ...particulars, ...change } }),
    publishReport: async (id: Id) => director.publishReport.mutate({ ...(await seen(id)), on: null }),
    decide: async (id: Id, outcome: 'approved' | 'deferred' | 'refused' = 'approved', reason = '') =>
      role('decision_taker').decide.mutate({
        ...(await seen(id)),
        on: null,
        outcome,
        wording: 'Authority is given as asked.',
        reason,
        amended: null,
      }),
    publishDecision: async (id: Id, reference = 'D1') =>
      role('board_secretary').publishDecision.mutate({ ...(await seen(id)), on: null, reference }),
    callIn: async (id: Id, receivedOn: ReturnType<typeof on> | null = null) =>
      role('scrutiny_officer').callIn.mutate({
        ...(await seen(id)),
        on: receivedOn,
        signatories: 'Five members of council',
        grounds: 'The consultation was too short',
        scrutinyBoard: 'Scrutiny Board (Resources)',
        hearingOn: null,
      }),
    scrutinyOutcome: async (id: Id, outcome: 'released' | 'referred_back' | 'full_council', note = 'Consult again') =>
      role('scrutiny_officer').scrutinyOutcome.mutate({ ...(await seen(id)), on: null, outcome, note }),
  }
  /** Takes a request to its notice on 1 September 2020, ready for a decision from 30 September. */
  const noticed = async (reference?: string) => {
    const id = await begin(reference)
    await steps.validate(id)
    await steps.financeCheck(id)
    await steps.legalCheck(id)
    await steps.publishNotice(id)
    await steps.publishReport(id)
    return id
  }
  /** Decides and publishes it on 1 October 2020, a Thursday: the window closes on the 8th. */
  const published = async (reference?: string) => {
    const id = await noticed(reference)
    app.at('2020-10-01')
    await steps.decide(id)
    await steps.publishDecision(id, `D-${reference ?? 'ATS1'}`)
    return id
  }
  return { ...app, director, role, screen, seen, begin, steps, noticed, published }
}
export type RequestApp = Awaited<ReturnType<typeof requestApp>>
