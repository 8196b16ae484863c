import { appendEvent, beginChange, type Change } from '../../db/change.ts'
import type { ProgrammeFile } from '../../db/programmeFile.ts'
import type { Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Account } from '../../domain/people/account.ts'
import type { Role } from '../../domain/roles.ts'
import { checkScope } from './checkScope.ts'
import { noteClockSetBack } from './clockSetBack.ts'
import { bringAboutWhatIsDue } from './timeDriven.ts'

/** Who acts, on which file, with whose clock and ids. */
export interface Acting {
  file: ProgrammeFile
  /** Whose changes are "one's own", and who is never on both sides of an item (R14). */
  actor: string
  role: Role
  account: Account | null
  clock: () => Instant
  newId: () => Id
  log: (line: Record<string, unknown>) => void
}

/** What a command did: the thing it is about, the step that thing took, and what the caller gets back. */
export interface Outcome<T> {
  subject: { kind: string; id: string }
  transition: string
  value: T
  detail?: Record<string, unknown>
  isUndoable?: boolean
  undoesSeq?: number
}

/** Returns null in place of an outcome when there was nothing to do: then no event is written either. */
export type Service<I, T> = (change: Change, input: I, acting: Acting) => Promise<Outcome<T> | null>

/** One accepted command is one transaction and one event; what time has brought about comes before and after it. */
export const runCommand = async <I, T>(
  acting: Acting,
  operation: string,
  service: Service<I, T>,
  input: I,
): Promise<T | null> =>
  await inTurn(acting.file, async () => {
    await noteClockSetBack(acting)
    await bringAboutWhatIsDue(acting)
    const value = await acting.file.write(async (tx) => {
      const change = await beginChange(tx, acting.clock())
      const outcome = await service(change, input, acting)
      if (!outcome) return null
      await checkScope(change, acting)
      const { value: result, ...heading } = outcome
      await appendEvent(change, { ...heading, actor: acting.actor, role: acting.role, operation })
      return result
    })
    await bringAboutWhatIsDue(acting)
    return value
  })

/** A command whose transaction is made over a connection of its own, in its turn among the others. */
export const runBeside = async <T>(acting: Acting, work: () => Promise<T>): Promise<T> =>
  await inTurn(acting.file, async () => {
    await noteClockSetBack(acting)
    await bringAboutWhatIsDue(acting)
    const value = await work()
    await bringAboutWhatIsDue(acting)
    return value
  })

/** What time has brought about by itself, in its turn among the commands: a host asks now and then. */
export const bringAbout = async (acting: Acting): Promise<void> =>
  await inTurn(acting.file, () => bringAboutWhatIsDue(acting))

const turns = new WeakMap<ProgrammeFile, Promise<unknown>>()

/** What a command makes due has to be posted before the next command looks, or two could be promised the same money. */
const inTurn = async <T>(file: ProgrammeFile, work: () => Promise<T>): Promise<T> => {
  const turn = (turns.get(file) ?? Promise.resolve()).then(work)
  turns.set(
    file,
    turn.catch(() => undefined),
  )
  return await turn
}
