import { expect, test } from 'vitest'
import { Failure } from '../../../domain/errors.ts'
import { plainOrder } from '../../../domain/report/reportOrder.ts'
import { exportOf } from '../support/exportOf.ts'
import { leedsApps } from '../support/leedsApp.ts'

const openLeeds = leedsApps()

type Leeds = Awaited<ReturnType<typeof openLeeds>>

const preview = async ({ post }: Leeds): Promise<string> => {
  const answer = await post('/reports/preview', { order: plainOrder('appendix-a'), asAt: '2020-08-28' })
  return ((await answer.json()) as { value: { id: string } }).value.id
}

const show = ({ app }: Leeds, id: string, caller: object = { session: 'test', role: 'programme_director' }) =>
  app.fetch(new Request(`http://bcf.test/reports/preview/${id}`), caller as Parameters<typeof app.fetch>[1])

const failureOf = async (answer: Response) =>
  ((await answer.json()) as { error: { data: { failure: unknown } } }).error.data.failure

test('a preview is the page that is printed, which runs nothing, asks for nothing and stands in no other page', async () => {
  const leeds = await openLeeds()
  const answer = await show(leeds, await preview(leeds))
  const html = await answer.text()
  expect([
    answer.status,
    answer.headers.get('content-type'),
    answer.headers.get('content-security-policy'),
    html.includes('<h1>Appendix A: expenditure plan</h1>'),
    html.includes('1,228,000'),
  ]).toEqual([
    200,
    'text/html; charset=utf-8',
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-modals",
    true,
    true,
  ])
})

test('a preview is shown to nobody else: not at another session, in another role, or for an id that is none', async () => {
  const leeds = await openLeeds()
  const id = await preview(leeds)
  const asked = [
    await show(leeds, id, { session: 'other', role: 'programme_director' }),
    await show(leeds, id, { session: 'test', role: 'viewer' }),
    await show(leeds, 'none'),
  ]
  expect(await Promise.all(asked.map(failureOf))).toEqual(Array(3).fill({ code: 'preview-closed', detail: {} }))
})

test('of many previews the oldest are no longer kept', async () => {
  const leeds = await openLeeds()
  const ids: string[] = []
  for (let made = 0; made < 13; made += 1) ids.push(await preview(leeds))
  const shown = await Promise.all(ids.map(async (id) => (await show(leeds, id)).status))
  expect(shown).toEqual([400, ...Array(12).fill(200)])
})

test('a PDF is what the printer makes of the same page, laid out for paper alone', async () => {
  const leeds = await openLeeds()
  const given: string[] = []
  leeds.ports.printer = {
    async toPdf(html) {
      given.push(html)
      return Buffer.from('%PDF-')
    },
    toDom: async (html) => html,
  }
  const page = await (await show(leeds, await preview(leeds))).text()
  const answer = await leeds.post('/export', { ...exportOf('appendix-a', 'pdf'), asAt: '2020-08-28' })
  const onPaper = page.replace('</head>', '<style>@media screen { body { display: none } }</style></head>')
  expect([await answer.text(), answer.headers.get('content-type'), given]).toEqual([
    '%PDF-',
    'application/pdf',
    [onPaper],
  ])
})

test('a person who cancels a PDF while it is printed is told so, and the printer too', async () => {
  const leeds = await openLeeds()
  const begun = Promise.withResolvers<AbortSignal | undefined>()
  leeds.ports.printer = {
    toPdf: (_html, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Failure('work-cancelled', {})))
        begun.resolve(signal)
      }),
    toDom: async (html) => html,
  }
  const answer = leeds.post('/export', { ...exportOf('appendix-a', 'pdf'), work: 'print' })
  const signal = await begun.promise
  await leeds.as('programme_director').work.cancel.mutate({ work: 'print' })
  expect([signal?.aborted, await failureOf(await answer)]).toEqual([true, { code: 'work-cancelled', detail: {} }])
})
