import { afterEach, expect, test, vi } from 'vitest'
import { fetchBeyondPage } from '../../renderer/lib/fetchBeyondPage.ts'

afterEach(() => void vi.unstubAllGlobals())

/** A browser that refuses, as they all do, to carry a long body beyond its page. */
const browserOf = (longest: number) => {
  const sent: (boolean | undefined)[] = []
  vi.stubGlobal('fetch', async (_url: string, { body, keepalive }: RequestInit) => {
    sent.push(keepalive)
    if (keepalive && String(body).length > longest) throw new TypeError('Failed to fetch')
    return Response.json('kept')
  })
  return sent
}

const call = { method: 'POST', headers: {}, body: '{"name":"rows"}', signal: undefined }

test('a call is to go on when its page is left, and what is too long for that is sent all the same', async () => {
  const short = browserOf(1000)
  const kept = await (await fetchBeyondPage('/api/session.keep', call)).json()
  const long = browserOf(3)
  const keptToo = await (await fetchBeyondPage('/api/session.keep', call)).json()
  expect({ kept, short, keptToo, long }).toEqual({
    kept: 'kept',
    short: [true],
    keptToo: 'kept',
    long: [true, undefined],
  })
})
