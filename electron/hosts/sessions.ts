import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** More than anybody opens; the oldest go first. */
const MOST_SESSIONS = 1000

export interface Sessions {
  /** The key of the printed address, good until the program ends. */
  key: string
  /** A key that lets in once: it may be seen where a command line can be seen. */
  makeTicket: () => string
  /** A new session's cookie value for a right key, otherwise undefined. */
  enter: (key: string) => string | undefined
  /** The name of the session that a cookie value stands for. It is not the secret itself, so it may be logged. */
  find: (cookie: string) => string | undefined
}

/** Sessions of one run of the program, by 256-bit secrets of which only digests are kept. */
export const createSessions = (): Sessions => {
  const key = secret()
  const keyDigest = digest(key)
  const tickets = new Set<string>()
  const names = new Set<string>()
  return {
    key,
    makeTicket() {
      const ticket = secret()
      tickets.add(nameOf(ticket))
      return ticket
    },
    enter(given) {
      if (!timingSafeEqual(digest(given), keyDigest) && !tickets.delete(nameOf(given))) return undefined
      const cookie = secret()
      if (names.size >= MOST_SESSIONS) names.delete(names.values().next().value ?? '')
      names.add(nameOf(cookie))
      return cookie
    },
    find(cookie) {
      const name = nameOf(cookie)
      return names.has(name) ? name : undefined
    },
  }
}

const secret = (): string => randomBytes(32).toString('base64url')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const nameOf = (text: string): string => digest(text).toString('hex')
