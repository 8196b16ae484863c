import { appendEvent, beginChange } from '../../db/change.ts'
import { lastMoment } from '../../db/queries/events.ts'
import type { Reading, Tx } from '../../db/schema.ts'
import { programmes } from '../../db/subjects.ts'
import type { Instant } from '../../domain/calendarDay.ts'
import type { Acting } from './command.ts'

/** In milliseconds: time servers set a clock back by less. */
const SLACK = 5000
const OPERATION = 'clock.moved'

/**
 * Puts on record, by the actor *system*, that the clock was set back behind the last event by more than five seconds:
 * once, until it is set back further. The order of events is their number, whatever the clock says.
 */
export const noteClockSetBack = async (acting: Acting): Promise<void> => {
  const { file, clock } = acting
  if (file.isReadOnly || !(await file.read((db) => momentsBehind(db, clock())))) return
  await file.write(async (tx) => {
    const now = clock()
    // Another process may have been first.
    const moments = await momentsBehind(tx, now)
    if (!moments) return
    const [programme] = await programmes.list(tx)
    await appendEvent(await beginChange(tx, now), {
      actor: 'system',
      role: 'system',
      operation: OPERATION,
      transition: 'clock set back',
      subject: { kind: 'programme', id: programme?.id ?? '' },
      detail: moments,
    })
  })
}

/** The moment of the last event and that of a clock behind it; null where the clock is not, or where that is on record. */
const momentsBehind = async (db: Reading | Tx, now: Instant): Promise<{ was: Instant; is: Instant } | null> => {
  const last = await lastMoment(db)
  if (!last || !isBehind(now, last.recordedAt)) return null
  const noted = await lastMoment(db, OPERATION)
  const isKnown = noted?.recordedAt === last.recordedAt && !isBehind(now, (noted.detail as { is: Instant }).is)
  return isKnown ? null : { was: last.recordedAt, is: now }
}

const isBehind = (now: Instant, then: Instant): boolean => Date.parse(now) < Date.parse(then) - SLACK
