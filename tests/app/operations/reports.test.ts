import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { plainOrder } from '../../../domain/report/reportOrder.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { leedsApps } from '../support/leedsApp.ts'
import { changed, director, eventsOf, nowhere, planCell, trailOf } from '../support/programmeApp.ts'
import {
  certifiedReport,
  draftOf,
  handedOut,
  issuedReport,
  modelHandedOut,
  preparedReport,
} from '../support/reportApp.ts'
import { smallMoneyApp } from '../support/smallMoneyApp.ts'

const leedsApp = leedsApps()

test('a report goes from draft to issued by three people, each step an event, and every file is kept with its digest', async () => {
  const app = await leedsApp()
  const events = await eventsOf(app.as(director), () => issuedReport(app, 'change-register'))
  const [listed] = await app.as('viewer').reports.issued.query({})
  const { issue } = await app.as('viewer').reports.issuedReport.query({ id: listed?.id ?? nowhere })
  expect([
    events,
    issue && {
      ...issue,
      id: 'id',
      draftId: 'id',
      asAtHash: issue.asAtHash.length,
      modelSha256: issue.modelSha256.length,
      files: issue.files.map(({ form, version, sha256, size }) => [form, version, sha256.length, size > 100]),
    },
  ]).toEqual([
    [
      'reports.startDraft | begun | finance_officer',
      'reports.prepare | draft → prepared | finance_officer',
      'reports.certify | prepared → certified | s151_officer',
      'reports.issue | certified → issued | programme_director',
    ],
    {
      id: 'id',
      number: 11,
      report: 'change-register',
      scope: 'programme',
      title: 'Change register',
      about: '',
      order: plainOrder('change-register'),
      draftId: 'id',
      supersedesId: null,
      supersededById: null,
      asAtSeq: (await trailOf(app.as(director))).length > 0 ? issue?.asAtSeq : 0,
      asAtOn: '2020-09-01',
      asAtHash: 64,
      modelSha256: 64,
      publicModelSha256: null,
      files: [
        ['xlsx', 'full', 64, true],
        ['csv', 'full', 64, true],
        ['docx', 'full', 64, true],
        ['json', 'full', 64, true],
      ],
      unmade: [{ form: 'pdf', version: 'full', why: 'no-printer' }],
      preparedBy: 'Finance officer',
      certifiedBy: 'Section 151 officer',
      issuedBy: 'Programme director',
      issuedAt: '2020-09-01T09:00:00.000Z',
    },
  ])
})

test('an issue says so with its snapshot, shows the ledger as of the event at which it was prepared, and its model is kept', async () => {
  const app = await leedsApp()
  const { id, revision } = await preparedReport(app, 'change-register')
  const draft = await app.as(director).reports.draft.query({ id })
  const theme = { name: 'Later', aliases: [], objective: '' }
  await app.as(director).themes.add.mutate(theme)
  const certified = changed(await app.as('s151_officer').reports.certify.mutate({ id, revision }))
  const issue = changed(await app.as(director).reports.issue.mutate({ id, revision: certified.revision }))
  const { isFull } = await app.as('viewer').reports.issuedReport.query({ id: issue.id })
  const model = await modelHandedOut(app, issue.id)
  expect([
    isFull,
    model.heading.status,
    model.heading.snapshotId,
    model.heading.asAt.seq,
    issue.asAtHash,
    model.heading.madeInWords,
  ]).toEqual([
    true,
    'ISSUED',
    issue.id,
    draft.heading.asAt.seq,
    draft.heading.asAt.hash,
    'Made by: Programme director; prepared by: Finance officer; certified by: Section 151 officer',
  ])
})

test('a later issue supersedes the one before and takes its texts over, and neither can be changed in the file', async () => {
  const app = await leedsApp()
  const first = await issuedReport(app, 'change-register')
  const second = await issuedReport(app, 'change-register')
  const issued = await app.as(director).reports.issued.query({ report: 'change-register' })
  const file = new SQLite(join(app.folder, 'Leeds.bcf'))
  const refusals = [
    `update issued_report set title = 'Other'`,
    'delete from issued_report',
    'delete from report_draft',
  ].map((statement) => {
    try {
      file.exec(statement)
      return 'done'
    } catch (error) {
      return (error as Error).message
    }
  })
  file.close()
  expect([
    issued.map(({ id, supersedesId, supersededById }) => ({ id, supersedesId, supersededById })),
    refusals,
  ]).toEqual([
    [
      { id: second.id, supersedesId: first.id, supersededById: null },
      { id: first.id, supersedesId: null, supersededById: second.id },
    ],
    ['append only: issued_report', 'append only: issued_report', 'nothing is deleted: report_draft'],
  ])
})

test('who wrote or prepared a report does not certify it, in whichever role, and evidence of the money is for the section 151 officer', async () => {
  const app = await leedsApp()
  const own = changed(await app.as(director).reports.startDraft.mutate({ order: plainOrder('forward-plan') }))
  const prepared = changed(await app.as(director).reports.prepare.mutate({ id: own.id, revision: own.revision }))
  const certify = (role: 'programme_director' | 's151_officer', id = prepared.id, revision = prepared.revision) =>
    refusalOf(app.as(role).reports.certify.mutate({ id, revision }))
  expect([await certify('programme_director'), await certify('s151_officer', nowhere)]).toEqual([
    { code: 'own-item', detail: { act: 'certify' } },
    { code: 'not-found', detail: { entity: 'report_draft', id: nowhere } },
  ])
})

test('a prepared report is not written in any more; sent back with a reason it is a draft again, prepared anew as at its own moment', async () => {
  const app = await leedsApp()
  const { id, revision, asAtSeq } = await preparedReport(app, 'change-register')
  const writing = await refusalOf(
    app.as(director).reports.saveDraft.mutate({ id, revision, narrative: [{ section: 'summary', text: 'More' }] }),
  )
  const early = await refusalOf(app.as(director).reports.issue.mutate({ id, revision }))
  const back = changed(
    await app.as('s151_officer').reports.decline.mutate({ id, revision, reason: 'A scheme is missing' }),
  )
  const stale = await refusalOf(app.as('finance_officer').reports.prepare.mutate({ id, revision }))
  const again = changed(await app.as('finance_officer').reports.prepare.mutate({ id, revision: back.revision }))
  expect([
    writing,
    early,
    back.status,
    back.declinedBecause,
    back.asAtSeq,
    stale.code,
    (again.asAtSeq ?? 0) > (asAtSeq ?? 0),
  ]).toEqual([
    { code: 'wrong-status', detail: { is: 'prepared', needs: 'draft' } },
    { code: 'wrong-status', detail: { is: 'prepared', needs: 'certified' } },
    'draft',
    'A scheme is missing',
    null,
    'stale',
    true,
  ])
})

test('a report is prepared as at an earlier day where that is asked for', async () => {
  const app = await leedsApp()
  const { id, revision } = await draftOf(app, 'change-register')
  const { asAtOn, asAtSeq } = changed(
    await app.as('finance_officer').reports.prepare.mutate({ id, revision, asAt: '2020-08-28' as never }),
  )
  const then = await app.as(director).programme.screen.query({ asAt: '2020-08-28' as never })
  expect([asAtOn, asAtSeq]).toEqual(['2020-08-28', then.asAt.seq])
})

test('open Stop checks keep what is evidence of the money from being prepared and are named, and other reports are not held up', async () => {
  const app = await leedsApp()
  const { id, revision } = await draftOf(app, 'appendix-a')
  const refusal = await refusalOf(app.as('finance_officer').reports.prepare.mutate({ id, revision }))
  const { stops, certifiers, mayCertify } = await app.as('s151_officer').reports.check.query({
    order: plainOrder('appendix-a'),
    asAt: null,
    draftId: id,
  })
  const other = await app.as('s151_officer').reports.check.query({ order: plainOrder('change-register'), asAt: null })
  expect([
    refusal.code,
    stops.length > 5,
    new Set(stops.map(({ kind }) => kind)),
    certifiers,
    mayCertify,
    other.stops,
  ]).toEqual(['report-stopped', true, new Set(['check']), ['Section 151 officer'], true, []])
})

test('of one report about one thing there is one draft at a time; it is put away, and nobody starts what cannot be made', async () => {
  const app = await leedsApp()
  const { id, revision } = await draftOf(app, 'change-register')
  const again = await refusalOf(draftOf(app, 'change-register'))
  await app.as('finance_officer').reports.dropDraft.mutate({ id, revision })
  const { id: next } = await draftOf(app, 'change-register')
  const everything = await refusalOf(draftOf(app, 'everything'))
  const scope = await refusalOf(draftOf(app, 'change-register', { scope: { kind: 'scheme', id: nowhere } }))
  const secretary = await refusalOf(
    app.as('board_secretary').reports.startDraft.mutate({ order: plainOrder('authority-ledger') }),
  )
  const viewer = await refusalOf(app.as('viewer').reports.draft.query({ id: next }))
  expect([again, next === id, everything, scope, secretary, viewer.code]).toEqual([
    { code: 'draft-exists', detail: { title: 'Change register' } },
    false,
    { code: 'unknown-report', detail: { report: 'everything' } },
    { code: 'bad-scope', detail: { report: 'change-register', needs: 'programme' } },
    { code: 'not-permitted', detail: { operation: 'reports.prepare', role: 'board_secretary' } },
    'not-permitted',
  ])
})

test('an exempt row makes a public version beside the full one, which a viewer does not read', async () => {
  const app = await leedsApp()
  const { id, revision } = await draftOf(app, 'scheme-summaries')
  const { markable } = await app.as('finance_officer').reports.draft.query({ id })
  const target = markable.find(({ kind }) => kind === 'paragraph')
  const mark = { part: target?.part ?? '', row: null, column: null, paragraph: '', publicInterest: '' }
  const half = changed(await app.as('finance_officer').reports.saveDraft.mutate({ id, revision, marks: [mark] }))
  const stopped = await refusalOf(app.as('finance_officer').reports.prepare.mutate({ id, revision: half.revision }))
  const whole = { ...mark, paragraph: 'Paragraph 3', publicInterest: 'A tender is under way' }
  const saved = changed(
    await app.as('finance_officer').reports.saveDraft.mutate({ id, revision: half.revision, marks: [whole] }),
  )
  const prepared = changed(await app.as('finance_officer').reports.prepare.mutate({ id, revision: saved.revision }))
  const certified = changed(await app.as('s151_officer').reports.certify.mutate({ id, revision: prepared.revision }))
  const issue = changed(await app.as(director).reports.issue.mutate({ id, revision: certified.revision }))
  const open = await app.as('viewer').reports.issuedReport.query({ id: issue.id })
  const text = new TextDecoder().decode(await handedOut(app, issue.id, 'json', 'public'))
  expect([
    stopped.code,
    issue.files.map(({ form, version }) => `${form} ${version}`),
    open.isFull,
    open.issue.files.map(({ form, version }) => `${form} ${version}`),
    JSON.parse(text).model.heading.order.version,
    text.includes(target?.label ?? ''),
  ]).toEqual([
    'report-stopped',
    ['docx full', 'json full', 'docx public', 'json public'],
    false,
    ['docx public', 'json public'],
    'public',
    false,
  ])
})

test('two issues are compared figure by figure, also with what the ledger says now, and never with another report', async () => {
  const app = await smallMoneyApp()
  const first = await issuedReport(app, 'appendix-a')
  const other = await issuedReport(app, 'change-register')
  await app.me.plan.set.mutate({ reason: 'Less', cells: [planCell(app.maps.id, 50_000, { was: 55_500 })] } as never)
  const same = await app.me.reports.compare.query({ one: first.id, other: first.id })
  const now = await app.me.reports.compare.query({ one: first.id, other: null })
  const wrong = await refusalOf(app.me.reports.compare.query({ one: first.id, other: other.id }))
  expect([same.differences, now.differences.map(({ kind, place, change }) => [kind, place, change]), wrong]).toEqual([
    [],
    [
      ['changed', 'Expenditure plan, Care maps, 2020/21', -550_000],
      ['changed', 'Expenditure plan, Subtotal, Records, 2020/21', -550_000],
      ['changed', 'Expenditure plan, Total, 2020/21', -550_000],
    ],
    { code: 'other-report', detail: { report: 'appendix-a', other: 'change-register' } },
  ])
})

test('the catalogue lists every report with its last issue and its open draft, and says of which nothing is there to report', async () => {
  const app = await leedsApp()
  const issue = await issuedReport(app, 'change-register')
  const draft = await draftOf(app, 'forward-plan')
  const { rows } = await app.as(director).reports.catalogue.query({ asAt: null })
  const scopes = await app.as(director).reports.scopes.query({ asAt: null, report: 'closure' })
  expect([
    rows.length,
    rows.find(({ report }) => report === 'change-register')?.lastIssue?.id,
    rows.find(({ report }) => report === 'forward-plan')?.drafts.map(({ id, status }) => [id, status]),
    rows.find(({ report }) => report === 'closure')?.missing,
    scopes.length,
  ]).toEqual([24, issue.id, [[draft.id, 'draft']], '', 22])
})

test('the trail is sound after an issue, and what was kept of one is found when it is gone or altered', async () => {
  const app = await leedsApp()
  const issue = await issuedReport(app, 'change-register')
  const before = await app.as(director).audit.verify.mutate()
  const file = new SQLite(join(app.folder, 'Leeds.bcf'))
  const sql = file
    .prepare(`select sql from sqlite_master where name = 'attachment_content_refuses_update'`)
    .pluck()
    .get()
  file.exec('drop trigger if exists attachment_content_refuses_update')
  file.prepare('update attachment_content set bytes = ? where sha256 = ?').run(Buffer.from('{}'), issue.modelSha256)
  if (typeof sql === 'string') file.exec(sql)
  file.close()
  const after = await app.as(director).audit.verify.mutate()
  const read = await refusalOf(app.as(director).reports.compare.query({ one: issue.id, other: null }))
  expect([before.faults, after.faults.map(({ kind }) => kind), read.code]).toEqual([[], ['thing'], 'damaged-issue'])
})

test('a certified report is issued once: what was certified before it was sent back is not issued', async () => {
  const app = await leedsApp()
  const { id, revision } = await certifiedReport(app, 'change-register')
  const back = changed(
    await app.as('finance_officer').reports.decline.mutate({ id, revision, reason: 'A decision came since' }),
  )
  const refusal = await refusalOf(app.as(director).reports.issue.mutate({ id, revision: back.revision }))
  expect(refusal).toEqual({ code: 'wrong-status', detail: { is: 'draft', needs: 'certified' } })
})

test('a column and a single cell can be kept from the public, and are listed with their reasons beside what can be', async () => {
  const app = await leedsApp()
  const officer = app.as('finance_officer').reports
  const { id, revision } = await draftOf(app, 'authority-ledger')
  const table = (await officer.draft.query({ id })).markable.find(({ kind }) => kind === 'table')
  const row = (await officer.draft.query({ id })).markable.find(
    ({ kind, columns }) => kind === 'row' && columns.length > 0,
  )
  const reasons = { paragraph: '3', publicInterest: 'A supplier is being chosen' }
  const [first, second] = row?.columns ?? []
  const marks = [
    { part: table?.part ?? '', row: null, column: second?.id ?? '', ...reasons },
    { part: row?.part ?? '', row: row?.row ?? '', column: first?.id ?? '', ...reasons },
  ]
  changed(await officer.saveDraft.mutate({ id, revision, marks }))
  const { markable, stops } = await officer.draft.query({ id })
  const listed = markable.filter(({ column }) => column !== null)
  expect([
    stops.filter(({ kind }) => kind === 'mark' || kind === 'lost-mark'),
    listed.map(({ kind, label, exempt }) => [kind, label, exempt]),
  ]).toEqual([
    [],
    [
      ['column', second?.label, reasons],
      ['cell', `${row?.label}: ${first?.label}`, reasons],
    ],
  ])
})
