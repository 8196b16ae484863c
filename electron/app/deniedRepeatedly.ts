import { appendEvent, beginChange } from '../../db/change.ts'
import type { ProgrammeFile } from '../../db/programmeFile.ts'
import { programmes } from '../../db/subjects.ts'
import type { Failure, FailureCode } from '../../domain/errors.ts'
import type { Id } from '../../domain/id.ts'
import type { Role } from '../../domain/roles.ts'
import type { State } from './state.ts'

/** The failures that say that this is not for this person to do, whatever they enter. */
const denials: readonly FailureCode[] = [
  'not-permitted',
  'own-item',
  'own-roles',
  'not-proposer',
  'not-decision-taker',
  'not-a-member',
  'not-the-chair',
]

/** Refusals of one person that make an event, and the milliseconds in which they have to fall. */
const MANY = 5
const WINDOW = 10 * 60_000

interface Denied {
  /** By the clock that nobody can set. */
  recent: { at: number; operation: string }[]
  toldAt: number | null
}

/** By file, so that what was tried on one programme is no part of another's trail. */
const deniedIn = new WeakMap<ProgrammeFile, Map<string, Denied>>()

interface Attempt {
  accountId: Id | null
  role: Role
  operation: string
}

/**
 * Writes a line to the log for a refusal of the wrong person, without anything that they entered; five of one person in ten
 * minutes become one event by the actor *system*, and no other for the next ten.
 */
export const noteDenied = async (state: State, failure: Failure, attempt: Attempt): Promise<void> => {
  if (!denials.includes(failure.code)) return
  const { accountId, role, operation } = attempt
  const person = accountId ?? role
  state.ports.log({ level: 'warn', what: 'refused', code: failure.code, operation, person, role })
  if (!state.hasFile() || state.file().isReadOnly) return
  const now = state.ports.uptime()
  const denied = deniedOf(state.file(), person)
  denied.recent = [...denied.recent.filter(({ at }) => now - at < WINDOW), { at: now, operation }]
  if (denied.recent.length < MANY || (denied.toldAt !== null && now - denied.toldAt < WINDOW)) return
  denied.toldAt = now
  const operations = [...new Set(denied.recent.map((each) => each.operation))]
  await tell(state, { ...attempt, operations, refusals: denied.recent.length })
}

const deniedOf = (file: ProgrammeFile, person: string): Denied => {
  const people = deniedIn.get(file) ?? new Map<string, Denied>()
  deniedIn.set(file, people)
  const denied = people.get(person) ?? { recent: [], toldAt: null }
  people.set(person, denied)
  return denied
}

const tell = async (
  state: State,
  { accountId, role, operations, refusals }: Attempt & { operations: string[]; refusals: number },
): Promise<void> =>
  await state.file().write(async (tx) => {
    const [programme] = await programmes.list(tx)
    await appendEvent(await beginChange(tx, state.ports.clock()), {
      actor: 'system',
      role: 'system',
      operation: 'access.deniedRepeatedly',
      transition: 'denied-repeatedly',
      subject: accountId ? { kind: 'account', id: accountId } : { kind: 'programme', id: programme?.id ?? '' },
      detail: { role, operations, refusals },
    })
  })
