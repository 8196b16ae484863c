import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import type { TestApp } from '../../support/openTestApp.ts'

interface Refused {
  error?: { data: { failure: { code: string; detail: unknown } } }
}

/** Gives a document to the program as the page does: its name in a header, its bytes as the body. */
export const giveDocument = async (
  { app }: Pick<TestApp, 'app'>,
  name: string,
  bytes: string | Uint8Array,
  { role = 'programme_director', about = {} }: { role?: Role; about?: object } = {},
) => {
  const request = new Request('http://bcf.test/readings/add', {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-bcf-file': encodeURIComponent(JSON.stringify({ name, ...about })),
    },
    body: bytes as BodyInit,
  })
  const reply = await (await app.fetch(request, { session: 'test', role })).json()
  return reply as { value?: { id: Id } } & Refused
}

/** The id of a document that is read; that it was refused fails the test. */
export const givenDocument = async (
  app: Pick<TestApp, 'app'>,
  name: string,
  bytes: string | Uint8Array,
): Promise<Id> => {
  const { value, error } = await giveDocument(app, name, bytes)
  if (!value) throw new Error(`The document was refused: ${error?.data.failure.code}`)
  return value.id
}

/** A report of two schemes whose total of 2020/21 is £10,000 too small. */
export const smallReport = [
  'Report of the Programme Manager',
  'Report to the Director of Resources',
  'Date: 20 August 2020',
  'Subject: Digital care',
  'Capital scheme number: 12345/000/000',
  '',
  'Appendix A: Expenditure plan',
  '',
  '| Theme | Scheme | TOTAL £000 | 2020/21 £000 | 2021/22 £000 |',
  '| --- | --- | --- | --- | --- |',
  '| Records | Shared record | 150.0 | 100.0 | 50.0 |',
  '| Records | Portal | 80.0 | 30.0 | 50.0 |',
  '| | TOTAL | 220.0 | 120.0 | 100.0 |',
].join('\n')
