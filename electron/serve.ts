import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { App } from './app/app.ts'
import { type Refusal, refusal } from './hosts/loopbackGuard.ts'
import { plainHeaders } from './hosts/plainHeaders.ts'
import { createSessions } from './hosts/sessions.ts'

export interface Served {
  /** The address to open, with the key that lets a browser in. */
  url: string
  /** An address with a key that lets in once. */
  makeTicketUrl: () => string
  /** The address without the key. */
  origin: string
  /** Ends once the requests that are running have been answered. */
  close: () => Promise<void>
}

const LOOPBACK = '127.0.0.1'
const BODY_LIMIT = 60_000_000
/** How long a running request may take before closing ends it, in milliseconds. */
const GRACE = 5_000

/** Serves the program to browsers on this machine alone, on a free port unless one is given. */
export const serve = async (
  program: Pick<App, 'fetch' | 'close'>,
  log: (line: object) => void,
  port = 0,
): Promise<Served> => {
  const sessions = createSessions()
  const server = createServer({ requireHostHeader: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, resolve)
  })
  const { port: bound } = server.address() as AddressInfo
  const { origin, host } = new URL(`http://${LOOPBACK}:${bound}`)
  // Cookies are shared by all ports of a host: with the port in its name, two running programs keep theirs apart.
  const cookieName = `bcf-${bound}`

  const answer = getRequestListener(
    async (request, { incoming }) => {
      const session = sessionOf(incoming as IncomingMessage)
      if (session === undefined) return turnAway(noSession)
      const body = await readBody(request)
      if (body === 'too large') return turnAway({ status: 413, reason: 'The request is too large.' })
      const { url, method, headers, signal } = request
      return await program.fetch(new Request(url, { method, headers, signal, ...(body ? { body } : {}) }), { session })
    },
    { overrideGlobalObjects: false },
  )

  server.on('request', (incoming, outgoing) => {
    const refused = refusal(incoming, host)
    if (refused) return refuse(outgoing, refused)
    const key = keyIn(incoming)
    if (key !== null) return enter(outgoing, key)
    if (sessionOf(incoming) === undefined) return refuse(outgoing, noSession)
    void answer(incoming, outgoing)
  })
  // Without a listener Node would close these without a word, or treat them as ordinary requests.
  for (const event of ['upgrade', 'connect'] as const) {
    server.on(event, (_incoming, socket) => {
      log({ event: 'refused', status: 400, reason: event })
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    })
  }

  return {
    url: `${origin}/?key=${sessions.key}`,
    makeTicketUrl: () => `${origin}/?key=${sessions.makeTicket()}`,
    origin,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const grace = setTimeout(() => server.closeAllConnections(), GRACE)
      await closed
      clearTimeout(grace)
      await program.close()
    },
  }

  function sessionOf(incoming: IncomingMessage): string | undefined {
    const prefix = `${cookieName}=`
    const cookies = (incoming.headers.cookie ?? '').split(/;\s*/).filter((cookie) => cookie.startsWith(prefix))
    const [cookie] = cookies
    return cookies.length === 1 && cookie !== undefined ? sessions.find(cookie.slice(prefix.length)) : undefined
  }

  /** Swaps the key for a cookie, and leads to the address without it, so that it stays in no history. */
  function enter(outgoing: ServerResponse, key: string): void {
    const cookie = sessions.enter(key)
    if (cookie === undefined) {
      refuse(outgoing, { status: 401, reason: 'The key is not the one of this run.' })
      return
    }
    const setCookie = `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`
    outgoing.writeHead(303, { ...plainHeaders, 'Set-Cookie': setCookie, Location: '/' }).end()
  }

  function refuse(outgoing: ServerResponse, refused: Refusal): void {
    log({ event: 'refused', ...refused })
    // What is left of the request is not read.
    const headers = { ...plainHeaders, 'Content-Length': Buffer.byteLength(refused.reason), Connection: 'close' }
    outgoing.writeHead(refused.status, headers).end(refused.reason)
  }

  function turnAway(refused: Refusal): Response {
    log({ event: 'refused', ...refused })
    return new Response(refused.reason, { status: refused.status, headers: plainHeaders })
  }
}

function keyIn({ url = '', method }: IncomingMessage): string | null {
  const { pathname, searchParams } = new URL(url, 'http://host')
  return method === 'GET' && pathname === '/' ? searchParams.get('key') : null
}

const noSession: Refusal = { status: 401, reason: 'Open the address that the program printed when it started.' }

async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined | 'too large'> {
  if (request.body === null) return undefined
  if (Number(request.headers.get('content-length')) > BODY_LIMIT) return 'too large'
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > BODY_LIMIT) return 'too large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}
