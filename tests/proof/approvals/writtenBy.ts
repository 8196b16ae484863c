import type { Reading } from '../../../db/schema.ts'
import type { Given, Reply } from './desk.ts'
import type { Seen } from './seenNow.ts'

/** In milliseconds: what was written so long ago becomes an act of its writer at the next command. */
const REST = 15 * 60_000

export interface Written {
  /** The events that time brought about, and the clock and the door. */
  byTime: number
  /** What is wrong about the events that came of a command, if anything. */
  wrong: string[]
}

/** Whether a command left one event where it was accepted, its own, and none where it was refused or had nothing to do. */
export const writtenBy = async (db: Reading, seen: Seen, given: Given, reply: Reply): Promise<Written> => {
  const events = await db
    .selectFrom('event')
    .select(['actor', 'role', 'operation', 'subject_id'])
    .where('seq', '>', seen.lastSeq)
    .orderBy('seq')
    .execute()
  const rested = seen.drafts
    .filter(({ savedAt }) => Date.parse(`${seen.today}T09:00:00.000Z`) - Date.parse(savedAt) >= REST)
    .map(({ subjectId, actor }) => `${subjectId} ${actor}`)
  const isByTime = ({ actor, operation, subject_id }: (typeof events)[number]) =>
    actor === 'system' || (operation.endsWith('.leave') && rested.includes(`${subject_id} ${actor}`))
  const own = events
    .filter((event) => !isByTime(event))
    .map(({ actor, role, operation }) => `${operation} by ${actor}, ${role}`)
  const wanted = reply.value === null ? [] : [`${given.operation} by ${given.by}, ${given.role}`]
  const isAsWanted = JSON.stringify(own) === JSON.stringify(wanted)
  const told =
    reply.refusal === 'unexpected' || reply.refusal === 'bad-request'
      ? [`${given.operation} gave ${reply.refusal}`]
      : []
  return {
    byTime: events.length - own.length,
    wrong: isAsWanted
      ? told
      : [...told, `${given.operation} gave ${reply.refusal ?? 'a value'} and wrote [${own.join('; ')}]`],
  }
}
