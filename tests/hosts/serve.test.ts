import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rawRequest } from '../support/rawRequest.ts'
import { type ServedTestApp, serveTestApp } from '../support/serveTestApp.ts'
import { policyOfHost, policyOfProgram } from './support/policies.ts'

interface Parts {
  line?: string
  host?: string | string[] | null
  cookie?: string | null
  headers?: Record<string, string>
  body?: string
}

let served: ServedTestApp
let host: string
let port: number
let cookie: string

beforeAll(async () => {
  served = await serveTestApp()
  host = new URL(served.origin).host
  port = Number(new URL(served.origin).port)
  cookie = await enter(served.url)
  await call({ line: 'POST /api/programme.openSample HTTP/1.1' })
})
afterAll(() => served.close())

/** A digest of every file of the program: programmes, exports, settings. */
const everythingKept = (): string => {
  const folder = dirname(served.folder)
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    hash.update(name)
    // The index of the journal changes by reading.
    if (statSync(join(folder, name)).isFile() && !name.endsWith('-shm')) hash.update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex')
}

/** A call as the page makes it, with what a test changes about it. */
const call = (parts: Parts = {}) => {
  const { line = 'POST /api/session.screen HTTP/1.1', body = '' } = parts
  const hosts = parts.host === null ? [] : [parts.host ?? host].flat()
  const headers = {
    Origin: served.origin,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    'X-Bcf': '1',
    ...(parts.cookie === null ? {} : { Cookie: parts.cookie ?? cookie }),
    'Content-Length': String(body.length),
    Connection: 'close',
    ...parts.headers,
  }
  const sent = Object.entries(headers).filter(([, value]) => value !== '')
  return rawRequest(
    port,
    [line, ...hosts.map((one) => `Host: ${one}`), ...sent.map((pair) => pair.join(': ')), '', body].join('\r\n'),
  )
}

const enter = async (url: string): Promise<string> => {
  const { status, head } = await rawRequest(
    port,
    `GET ${url.slice(served.origin.length)} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  )
  expect(status).toBe(303)
  expect(head).toMatch(/^location: \/$/im)
  const given = /^set-cookie: (bcf-\d+=[\w-]{43}); Path=\/; HttpOnly; SameSite=Strict$/im.exec(head)?.[1]
  return given ?? expect.fail(`no cookie in ${head}`)
}

test('the page reads and calls; the answer is not to be kept, guessed at or framed', async () => {
  const answer = await call()
  expect(answer.status).toBe(200)
  expect(answer.body).toContain('"result"')
  expect(answer.head).toMatch(/^cache-control: no-store/im)
  expect(answer.head).toMatch(/^x-content-type-options: nosniff/im)
  expect(answer.head).toMatch(/^content-security-policy: default-src 'none'; script-src 'self'/im)
  expect(answer.head).not.toMatch(/^access-control/im)
})

test('the printed address lets a second browser in, each with a session of its own', async () => {
  const second = await enter(served.url)
  expect(second).not.toBe(cookie)
  expect((await call({ cookie: second })).status).toBe(200)
  expect((await call()).status).toBe(200)
})

test('the address handed to a browser on its command line lets in once', async () => {
  const ticket = served.makeTicketUrl()
  expect((await call({ cookie: await enter(ticket) })).status).toBe(200)
  const again = await rawRequest(
    port,
    `GET ${ticket.slice(served.origin.length)} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  )
  expect(again.status).toBe(401)
  expect(again.head).not.toMatch(/^set-cookie/im)
})

/** A request that writes a file, where it is let through. */
const saveCopy = (fileName: string): Parts => ({
  line: 'POST /api/programme.saveCopy HTTP/1.1',
  body: JSON.stringify({ fileName }),
})

test('what the page itself sends is written', async () => {
  const before = everythingKept()
  expect((await call(saveCopy('Copy'))).status).toBe(200)
  expect([everythingKept() === before, readdirSync(served.folder).includes('Copy.bcf')]).toEqual([false, true])
})

describe('a request that this page cannot have sent is refused, learns nothing and writes nothing', () => {
  const get = 'GET / HTTP/1.1'
  const elsewhere: [name: string, parts: () => Parts][] = [
    ['another host', () => ({ host: 'example.com' })],
    ['another host on this port', () => ({ host: `example.com:${port}` })],
    ['a name that leads to 127.0.0.1', () => ({ host: `127.0.0.1.nip.io:${port}` })],
    ['localhost', () => ({ host: `localhost:${port}` })],
    ['a host that begins with localhost', () => ({ host: `localhost.evil.com:${port}` })],
    ['a host that begins like this one', () => ({ host: `${host}.evil.com` })],
    ['this host without its port', () => ({ host: '127.0.0.1' })],
    ['this host on another port', () => ({ host: `127.0.0.1:${port + 1}` })],
    ['another writing of 127.0.0.1', () => ({ host: `2130706433:${port}` })],
    ['the IPv6 loopback', () => ({ host: `[::1]:${port}` })],
    ['a name before this host', () => ({ host: `user@${host}` })],
    ['no host', () => ({ host: null })],
    ['no host in HTTP/1.0', () => ({ host: null, line: 'GET / HTTP/1.0' })],
    ['an empty host', () => ({ host: '' })],
    ['two hosts, this one first', () => ({ host: [host, 'evil.com'] })],
    ['two hosts, this one last', () => ({ host: ['evil.com', host] })],
    ['this host twice', () => ({ host: [host, host] })],
    ['another host for a page', () => ({ line: get, host: `evil.com:${port}` })],
    ['a whole address in the first line', () => ({ line: `GET http://${host}/ HTTP/1.1` })],
    ['a whole foreign address in the first line', () => ({ line: 'GET http://evil.com/ HTTP/1.1' })],
    ['an address that begins with two slashes', () => ({ line: 'GET //evil.com/ HTTP/1.1' })],
    ['an address that begins as another host, and names none', () => ({ line: 'GET /\\ HTTP/1.1', cookie: null })],
    ['an address that begins as another host by a backslash', () => ({ line: 'GET /\\evil.com/ HTTP/1.1' })],
    ['a star for an address', () => ({ line: 'OPTIONS * HTTP/1.1' })],
    ['a foreign origin', () => ({ headers: { Origin: 'http://evil.com' } })],
    ['the origin null', () => ({ headers: { Origin: 'null' } })],
    ['this origin with another scheme', () => ({ headers: { Origin: `https://${host}` } })],
    ['this origin with another port', () => ({ headers: { Origin: `http://127.0.0.1:${port + 1}` } })],
    ['an origin that begins like this one', () => ({ headers: { Origin: `${served.origin}.evil.com` } })],
    ['another site', () => ({ headers: { 'Sec-Fetch-Site': 'cross-site' } })],
    ['another port of this machine', () => ({ headers: { 'Sec-Fetch-Site': 'same-site' } })],
    ['a page opened from another site', () => ({ line: get, headers: { 'Sec-Fetch-Site': 'cross-site', Origin: '' } })],
    ['no session', () => ({ cookie: null })],
    ['no session for a page', () => ({ line: get, cookie: null })],
    ['a short session', () => ({ cookie: cookie.slice(0, -1) })],
    ['an empty session', () => ({ cookie: `bcf-${port}=` })],
    ['a session of another run', () => ({ cookie: `bcf-${port}=${'A'.repeat(43)}` })],
    ["a session under another port's name", () => ({ cookie: cookie.replace(/^bcf-\d+/, `bcf-${port + 1}`) })],
    ['two sessions', () => ({ cookie: `${cookie}; bcf-${port}=${'A'.repeat(43)}` })],
    [
      'the key in place of the session',
      () => ({ cookie: `bcf-${port}=${new URL(served.url).searchParams.get('key')}` }),
    ],
    ['a wrong key', () => ({ line: `GET /?key=${'A'.repeat(43)} HTTP/1.1`, cookie: null })],
    ['an empty key', () => ({ line: 'GET /?key= HTTP/1.1', cookie: null })],
    ['the key on another page', () => ({ line: `GET /portfolio${new URL(served.url).search} HTTP/1.1`, cookie: null })],
    ['an operation by GET', () => ({ line: 'GET /api/session.screen HTTP/1.1' })],
    ['an operation by PUT', () => ({ line: 'PUT /api/session.screen HTTP/1.1' })],
    [
      'a preflight request',
      () => ({ line: 'OPTIONS /api/session.screen HTTP/1.1', headers: { Origin: 'http://evil.com' } }),
    ],
    ['an export by GET', () => ({ line: 'GET /export HTTP/1.1' })],
    ['a page by POST', () => ({ line: 'POST / HTTP/1.1' })],
    ['TRACE', () => ({ line: 'TRACE / HTTP/1.1' })],
    ['a form', () => ({ headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })],
    ['plain text', () => ({ headers: { 'Content-Type': 'text/plain' } })],
    ['plain text that names JSON', () => ({ headers: { 'Content-Type': 'text/plain; application/json' } })],
    ['no content type', () => ({ headers: { 'Content-Type': '' } })],
    ['no header of this program', () => ({ headers: { 'X-Bcf': '' } })],
    [
      'a WebSocket',
      () => ({
        line: get,
        headers: {
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        },
      }),
    ],
    [
      'a WebSocket to an operation',
      () => ({
        line: 'GET /api/session.screen HTTP/1.1',
        headers: { Connection: 'Upgrade', Upgrade: 'websocket', Origin: 'http://evil.com' },
      }),
    ],
    ['an upgrade to HTTP/2', () => ({ line: get, headers: { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c' } })],
    ['HTTP/2 from the start', () => ({ line: 'PRI * HTTP/2.0' })],
    ['a tunnel', () => ({ line: `CONNECT ${host} HTTP/1.1` })],
    ['two lengths', () => ({ headers: { 'Transfer-Encoding': 'chunked' } })],
    ['a body that is too large', () => ({ headers: { 'Content-Length': '60000001' } })],
    ['a header that is too large', () => ({ headers: { 'X-Filler': 'x'.repeat(20_000) } })],
    ['no HTTP', () => ({ line: 'hello' })],
    ['a host with a trailing dot', () => ({ host: `127.0.0.1.:${port}` })],
    ['this host in other figures', () => ({ host: `0x7f.1:${port}` })],
    ['0.0.0.0', () => ({ host: `0.0.0.0:${port}` })],
    ['another loopback address', () => ({ host: `127.0.0.2:${port}` })],
    ['a mapped IPv6 address', () => ({ host: `[::ffff:127.0.0.1]:${port}` })],
    ['two hosts in one line', () => ({ host: `${host}, evil.com` })],
    ['this host with a path', () => ({ host: `${host}/` })],
    ['a port with a leading nought', () => ({ host: `127.0.0.1:0${port}` })],
    ['two origins', () => ({ headers: { Origin: `${served.origin} http://evil.com` } })],
    ['this origin with a slash', () => ({ headers: { Origin: `${served.origin}/` } })],
    ['this origin in capitals', () => ({ headers: { Origin: served.origin.toUpperCase() } })],
    ['the origin of an extension', () => ({ headers: { Origin: 'chrome-extension://abcdefgh' } })],
    ['the origin of the desktop window', () => ({ headers: { Origin: 'app://bcf' } })],
    ['two sites', () => ({ headers: { 'Sec-Fetch-Site': 'same-origin, cross-site' } })],
    ['a site of no kind', () => ({ headers: { 'Sec-Fetch-Site': 'SAME-ORIGIN' } })],
    ['an operation by HEAD', () => ({ line: 'HEAD /api/session.screen HTTP/1.1' })],
    ['an operation by DELETE', () => ({ line: 'DELETE /api/session.screen HTTP/1.1' })],
    [
      'an operation by GET that says it is a POST',
      () => ({ line: 'GET /api/session.screen HTTP/1.1', headers: { 'X-Http-Method-Override': 'POST' } }),
    ],
    ['a form with files', () => ({ headers: { 'Content-Type': 'multipart/form-data; boundary=x' } })],
    ['JSON in other letters', () => ({ headers: { 'Content-Type': 'application/json; charset=utf-7' } })],
    ['JSON of another kind', () => ({ headers: { 'Content-Type': 'application/json-patch+json' } })],
    ['a wrong value in the header of this program', () => ({ headers: { 'X-Bcf': '1, 1' } })],
    ['a length that is none', () => ({ headers: { 'Content-Length': '-1' } })],
    ['a header that is folded', () => ({ headers: { 'X-Folded': 'a\r\n b' } })],
    ['a header with a null', () => ({ headers: { 'X-Null': 'a\0b' } })],
  ]

  test.each(elsewhere)('%s', async (_name, parts) => {
    const before = everythingKept()
    const answer = await call({ ...saveCopy('Stolen'), ...parts() })
    expect(everythingKept()).toBe(before)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.head).not.toMatch(/^(set-cookie|access-control|location)/im)
    // Nothing, an empty chunk, or one of the host's own sentences.
    expect(answer.body).toMatch(/^(0\s*|[A-Z][\w\s,.-]{0,80}\.)?$/)
  })
})

test('the key of an earlier run lets nobody in', async () => {
  const earlier = await serveTestApp()
  const { search } = new URL(earlier.url)
  await earlier.close()
  const answer = await rawRequest(port, `GET /${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  expect([answer.status, /^set-cookie/im.test(answer.head)]).toEqual([401, false])
})

test('no answer to anybody leaves the content-security policy out', async () => {
  const policyOf = (answer: { head: string }) => /^content-security-policy: (.*)$/im.exec(answer.head)?.[1]?.trim()
  const answers = {
    'a page': call({ line: 'GET /portfolio HTTP/1.1' }),
    'an asset that is not there': call({ line: 'GET /assets/none.js HTTP/1.1' }),
    'an operation': call(),
    'an operation that there is not': call({ line: 'POST /api/none HTTP/1.1' }),
    'a refused operation': call({ line: 'POST /api/portfolio.screen HTTP/1.1', body: '{}' }),
    'a broken body': call({ body: '{' }),
    'an export without a programme': call({ line: 'POST /export HTTP/1.1', body: '{"report":"spend","format":"csv"}' }),
    'no session': call({ cookie: null }),
    'another host': call({ host: 'evil.com' }),
    'the key': rawRequest(
      port,
      `GET ${served.url.slice(served.origin.length)} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    ),
  }
  const policies = await Promise.all(
    Object.entries(answers).map(async ([name, answer]) => [name, policyOf(await answer)]),
  )
  expect(Object.fromEntries(policies)).toEqual({
    'a page': policyOfProgram,
    'an asset that is not there': policyOfProgram,
    'an operation': policyOfProgram,
    'an operation that there is not': policyOfProgram,
    'a refused operation': policyOfProgram,
    'a broken body': policyOfProgram,
    'an export without a programme': policyOfProgram,
    'no session': policyOfHost,
    'another host': policyOfHost,
    'the key': policyOfHost,
  })
})

test('each refusal is one line in the log, without what was sent', async () => {
  const before = served.logged.length
  await call({ host: 'secret.example', cookie: 'secret=1', headers: { Origin: 'http://secret.example' } })
  expect(served.logged.slice(before)).toEqual([
    { event: 'refused', status: 421, reason: 'The request names another host.' },
  ])
})

test('a body that grows too large without saying its length is refused', async () => {
  // The byte that is too many is the last one sent: a connection closed on unread bytes can lose its answer on the way.
  const size = 60_000_001
  const answer = await call({
    headers: { 'Content-Length': '', 'Transfer-Encoding': 'chunked' },
    body: `${size.toString(16)}\r\n${'x'.repeat(size)}`,
  })
  expect(answer.status).toBe(413)
})

test('closing ends the program and frees the port', async () => {
  const other = await serveTestApp()
  await other.close()
  await expect(rawRequest(Number(new URL(other.origin).port), 'GET / HTTP/1.1\r\n\r\n')).rejects.toThrow('ECONNREFUSED')
})
