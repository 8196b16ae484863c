import { createHash } from 'node:crypto'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Workbook } from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Failure } from '../../../domain/errors.ts'
import type { Id } from '../../../domain/id.ts'
import { createReadingDrafts } from '../../../electron/app/features/documents/readingDrafts.ts'
import { openTestApp, refusalOf, type TestApp } from '../../support/openTestApp.ts'
import { giveDocument, givenDocument, smallReport } from '../support/documentApp.ts'
import { director, eventsOf, nowhere, programmeApp, trailOf } from '../support/programmeApp.ts'

const reading = (app: Pick<TestApp, 'as'>, id: Id, isAgainst = false) =>
  app.as(director).documents.reading.query({ id, isAgainst })

const whatOf = ({ checks }: Awaited<ReturnType<typeof reading>>): string[] =>
  checks.findings.map(({ words }) => words.what)

/** The place of the cell that prints this. */
const placeOf = async (app: Pick<TestApp, 'as'>, id: Id, printed: string) => {
  const { tables } = (await reading(app, id)).reading
  const found = tables.flatMap(({ cells }) => cells).find(({ text }) => text === printed)
  if (!found) throw new Error(`Nothing prints ${printed}`)
  return { ...found.place, line: null, start: null, end: null }
}

const totals = [
  'Appendix A: Expenditure plan total TOTAL is £220,000 but its lines add to £230,000',
  'Appendix A: Expenditure plan total 2020/21 is £120,000 but its lines add to £130,000',
]

test('a document is read without a programme: what it says, beside what does not tie, with the places of both', async () => {
  const app = await openTestApp()
  const id = await givenDocument(app, 'report.md', smallReport)
  const screen = await reading(app, id)
  const first = screen.checks.findings[0]?.finding.id ?? ''
  expect({
    name: screen.name,
    subject: screen.reading.cover.subject.value,
    what: whatOf(screen),
    atFault: screen.checks.places[first]
      ?.filter(({ look }) => look === 'at-fault')
      .map(({ place: { row, column } }) => [row, column]),
    causes: screen.checks.causes.length,
  }).toEqual({ name: 'report.md', subject: 'Digital care', what: totals, atFault: [[3, 2]], causes: 1 })
})

test('the findings follow a correction at once, also one of a correction, and the printed text counts again when it is withdrawn', async () => {
  const app = await openTestApp()
  const id = await givenDocument(app, 'report.md', smallReport)
  const { documents } = app.as(director)
  const place = await placeOf(app, id, '30.0')
  await documents.correct.mutate({ id, place, text: '25.0' })
  await documents.correct.mutate({ id, place, text: '20.0' })
  const corrected = await reading(app, id)
  const portal = await placeOf(app, id, '80.0')
  await documents.correct.mutate({ id, place: portal, text: '70.0' })
  const tied = whatOf(await reading(app, id))
  await documents.withdrawCorrection.mutate({ id, place })
  await documents.withdrawCorrection.mutate({ id, place: portal })
  const again = await reading(app, id)
  expect([corrected.corrections.map(({ text }) => text), tied, whatOf(again), again.corrections]).toEqual([
    ['20.0'],
    [],
    totals,
    [],
  ])
})

test('a name that is confirmed stands for what its reader says', async () => {
  const app = await openTestApp()
  const id = await givenDocument(app, 'report.md', smallReport.replace('| Records | Portal', '| Paper | Portal'))
  const themes = async () => (await reading(app, id)).reading.names.filter(({ kind }) => kind === 'theme')
  const inWords = async () =>
    (await themes()).map(({ printed, name, isConfirmed }) => `${printed} is ${name}${isConfirmed ? ', confirmed' : ''}`)
  const before = await inWords()
  const to = (await themes()).find(({ printed }) => printed === 'Records')?.to ?? null
  await app.as(director).documents.confirmName.mutate({ id, kind: 'theme', printed: 'Paper', to })
  expect([before.sort(), (await inWords()).sort()]).toEqual([
    ['Paper is Paper', 'Records is Records'],
    ['Paper is Records, confirmed', 'Records is Records'],
  ])
})

test('a document that is kept as a programme finds the same there, is asked for and not given, and lies in the file byte for byte', async () => {
  const app = await openTestApp()
  const me = app.as(director)
  const id = await givenDocument(app, 'report.md', smallReport)
  await me.documents.correct.mutate({ id, place: await placeOf(app, id, '50.0'), text: '50.0' })
  const before = whatOf(await reading(app, id))
  await me.documents.keepAsProgramme.mutate({ id, name: 'Digital care' })
  const { programme, themes, schemes, balances } = await me.programme.screen.query({ asAt: null })
  const checks = await me.checks.screen.query({ asAt: null })
  const [kept] = await me.documents.kept.query()
  const file = await app.post('/readings/original', { id: kept?.id }, 'viewer')
  expect({
    programme: [programme.name, programme.capitalSchemeNumber, programme.startYear, programme.endYear],
    things: [themes.map(({ name }) => name), schemes.map(({ name }) => name)],
    balances: balances.map(({ level, startYear, amount }) => `${level} ${startYear} ${amount / 100}`),
    found: checks.findings.map(({ words }) => words.what),
    trail: (await trailOf(me)).map(({ operation, transition }) => `${operation} | ${transition}`),
    kept: [kept?.name, kept?.sha256, kept?.corrections],
    file: [await file.text(), file.headers.get('content-disposition')],
    faults: (await me.audit.verify.mutate()).faults,
    draft: (await refusalOf(reading(app, id))).code,
  }).toEqual({
    programme: ['Digital care', '12345/000/000', 2020, 2021],
    things: [['Records'], ['Shared record', 'Portal']],
    balances: ['plan 2020 100000', 'plan 2021 50000', 'plan 2020 30000', 'plan 2021 50000'],
    found: before,
    trail: ['documents.keepAsProgramme | made of a document'],
    kept: ['report.md', createHash('sha256').update(smallReport).digest('hex'), 1],
    file: [smallReport, 'attachment; filename="report.md"; filename*=UTF-8\'\'report.md'],
    faults: [],
    draft: 'document-closed',
  })
})

test('what a document asks for is no authority, whatever day has come, and can be withdrawn', async () => {
  const app = await openTestApp()
  const me = app.as(director)
  const asking = [
    smallReport,
    '',
    'Authority to Spend required for this Approval',
    '',
    '| Authority to Spend required for this Approval | TOTAL £000 | 2020/21 £000 | 2021/22 £000 |',
    '| --- | --- | --- | --- |',
    '| Records | 230.0 | 130.0 | 100.0 |',
    '| TOTALS | 230.0 | 130.0 | 100.0 |',
  ].join('\n')
  await me.documents.keepAsProgramme.mutate({ id: await givenDocument(app, 'a.md', asking), name: 'Asked' })
  app.at('2021-09-01')
  const { decisions, balances } = await me.programme.screen.query({ asAt: null })
  const [asked] = decisions
  if (!asked) throw new Error('Nothing is asked for')
  const withdrawn = await eventsOf(me, () =>
    me.decisions.withdraw.mutate({ id: asked.id, revision: asked.revision, reason: 'Refused' }),
  )
  expect([
    decisions.map(({ reference, status }) => [reference, status]),
    balances.filter(({ level }) => level === 'authority'),
    withdrawn,
  ]).toEqual([[['Asked', 'asked']], [], ['decisions.withdraw | asked → withdrawn | programme_director']])
})

test('loaded as stated figures a document is held against the programme, once, and is gone from the checks when that is undone', async () => {
  const app = await programmeApp()
  const { me } = app
  const count = async () => (await me.checks.screen.query({ asAt: null })).findings.length
  const before = await count()
  const id = await givenDocument(app, 'report.md', smallReport)
  const events = await eventsOf(me, () => me.documents.loadStated.mutate({ id }))
  const loaded = await count()
  const twice = await refusalOf(me.documents.loadStated.mutate({ id }))
  const known = (await reading(app, id, true)).loadedAs
  await me.undo.undo.mutate({})
  const undone = await count()
  await me.documents.loadStated.mutate({ id })
  expect({
    events,
    isFound: loaded > before,
    twice,
    known,
    undone: undone === before,
    kept: (await me.documents.kept.query()).map(({ name }) => name),
    again: await count(),
    faults: (await me.audit.verify.mutate()).faults,
  }).toEqual({
    events: ['documents.loadStated | read and loaded | programme_director'],
    isFound: true,
    twice: { code: 'already-loaded', detail: { name: 'report.md' } },
    known: 'report.md',
    undone: true,
    kept: ['report.md'],
    again: loaded,
    faults: [],
  })
})

test('a kept document is shown once more as it was corrected, and cannot be changed any more', async () => {
  const app = await programmeApp()
  const { me } = app
  const id = await givenDocument(app, 'report.md', smallReport)
  const place = await placeOf(app, id, '30.0')
  await me.documents.correct.mutate({ id, place, text: '20.0' })
  await me.documents.loadStated.mutate({ id })
  const [kept] = await me.documents.kept.query()
  const again = await me.documents.openKept.mutate({ id: kept?.id as Id })
  const screen = await reading(app, again.id, true)
  const refused = await refusalOf(me.documents.correct.mutate({ id: again.id, place, text: '10.0' }))
  expect([screen.keptAs, screen.corrections.map(({ text }) => text), refused.code]).toEqual([
    kept?.id,
    ['20.0'],
    'wrong-status',
  ])
})

test('a kept document whose bytes are others by now is not shown, and the check of the trail finds it', async () => {
  const app = await programmeApp()
  const { me } = app
  await me.documents.loadStated.mutate({ id: await givenDocument(app, 'report.md', smallReport) })
  const [kept] = await me.documents.kept.query()
  const raw = new SQLite(join(app.folder, 'Own.bcf'))
  raw.exec('drop trigger attachment_content_refuses_update')
  raw.exec("update attachment_content set bytes = x'00'")
  raw.close()
  const { faults } = await me.audit.verify.mutate()
  expect([
    (await refusalOf(me.documents.openKept.mutate({ id: kept?.id as Id }))).code,
    faults.filter(({ kind }) => kind === 'thing').map(({ where }) => where),
  ]).toEqual(['damaged-file', [`attachment ${kept?.sha256}`]])
})

test('the findings are saved as a workbook and as a Word document with the cells of the tables marked', async () => {
  const app = await openTestApp()
  const id = await givenDocument(app, 'report.md', smallReport)
  const saved = async (format: string) => {
    const reply = await app.post('/readings/findings', { id, format, isAgainst: false })
    return { name: reply.headers.get('content-disposition'), bytes: new Uint8Array(await reply.arrayBuffer()) }
  }
  const [xlsx, docx] = [await saved('xlsx'), await saved('docx')]
  const workbook = new Workbook()
  await workbook.xlsx.load(xlsx.bytes.buffer as ArrayBuffer)
  const text = strFromU8(unzipSync(docx.bytes)['word/document.xml'] ?? new Uint8Array())
  const tables = workbook.getWorksheet('Tables')
  expect({
    names: [xlsx.name, docx.name],
    sheets: workbook.worksheets.map(({ name }) => name),
    first: workbook.getWorksheet('Findings')?.getRow(2).getCell(5).value,
    figures: [9, 10, 11].map((column) => workbook.getWorksheet('Findings')?.getRow(2).getCell(column).value),
    marked: tables?.getRow(5).getCell(3).value,
    isFilled: tables?.getRow(5).getCell(3).fill.type,
    inWord: [totals[0], '[1] ', 'F7CCC8', '230.0'].map((part) => text.includes(part ?? '')),
  }).toEqual({
    names: [
      'attachment; filename="findings report.xlsx"; filename*=UTF-8\'\'findings%20report.xlsx',
      'attachment; filename="findings report.docx"; filename*=UTF-8\'\'findings%20report.docx',
    ],
    sheets: ['Findings', 'Tables', 'About'],
    first: totals[0],
    figures: [220000, 230000, 10000],
    marked: '220.0 [1]',
    isFilled: 'pattern',
    inWord: [true, true, true, false],
  })
})

test('a refused document leaves nothing, and each refusal says why', async () => {
  const app = await openTestApp()
  const code = async (name: string, bytes: string | Uint8Array, about = {}) =>
    (await giveDocument(app, name, bytes, { about })).error?.data.failure.code
  expect([
    await code('empty.txt', ''),
    await code('story.txt', 'Once upon a time there was no money at all.'),
    await code('', smallReport),
    await code('report.md', smallReport, { path: '/etc/passwd' }),
    await code('long.txt', new Uint8Array(25 * 1024 * 1024 + 1).fill(65)),
  ]).toEqual(['not-a-report', 'not-a-report', 'bad-request', 'bad-request', 'too-large'])
})

test('a document belongs to the session that gave it, and goes when it is dropped', async () => {
  const app = await openTestApp()
  const id = await givenDocument(app, 'report.md', smallReport)
  const other = await refusalOf(app.as(director, 'other').documents.reading.query({ id, isAgainst: false }))
  await app.as(director, 'other').documents.drop.mutate({ id })
  const still = (await reading(app, id)).name
  await app.as(director).documents.drop.mutate({ id })
  const gone = await refusalOf(reading(app, id))
  const missing = await app.post('/readings/findings', { id: nowhere, format: 'xlsx', isAgainst: false })
  expect([other.code, still, gone.code, missing.status]).toEqual([
    'document-closed',
    'report.md',
    'document-closed',
    400,
  ])
})

test('of many documents that nobody closes the oldest go', () => {
  const drafts = createReadingDrafts()
  const ids = Array.from({ length: 7 }, (_, at) => `01DRAFT${String(at).padStart(19, '0')}` as Id)
  const document = { format: 'text' as const, title: null, pages: null, blocks: [], footnotes: [], remarks: [] }
  const draft = { name: 'a.txt', contentType: 'text/plain', bytes: new Uint8Array(), document, keptAs: null }
  for (const id of ids) drafts.add('test', { ...draft, id, corrections: [], confirmations: [] })
  const isThere = (id: Id) => {
    try {
      return drafts.get('test', id).id === id
    } catch (error) {
      return (error as Failure).code !== 'document-closed'
    }
  }
  expect(ids.map(isThere)).toEqual([false, true, true, true, true, true, true])
})

test('a long document is judged in a thread of its own, and says the same as a short one', async () => {
  const app = await openTestApp()
  const more = Array.from(
    { length: 160 },
    (_, at) => `| Records | ${String.fromCharCode(65 + (at % 26)).repeat(4 + at)} | 2.0 | 1.0 | 1.0 |`,
  )
  const long = smallReport.replace('| Records | Portal', `${more.join('\n')}\n| Records | Portal`)
  const id = await givenDocument(app, 'long.md', long)
  const { reading: read, checks } = await reading(app, id)
  expect([
    read.tables[0]?.rows.filter(({ kind }) => kind === 'line').length,
    checks.findings.some(
      ({ words }) =>
        words.what === 'Appendix A: Expenditure plan total TOTAL is £220,000 but its lines add to £550,000',
    ),
  ]).toEqual([162, true])
})

test('without the duty a document is read and not loaded', async () => {
  const app = await programmeApp()
  const id = await givenDocument(app, 'report.md', smallReport)
  const refused = await refusalOf(app.as('viewer').documents.loadStated.mutate({ id }))
  expect([(await reading(app, id, true)).name, refused]).toEqual([
    'report.md',
    { code: 'not-permitted', detail: { operation: 'documents.loadStated', role: 'viewer' } },
  ])
})
