import { createHash } from 'node:crypto'
import { appendEvent, beginChange } from '../../../../db/change.ts'
import {
  findSignInFailures,
  forgetSignInFailures,
  type SignInFailures,
  saveSignInFailures,
} from '../../../../db/credentials.ts'
import { accounts, programmes } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import { nameAsTyped } from '../../../../domain/people/account.ts'
import { delayAfter, delayLeft, withFailure } from '../../../../domain/people/signInDelay.ts'
import type { State } from '../../state.ts'

/** What this run of the program knows of the failures of one name. */
interface Seen {
  failures: SignInFailures
  /** When it saw them, and what was left of the delay then (milliseconds of the clock that nobody can set). */
  at: number
  left: number
}

const seenIn = new WeakMap<State, Map<string, Seen>>()
const turns = new WeakMap<State, Promise<unknown>>()

/** One attempt after the other: of a hundred at once each has to wait for the failures of those before it. */
export const attemptInTurn = async <T>(state: State, work: () => Promise<T>): Promise<T> => {
  const own = (turns.get(state) ?? Promise.resolve()).then(work)
  turns.set(
    state,
    own.catch(() => undefined),
  )
  return await own
}

/** Throws `sign-in-wait` while the delay after the last failure of this name lasts, whether or not anybody has the name. */
export const refuseTooSoon = async (state: State, signInName: string): Promise<void> => {
  const digest = digestOf(signInName)
  const { clock, uptime } = state.ports
  const known = await failuresOf(state, digest)
  if (!known) return
  const seen = seenOf(state)
  const before = seen.get(keyOf(state, digest))
  const isSeen = before?.failures.failures === known.failures && before.failures.failedAt === known.failedAt
  const { at, left } = isSeen ? before : { at: uptime(), left: delayLeft(known.failures, known.failedAt, clock()) }
  seen.set(keyOf(state, digest), { failures: known, at, left })
  const wait = left - (uptime() - at)
  if (wait > 0) fail('sign-in-wait', { seconds: Math.ceil(wait / 1000) })
}

/** Counts a failure of this name; five in ten minutes leave an event. */
export const noteFailure = async (state: State, signInName: string): Promise<void> => {
  const digest = digestOf(signInName)
  const now = state.ports.clock()
  const known = await failuresOf(state, digest)
  const { moments, isTold } = withFailure(known?.moments ?? [], now)
  const failures = { failures: (known?.failures ?? 0) + 1, failedAt: now, moments }
  const file = state.file()
  if (!file.isReadOnly) {
    await file.write(async (tx) => {
      const people = await accounts.list(tx)
      await saveSignInFailures(
        tx,
        digest,
        failures,
        people.map((account) => digestOf(account.signInName)),
      )
      if (!isTold) return
      const account = people.find((each) => digestOf(each.signInName) === digest)
      const [programme] = await programmes.list(tx)
      await appendEvent(await beginChange(tx, now), {
        actor: 'system',
        role: 'system',
        operation: 'session.signIn',
        transition: 'sign-in-refused-repeatedly',
        subject: account ? { kind: 'account', id: account.id } : { kind: 'programme', id: programme?.id ?? '' },
        detail: { failures: failures.failures, isKnownName: account !== undefined },
      })
    })
  }
  const left = delayAfter(failures.failures)
  const seen = seenOf(state)
  if (seen.size >= MOST_SEEN) seen.delete(seen.keys().next().value ?? '')
  seen.set(keyOf(state, digest), { failures, at: state.ports.uptime(), left })
}

const MOST_SEEN = 1000

export const forgetFailures = async (state: State, signInName: string): Promise<void> => {
  const digest = digestOf(signInName)
  seenOf(state).delete(keyOf(state, digest))
  const file = state.file()
  if (file.isReadOnly || !(await file.read((db) => findSignInFailures(db, digest)))) return
  await file.write((tx) => forgetSignInFailures(tx, digest))
}

/** Somebody may have typed a password where the name goes: what was typed is not kept. */
export const digestOf = (signInName: string): string =>
  createHash('sha256').update(nameAsTyped(signInName)).digest('hex')

/** In a file that cannot be written only this run remembers. */
const failuresOf = async (state: State, digest: string): Promise<SignInFailures | undefined> =>
  state.file().isReadOnly
    ? seenOf(state).get(keyOf(state, digest))?.failures
    : await state.file().read((db) => findSignInFailures(db, digest))

const keyOf = (state: State, digest: string): string => `${state.file().path} ${digest}`

const seenOf = (state: State): Map<string, Seen> => {
  const seen = seenIn.get(state) ?? new Map<string, Seen>()
  seenIn.set(state, seen)
  return seen
}
