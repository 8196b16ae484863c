import type { IncomingMessage } from 'node:http'

export interface Refusal {
  status: number
  /** For the log and the body: a sentence that tells nothing of the programme. */
  reason: string
}

/** Where state may change. */
const operations = /^\/(api|export|attachments|readings|extracts)(\/|$)|^\/reports\/(preview|verify)$/

/**
 * Why a request cannot come from this program's own page: web pages elsewhere, names rebound to 127.0.0.1 and forms
 * are turned away. Everything is compared whole: a prefix would let `127.0.0.1.example.com` pass.
 */
export const refusal = (request: IncomingMessage, host: string): Refusal | undefined => {
  const { method = '', url = '' } = request
  const one = (name: string) => singleHeader(request, name)

  if (!isPath(url)) return { status: 400, reason: 'The address is not a path.' }
  if (one('host') !== host) return { status: 421, reason: 'The request names another host.' }
  if (!['same-origin', 'none', undefined].includes(one('sec-fetch-site'))) {
    return { status: 403, reason: 'The request comes from another site.' }
  }
  if (![`http://${host}`, undefined].includes(one('origin'))) {
    return { status: 403, reason: 'The request comes from another origin.' }
  }
  if (request.headers.upgrade !== undefined) return { status: 400, reason: 'There is nothing to upgrade to.' }

  const path = url.replace(/[?#].*/, '')
  if (!operations.test(path)) {
    return method === 'GET' || method === 'HEAD' ? undefined : { status: 405, reason: 'Only GET reads a page.' }
  }
  if (method !== 'POST') return { status: 405, reason: 'Operations are called by POST.' }
  // The bytes of a file are the one body that is no JSON; no form can send them so.
  const type = /^\/(attachments|readings|extracts)\/add$|^\/reports\/verify$/.test(path)
    ? /^application\/octet-stream$/i
    : /^application\/json(;\s*charset=utf-8)?$/i
  if (!type.test(one('content-type') ?? '')) return { status: 415, reason: 'Operations take JSON.' }
  // A page elsewhere cannot set this header without a preflight request, which is never answered.
  if (one('x-bcf') !== '1') return { status: 403, reason: 'The header x-bcf is missing.' }
  return undefined
}

/** An address that is read as one of another host, or cannot be read, is no path: `/\\` is one of these, as `//` is. */
const isPath = (url: string): boolean =>
  url.startsWith('/') && URL.canParse(url, 'http://host') && new URL(url, 'http://host').host === 'host'

/** A header's value; one that is sent twice has none that matches. */
function singleHeader(request: IncomingMessage, name: string): string | undefined {
  const values = request.headersDistinct[name]
  return values === undefined || values.length === 1 ? values?.[0] : 'sent twice'
}
