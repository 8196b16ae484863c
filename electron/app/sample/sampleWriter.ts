import type { ProgrammeFile } from '../../../db/programmeFile.ts'
import { accounts } from '../../../db/subjects.ts'
import type { Instant } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { type Acting, runCommand, type Service } from '../command.ts'

export type SampleWriter = ReturnType<typeof sampleWriter>

/** Acts on the sample's file under a clock that stands where it is set, with ids by count, and knows things by their keys. */
export const sampleWriter = (file: ProgrammeFile, log: Acting['log'], firstMoment: Instant) => {
  let now = firstMoment
  let made = 0
  const ids = new Map<string, Id>()
  const idOf = (key: string): Id => {
    const id = ids.get(key)
    if (!id) throw new Error(`The sample names ${key} before it is made`)
    return id
  }
  const acting: Acting = {
    file,
    role: 'programme_director',
    // Nobody's own: what the sample starts with is not offered to be undone.
    actor: 'sample',
    account: null,
    clock: () => now,
    newId: () => {
      made += 1
      return `01E5AMP1E${String(made).padStart(17, '0')}` as Id
    },
    log,
  }
  const run = async <I, T>(by: Acting, operation: string, service: Service<I, T>, input: I): Promise<T> => {
    const value = await runCommand(by, operation, service, input)
    if (value === null) throw new Error(`The sample's ${operation} changed nothing`)
    return value
  }
  return {
    acting,
    idOf,
    knows: (key: string, id: Id): void => {
      ids.set(key, id)
    },
    findId: (key: string): Id | undefined => ids.get(key),
    at: (moment: Instant): void => {
      now = moment
    },
    /** What stands there from the start, in a role and as nobody. */
    run: <I, T>(operation: string, service: Service<I, T>, input: I, role: Role = 'programme_director'): Promise<T> =>
      run({ ...acting, role }, operation, service, input),
    /** Acts as a person in one of their roles. */
    as: async (key: string, role: Role) => {
      const account = await file.read((db) => accounts.get(db, idOf(key)))
      const by: Acting = { ...acting, actor: account.id, role, account }
      return {
        acting: by,
        run: <I, T>(operation: string, service: Service<I, T>, input: I): Promise<T> =>
          run(by, operation, service, input),
      }
    },
  }
}
