import { createHash } from 'node:crypto'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { approvedWithConditions, type CaseApp, caseApp, completed, started } from '../support/caseApp.ts'
import { eventsOf } from '../support/programmeApp.ts'

const pdf = '%PDF-1.7 a supplier’s offer'

const zip = (names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, new TextEncoder().encode('<xml/>')])))

const read = async ({ post }: CaseApp, id: string, attachmentId: string | undefined) =>
  await post('/attachments/read', { id, attachmentId }, 'viewer')

test('a file is kept with the case under its digest, and comes back as something to be saved', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  const events = await eventsOf(app.me, () => app.attach({ id, revision: 1, name: 'Offer “A”.pdf' }, pdf))
  const { attachments } = (await app.lead.cases.screen.query({ asAt: null, id })).businessCase
  const reply = await read(app, id, attachments[0]?.id)
  expect([
    events,
    attachments.map(({ id: _made, ...attachment }) => attachment),
    await reply.text(),
    reply.headers.get('content-type'),
    reply.headers.get('content-disposition'),
    reply.headers.get('x-content-type-options'),
  ]).toEqual([
    ['cases.addAttachment | file added | scheme_lead'],
    [
      {
        name: 'Offer “A”.pdf',
        contentType: 'application/pdf',
        size: Buffer.byteLength(pdf),
        sha256: createHash('sha256').update(pdf).digest('hex'),
        addedBy: 'scheme_lead',
      },
    ],
    pdf,
    'application/octet-stream',
    'attachment; filename="Offer _A_.pdf"; filename*=UTF-8\'\'Offer%20%E2%80%9CA%E2%80%9D.pdf',
    'nosniff',
  ])
})

test('the same bytes are kept once, whatever they are called, and stay when they are taken out', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  await app.attach({ id, revision: 1, name: 'one.txt' }, 'The same')
  const { value } = await app.attach({ id, revision: 2, name: 'two.txt' }, 'The same')
  const attachmentId = value?.attachments[0]?.id
  if (!attachmentId) throw new Error('No file was added')
  await app.lead.cases.removeAttachment.mutate({ id, revision: 3, attachmentId })
  const file = new SQLite(join(app.folder, 'Own.bcf'), { readonly: true })
  const kept = file.prepare('select count(*) from attachment_content').pluck().get()
  file.close()
  const { businessCase } = await app.lead.cases.screen.query({ asAt: null, id })
  expect([kept, businessCase.attachments.map(({ name }) => name)]).toEqual([1, ['two.txt']])
})

test.each([
  ['a program', 'offer.pdf', 'MZ\u0000\u0003', null],
  ['a script', 'run.txt', '#!/bin/sh\nrm', null],
  ['nothing', 'empty.txt', '', null],
  ['a PDF that is called a picture', 'plan.png', pdf, 'a PDF'],
  ['text that is called a PDF', 'plan.pdf', 'Only text', 'text'],
])('%s is refused as wrong-file-type, and nothing of it is kept', async (_what, name, body, found) => {
  const app = await caseApp()
  const { id } = await started(app)
  const replies: unknown[] = []
  const events = await eventsOf(app.me, async () => {
    replies.push((await app.attach({ id, revision: 1, name }, body)).error?.data.failure)
  })
  expect([replies, events]).toEqual([[{ code: 'wrong-file-type', detail: { name, found } }], []])
})

test('an office document is known by what is in it, and one with macros is refused', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  const word = ['[Content_Types].xml', 'word/document.xml']
  const added = await app.attach({ id, revision: 1, name: 'case.docx' }, zip(word))
  const refused = [
    await app.attach({ id, revision: 2, name: 'case.docx' }, zip([...word, 'word/vbaProject.bin'])),
    await app.attach({ id, revision: 2, name: 'case.xlsx' }, zip(word)),
    await app.attach({ id, revision: 2, name: 'case.docx' }, zip(['a.exe'])),
  ]
  expect([
    added.value?.attachments.map(({ contentType }) => contentType),
    refused.map((each) => each.error?.data.failure.detail),
  ]).toEqual([
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [
      { name: 'case.docx', found: null },
      { name: 'case.xlsx', found: 'a Word document' },
      { name: 'case.docx', found: null },
    ],
  ])
})

test('a file of more than 25 MB is refused', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  const limit = 25 * 1024 * 1024
  const { error } = await app.attach({ id, revision: 1, name: 'long.txt' }, new Uint8Array(limit + 1).fill(65))
  expect(error?.data.failure).toEqual({ code: 'too-large', detail: { limit } })
})

test('a name that leads elsewhere or hides its ending is refused', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  const names = ['../offer.pdf', 'offer\u202efdp.pdf', 'a\u0007.pdf', 'half \ud83d.pdf', '.pdf']
  const codes: (string | undefined)[] = []
  for (const name of names) {
    codes.push((await app.attach({ id, revision: 1, name }, pdf)).error?.data.failure.code)
  }
  expect(codes).toEqual(names.map(() => 'bad-file-name'))
})

test('a file is added by who writes cases, over what they have read, while the case is open to it', async () => {
  const app = await caseApp()
  const { id, revision } = await completed(app)
  const about = { id, revision, name: 'offer.pdf' }
  const codeOf = async (reply: ReturnType<CaseApp['attach']>) => (await reply).error?.data.failure.code
  const refused = [
    await codeOf(app.attach(about, pdf, 'board_secretary')),
    await codeOf(app.attach({ ...about, revision: 1 }, pdf)),
    await codeOf(app.attach({ name: 'offer.pdf' }, pdf)),
  ]
  await app.lead.cases.submit.mutate({ id, revision })
  refused.push(await codeOf(app.attach({ ...about, revision: revision + 1 }, pdf)))
  expect(refused).toEqual(['not-permitted', 'stale', 'bad-request', 'wrong-status'])
})

test('whoever takes a file out of a case is one of its writers', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  const { value } = await app.attach({ id, revision: 1, name: 'offer.pdf' }, pdf)
  const attachmentId = value?.attachments[0]?.id ?? id
  await app.me.cases.removeAttachment.mutate({ id, revision: 2, attachmentId })
  const { businessCase } = await app.me.cases.screen.query({ asAt: null, id })
  expect(businessCase.writers).toEqual(['scheme_lead', 'programme_director'])
})

test('five files from somebody who writes no cases are one event, as five refusals of an operation are', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  const events = await eventsOf(app.me, async () => {
    for (let done = 0; done < 5; done += 1) await app.attach({ id, revision: 1, name: 'offer.pdf' }, pdf, 'viewer')
  })
  expect(events).toEqual(['access.deniedRepeatedly | denied-repeatedly | system'])
})

test('evidence for a condition can be added after the approval, and not taken out again', async () => {
  const app = await caseApp()
  const { id, revision } = await approvedWithConditions(app)
  const { value } = await app.attach({ id, revision, name: 'contract.pdf' }, pdf)
  const attachmentId = value?.attachments[0]?.id
  const removed = await app.post('/api/cases.removeAttachment', { id, revision: revision + 1, attachmentId })
  const { error } = (await removed.json()) as { error: { data: { failure: { code: string } } } }
  expect(error.data.failure.code).toBe('wrong-status')
})

test('a file whose bytes are others by now is not handed out, and the check of the trail says so', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  const { value } = await app.attach({ id, revision: 1, name: 'offer.pdf' }, pdf)
  const file = new SQLite(join(app.folder, 'Own.bcf'))
  file.exec(`drop trigger attachment_content_refuses_update; update attachment_content set bytes = x'00'`)
  file.close()
  const reply = await read(app, id, value?.attachments[0]?.id)
  const { faults } = await app.me.audit.verify.mutate()
  expect([await reply.json(), faults.filter(({ kind }) => kind === 'thing')]).toEqual([
    { error: { data: { failure: { code: 'damaged-file', detail: { file: 'offer.pdf' } } } } },
    [
      {
        kind: 'thing',
        where: `attachment ${createHash('sha256').update(pdf).digest('hex')}`,
        detail: 'its bytes are gone, or are not those that were put in',
      },
    ],
  ])
})

test('backups and exports of everything hold a programme with files', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  await app.attach({ id, revision: 1, name: 'offer.pdf' }, pdf)
  await app.me.backup.now.mutate()
  const { backups } = await app.me.backup.screen.query()
  const formats = ['xlsx', 'csv', 'json', 'sqlite'] as const
  const rows: unknown[] = []
  for (const format of formats) {
    rows.push((await app.me.exports.everything.mutate({ format })).manifest.tables.attachment_content)
  }
  expect([backups.length, rows]).toEqual([1, [1, 1, 1, 1]])
})
