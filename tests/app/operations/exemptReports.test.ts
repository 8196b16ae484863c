import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Id } from '../../../domain/id.ts'
import { plainOrder, type ReportOrder } from '../../../domain/report/reportOrder.ts'
import type { Role } from '../../../domain/roles.ts'
import { on } from '../support/programmeApp.ts'
import { requestApp } from '../support/requestApp.ts'

const secret = 'Accept the tender of Zyxwol Limited'
const publicInterest = 'The price is still being negotiated'

type App = Awaited<ReturnType<typeof exemptRequest>>['app']

/** A request whose cover says that it is exempt, with words that stand nowhere else. */
const exemptRequest = async () => {
  const app = await requestApp()
  const id = await app.begin()
  const field = (path: string, base: unknown, value: unknown) => ({ path, base, value })
  await app.director.saveDraft.mutate({
    id,
    baseRevision: 2,
    fields: [
      field('cover.isExempt', false, true),
      field('cover.exemptParagraph', '', 'Paragraph 3'),
      field('cover.publicInterest', '', publicInterest),
      field('narrative.recommendations', 'Approve the authority to spend.', secret),
    ] as never,
  })
  await app.director.leave.mutate({ id })
  return { app, id }
}

const orderOf = (report: ReportOrder['report'], id: Id, version: ReportOrder['version']): ReportOrder => ({
  ...plainOrder(report),
  scope: { kind: 'request', id },
  version,
})

/** What a file says, all parts of its package together; of a refusal its code. */
const exportedTo = async (app: App, role: Role, order: ReportOrder, form = 'docx', asAt: string | null = null) => {
  const reply = await app.post('/export', { order, form, asAt }, role)
  if (!reply.ok) return { code: ((await reply.json()) as Refused).error.data.failure.code, text: '' }
  const bytes = new Uint8Array(await reply.arrayBuffer())
  const files = form === 'docx' ? Object.values(unzipSync(bytes)) : [bytes]
  return { code: 'made', text: files.map((each) => new TextDecoder().decode(each).replace(/<[^>]*>/g, '')).join('\n') }
}
type Refused = { error: { data: { failure: { code: string } } } }

test('a report about an exempt request is read in full by who may read the request, and by all others as the public reads it', async () => {
  const { app, id } = await exemptRequest()
  const roles: Role[] = [
    'programme_director',
    'finance_officer',
    'decision_taker',
    'board_member',
    'scrutiny_officer',
    'administrator',
    'viewer',
  ]
  const read: Record<string, unknown[]> = {}
  for (const role of roles) {
    const full = await exportedTo(app, role, orderOf('decision-report', id, 'full'))
    const open = await exportedTo(app, role, orderOf('decision-report', id, 'public'))
    read[role] = [full.code, full.text.includes('Zyxwol'), open.code, open.text.includes('Zyxwol')]
  }
  const [all, some] = [
    ['made', true, 'made', false],
    ['exempt', false, 'made', false],
  ]
  expect(read).toEqual({
    programme_director: all,
    finance_officer: all,
    decision_taker: all,
    board_member: some,
    scrutiny_officer: some,
    administrator: some,
    viewer: some,
  })
})

test('the public version of it says under which paragraph and why, and has neither its words nor its amounts in any form', async () => {
  const { app, id } = await exemptRequest()
  for (const form of ['docx', 'json']) {
    const { text } = await exportedTo(app, 'viewer', orderOf('decision-report', id, 'public'), form)
    expect([
      text.includes('paragraph 3 of Schedule 12A to the Local Government Act 1972'),
      text.includes(publicInterest),
      text.includes(secret),
      /600[,.]?0|60000000/.test(text.replace(/[0-9a-f]{64}/g, '')),
    ]).toEqual([true, true, false, false])
  }
})

test('it is kept on the days before it was exempt too, and the page that is read is kept like the file', async () => {
  const app = await requestApp()
  const id = await app.begin()
  app.at('2020-09-20')
  const field = (path: string, base: unknown, value: unknown) => ({ path, base, value })
  const change = { id, baseRevision: 2, fields: [field('cover.isExempt', false, true)] as never }
  await app.director.saveDraft.mutate(change)
  await app.director.leave.mutate({ id })
  const before = await exportedTo(app, 'viewer', orderOf('decision-report', id, 'full'), 'json', on('2020-09-10'))
  const open = await exportedTo(app, 'viewer', orderOf('decision-report', id, 'public'), 'json', on('2020-09-10'))
  const page = await app.post(
    '/reports/preview',
    { order: orderOf('decision-report', id, 'full'), asAt: null },
    'viewer',
  )
  expect([
    before.code,
    open.code,
    open.text.includes('Approve the authority to spend.'),
    ((await page.json()) as Refused).error.data.failure.code,
  ]).toEqual(['exempt', 'made', false, 'exempt'])
})

test('the notice of its key decision is public, and has what regulation 9 asks for and no amount', async () => {
  const { app, id } = await exemptRequest()
  const { code, text } = await exportedTo(app, 'viewer', orderOf('key-decision-notice', id, 'public'), 'json')
  expect([code, text.includes('The documents that are before the decision maker'), /600[,.]?0/.test(text)]).toEqual([
    'made',
    true,
    false,
  ])
})
