import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
// Routes that are few cost less to go through than to make a table of, which every start would wait for.
import { Hono } from 'hono/quick'
import { Failure } from '../../domain/errors.ts'
import { Id } from '../../domain/id.ts'
import { roleAlone } from '../../domain/people/actor.ts'
import { productVersion } from '../../domain/productVersion.ts'
import { Role } from '../../domain/roles.ts'
import { ABOUT_FILE, decodedJson, receiveAttachment, sendAttachment } from './attachmentRoutes.ts'
import { bringAbout } from './command.ts'
import { noteDenied } from './deniedRepeatedly.ts'
import { sendDocument, sendFindings } from './documentRoutes.ts'
import { backUpIfDue, backupsDone } from './features/backup.ts'
import { receiveDocument } from './features/documents/receiveDocument.ts'
import { createPreviews } from './features/reports/previews.ts'
import { receiveFile } from './features/reports/verify/receiveFile.ts'
import { openProgramme } from './features/session.ts'
import { receiveExtract } from './features/spend/receiveExtract.ts'
import { sendImportRows } from './features/spend/sendImportRows.ts'
import { sendRejectedRows } from './features/spend/sendRejectedRows.ts'
import { type Context, type FailureReply, replyTo } from './operation.ts'
import type { Caller, Ports } from './ports.ts'
import { readUpTo } from './readUpTo.ts'
import { makePreview, sendExport, showPreview } from './reportRoutes.ts'
import { appRouter } from './router.ts'
import { createState, type State } from './state.ts'

export interface App {
  /** The whole program: every screen, operation and export is a request. */
  fetch: (request: Request, caller: Caller) => Promise<Response>
  /** Opens a file that the host was told of, and not the page. */
  open: (path: string) => Promise<void>
  /** Does what time has made due without anybody's command, and the daily backup; a host asks every minute or so. */
  backUpIfDue: () => Promise<void>
  close: () => Promise<void>
}

/** In bytes; the largest plan that may be pasted fits several times over. */
const LARGEST_BODY = 16 * 1024 * 1024

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // Mantine sets its variables and sizes in style attributes and elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // Markup out of text is refused wherever the page would take it; the one policy is renderer/policy.ts.
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // A page that was loaded before an update sees by this that it is no longer of this program.
  'x-bcf-version': productVersion,
}

interface Bindings {
  caller: Caller
}

export const createApp = (ports: Ports): App => {
  const state = createState(ports)
  const previews = createPreviews()
  const hono = new Hono<{ Bindings: Bindings }>()

  hono.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) {
      // A preview has a stricter policy of its own.
      if (!context.res.headers.has(name)) context.header(name, value)
    }
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store')
  })

  hono.use('/api/*', readBody)
  hono.use('/export', readBody)
  for (const path of [
    '/reports/preview',
    '/attachments/read',
    '/readings/findings',
    '/readings/original',
    '/extracts/rejected',
    '/extracts/rows',
  ])
    hono.use(path, readBody)

  hono.all('/api/*', (context) =>
    fetchRequestHandler({
      endpoint: '/api',
      req: context.req.raw,
      router: appRouter,
      // Queries come as POST too, so that nothing they ask for stands in an address or a log.
      allowMethodOverride: true,
      createContext: () => contextOf(state, context.env.caller),
    }),
  )

  hono.post('/export', async (context) => sendExport(contextOf(state, context.env.caller), await context.req.json()))
  hono.post('/reports/preview', async (context) =>
    makePreview(contextOf(state, context.env.caller), previews, await context.req.json()),
  )
  hono.get('/reports/preview/:id', (context) =>
    showPreview(contextOf(state, context.env.caller), previews, context.req.param('id')),
  )

  hono.post('/reports/verify', (context) => {
    const about = decodedJson(context.req.raw.headers.get(ABOUT_FILE) ?? '')
    return receiveFile(contextOf(state, context.env.caller), context.req.raw, about)
  })

  // The bytes of a file are no JSON, and may be more than any other request.
  hono.post('/attachments/add', (context) => receiveAttachment(contextOf(state, context.env.caller), context.req.raw))
  hono.post('/attachments/read', async (context) =>
    sendAttachment(contextOf(state, context.env.caller), await context.req.json()),
  )

  hono.post('/readings/add', (context) => {
    const about = decodedJson(context.req.raw.headers.get(ABOUT_FILE) ?? '')
    return receiveDocument(contextOf(state, context.env.caller), context.req.raw, about)
  })
  hono.post('/readings/findings', async (context) =>
    sendFindings(contextOf(state, context.env.caller), await context.req.json()),
  )
  hono.post('/readings/original', async (context) =>
    sendDocument(contextOf(state, context.env.caller), await context.req.json()),
  )

  hono.post('/extracts/add', (context) => {
    const about = decodedJson(context.req.raw.headers.get(ABOUT_FILE) ?? '')
    return receiveExtract(contextOf(state, context.env.caller), context.req.raw, about)
  })
  hono.post('/extracts/rejected', async (context) =>
    sendRejectedRows(contextOf(state, context.env.caller), await context.req.json()),
  )
  hono.post('/extracts/rows', async (context) =>
    sendImportRows(contextOf(state, context.env.caller), await context.req.json()),
  )

  hono.get('/*', async (context) =>
    ports.webRoot === null ? context.notFound() : await page(ports.webRoot, context.req.path),
  )

  hono.onError(async (error, context) => {
    // What runs beside the operations is refused and counted as they are.
    if (error instanceof Failure) {
      const { accountId, role } = contextOf(state, context.env.caller).seat
      const operation = 'operation' in error.detail ? String(error.detail.operation) : context.req.path
      await noteDenied(state, error, { accountId, role, operation })
    }
    const failure = replyTo(error, state, context.req.path)
    return refused(error instanceof Failure ? 400 : 500, failure)
  })

  return {
    fetch: async (request, caller) => await hono.fetch(request, { caller }),
    open: (path) => openProgramme(state, path),
    async backUpIfDue() {
      // What was written and rests, and what has its day, waits for no command; a backup then holds it.
      if (state.hasFile()) await bringAbout(state.acting(roleAlone('viewer')))
      await backUpIfDue(state)
    },
    async close() {
      await backupsDone(state)
      await state.close()
    },
  }
}

const contextOf = (state: State, caller: Caller): Context => {
  const role = Role.safeParse(caller.role)
  const account = Id.safeParse(caller.accountId)
  const seat = role.success
    ? { role: role.data, accountId: account.success ? account.data : null, signedIn: null }
    : state.seats.of(caller.session)
  return { state, caller, session: caller.session, seat, role: seat.role }
}

/** Refuses what is too large by what arrives, whatever length the request declares, and what is not JSON. */
const readBody = async (
  context: { req: { raw: Request } },
  next: () => Promise<void>,
): Promise<Response | undefined> => {
  const { raw } = context.req
  if (raw.method !== 'POST') {
    await next()
    return undefined
  }
  const bytes = await readUpTo(raw.body, LARGEST_BODY)
  if (bytes === null) return refused(413, { code: 'too-large', detail: { limit: LARGEST_BODY } })
  // No operation takes null, while an operation without input does not look.
  const text = bytes.byteLength === 0 ? 'null' : new TextDecoder().decode(bytes)
  if (!isJson(text)) return refused(400, { code: 'bad-request', detail: { fields: [] } })
  const body = halfPair.test(text) ? wellFormed(text) : text
  context.req.raw = new Request(raw.url, { method: raw.method, headers: raw.headers, body })
  await next()
  return undefined
}

const halfPair = /\\u[dD][89a-fA-F]/

/** Half of a pair, as when a text is cut within a character, has no place in the trail: it becomes the mark for a lost one. */
const wellFormed = (json: string): string =>
  JSON.stringify(
    JSON.parse(json, (_name, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)),
  )

const refused = (status: number, failure: FailureReply): Response =>
  Response.json({ error: { data: { failure } } }, { status })

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
}

/** A file of the built renderer; every other address is a screen, which the page itself knows how to draw. */
const page = async (webRoot: string, path: string): Promise<Response> => {
  const wanted = normalize(join(webRoot, decoded(path)))
  const isInside = wanted.startsWith(webRoot + sep)
  const isAsset = isInside && extname(wanted) in contentTypes
  const file = isAsset ? wanted : join(webRoot, 'index.html')
  try {
    const bytes = await readFile(file)
    // Vite names assets by their contents.
    const cacheControl = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store'
    return new Response(bytes, {
      headers: { 'content-type': contentTypes[extname(file)] ?? 'text/html', 'cache-control': cacheControl },
    })
  } catch {
    return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
}

/** A path with a broken escape names no file. */
const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}
