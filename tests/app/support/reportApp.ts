import type { Id } from '../../../domain/id.ts'
import type { ReportName } from '../../../domain/report/reportList.ts'
import { plainOrder, type ReportOrder } from '../../../domain/report/reportOrder.ts'
import type { Verdict } from '../../../domain/report/verdict.ts'
import type { Role } from '../../../domain/roles.ts'
import { ABOUT_FILE } from '../../../electron/app/attachmentRoutes.ts'
import type { ReportModel } from '../../../reports/model/reportModel.ts'
import type { TestApp } from '../../support/openTestApp.ts'
import { changed, director, type ProgrammeApp } from './programmeApp.ts'

type App = Pick<TestApp, 'as'>

/** A draft of a report of the whole programme, begun by the finance officer. */
export const draftOf = async ({ as }: App, report: ReportName, order: Partial<ReportOrder> = {}) =>
  changed(await as('finance_officer').reports.startDraft.mutate({ order: { ...plainOrder(report), ...order } }))

export const preparedReport = async (app: App, report: ReportName, order: Partial<ReportOrder> = {}) => {
  const { id, revision } = await draftOf(app, report, order)
  return changed(await app.as('finance_officer').reports.prepare.mutate({ id, revision }))
}

export const certifiedReport = async (app: App, report: ReportName, order: Partial<ReportOrder> = {}) => {
  const { id, revision } = await preparedReport(app, report, order)
  return changed(await app.as('s151_officer').reports.certify.mutate({ id, revision }))
}

/** Prepared by the finance officer, certified by the section 151 officer, issued by the programme director. */
export const issuedReport = async (app: App, report: ReportName, order: Partial<ReportOrder> = {}) => {
  const { id, revision } = await certifiedReport(app, report, order)
  return changed(await app.as(director).reports.issue.mutate({ id, revision }))
}

/** A file of an issue as it was handed out. */
export const handedOut = async (
  { post }: Pick<TestApp, 'post'>,
  issueId: Id,
  form: string,
  version = 'full',
): Promise<Uint8Array> => {
  const reply = await post('/export', { issueId, form, version })
  if (!reply.ok) throw new Error(await reply.text())
  return new Uint8Array(await reply.arrayBuffer())
}

/** What an issue says, as its JSON was handed out. */
export const modelHandedOut = async (app: Pick<TestApp, 'post'>, issueId: Id, version = 'full'): Promise<ReportModel> =>
  JSON.parse(new TextDecoder().decode(await handedOut(app, issueId, 'json', version))).model

/** A report that was never issued, in a form. */
export const exported = async (
  { post }: Pick<TestApp, 'post'>,
  order: ReportOrder,
  form: string,
): Promise<Uint8Array> => {
  const reply = await post('/export', { order, form, asAt: null })
  if (!reply.ok) throw new Error(await reply.text())
  return new Uint8Array(await reply.arrayBuffer())
}

/** What the program says of a file that somebody drops on it. */
export const verdictOn = async (
  { app }: Pick<TestApp, 'app'>,
  bytes: Uint8Array,
  name = 'given',
  role: Role = director,
): Promise<Verdict> => {
  const reply = await app.fetch(
    new Request('http://bcf.test/reports/verify', {
      method: 'POST',
      headers: { [ABOUT_FILE]: encodeURIComponent(JSON.stringify({ name })) },
      body: bytes as BodyInit,
    }),
    { session: 'test', role },
  )
  const { value } = (await reply.json()) as { value?: Verdict }
  if (value === undefined) throw new Error(`The file was refused: ${name}`)
  return value
}

const order = plainOrder('forward-plan')

/** The commands of reports, of which a board secretary has those of boards and decisions. */
export const reportCommands = {
  'reports.startDraft': {
    roles: ['programme_director', 'finance_officer', 'board_secretary'] as Role[],
    transition: 'begun',
    input: () => ({ order }),
  },
  'reports.saveDraft': {
    roles: ['programme_director', 'finance_officer', 'board_secretary'] as Role[],
    transition: 'written',
    input: async (app: ProgrammeApp) => {
      const { id, revision } = await draftOf(app, 'forward-plan')
      return { id, revision, order: { from: null, to: null, unit: '£' } }
    },
  },
  'reports.prepare': {
    roles: ['programme_director', 'finance_officer', 'board_secretary'] as Role[],
    transition: 'draft → prepared',
    input: async (app: ProgrammeApp) => {
      const { id, revision } = await draftOf(app, 'forward-plan')
      return { id, revision }
    },
  },
  'reports.certify': {
    roles: ['programme_director', 's151_officer'] as Role[],
    transition: 'prepared → certified',
    input: async (app: ProgrammeApp) => {
      const { id, revision } = await preparedReport(app, 'forward-plan')
      return { id, revision }
    },
  },
  'reports.decline': {
    roles: ['programme_director', 'finance_officer', 's151_officer', 'board_secretary'] as Role[],
    transition: 'prepared → draft',
    input: async (app: ProgrammeApp) => {
      const { id, revision } = await preparedReport(app, 'forward-plan')
      return { id, revision, reason: 'The dates are of last month' }
    },
  },
  'reports.issue': {
    roles: ['programme_director', 'finance_officer', 'board_secretary'] as Role[],
    transition: 'certified → issued',
    input: async (app: ProgrammeApp) => {
      const { id, revision } = await certifiedReport(app, 'forward-plan')
      return { id, revision }
    },
  },
  'reports.dropDraft': {
    roles: ['programme_director', 'finance_officer', 'board_secretary'] as Role[],
    transition: 'put away',
    input: async (app: ProgrammeApp) => {
      const { id, revision } = await draftOf(app, 'forward-plan')
      return { id, revision }
    },
  },
}
