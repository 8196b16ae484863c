import { z } from 'zod'
import type { Tx } from '../../../../db/schema.ts'
import { periodStatuses, yearStatuses } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { StartYear } from '../../../../domain/financialYear.ts'
import { Id } from '../../../../domain/id.ts'
import { Period } from '../../../../domain/period/period.ts'
import {
  askToReopen,
  closePeriod,
  keepClosed,
  periodsToClose,
  reopenPeriod,
} from '../../../../domain/period/periodActs.ts'
import { type PeriodStatus, Reopening } from '../../../../domain/period/periodStatus.ts'
import type { Service } from '../../command.ts'

export const PeriodClosing = z.strictObject({
  startYear: StartYear,
  /** It and every open period before it are closed. */
  through: Period,
  /** The open periods that the caller saw before it. */
  periods: z.array(Period).min(1).max(13),
})

/** R23: closes the open periods of a year up to one of them. What was entered meanwhile does not matter; which are open does. */
export const closePeriods: Service<z.infer<typeof PeriodClosing>, PeriodStatus[]> = async (
  change,
  { startYear, through, periods: seen },
  { clock, newId },
) => {
  const { tx } = change
  await refuseClosedYear(tx, startYear)
  const known = await periodStatuses.list(tx, { startYear })
  const periods = periodsToClose(known, startYear, through)
  if (periods.length === 0) return fail('closed-period', { year: startYear, period: through })
  if (periods.join() !== seen.join()) return fail('stale', { entity: 'period', id: String(through) })
  const today = dayInLondon(clock())
  const closed: PeriodStatus[] = []
  for (const period of periods) {
    const before = known.find((each) => each.period === period)
    const after = closePeriod(before, { id: newId(), startYear, period, today })
    closed.push(before ? await periodStatuses.save(change, after) : await periodStatuses.insert(change, after))
  }
  return {
    subject: { kind: 'period_status', id: closed.at(-1)?.id ?? '' },
    transition: 'open → closed',
    value: closed,
    detail: { startYear, periods },
  }
}

const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })
export const ReopeningAsked = Seen.extend({ reason: Reopening.shape.reason })
export const ReopeningAnswer = Seen

export const askForReopening: Service<z.infer<typeof ReopeningAsked>, PeriodStatus> = async (
  change,
  { id, revision, reason },
  { actor, clock },
) => {
  const before = await periodAt(change.tx, { id, revision })
  const asked = { reason, askedBy: actor, askedOn: dayInLondon(clock()) }
  const after = await periodStatuses.save(change, askToReopen(before, asked))
  return {
    ...aboutPeriod(after),
    transition: 'reopening asked',
    value: after,
    detail: { ...periodDetail(after), reason },
  }
}

/** Opens a closed period again: a second person accepts what the first asked for (R14). */
export const reopen: Service<z.infer<typeof ReopeningAnswer>, PeriodStatus> = async (change, input, { actor }) => {
  const before = await periodAt(change.tx, input)
  const after = await periodStatuses.save(change, reopenPeriod(before, actor))
  return { ...aboutPeriod(after), transition: 'closed → open', value: after, detail: periodDetail(after) }
}

/** Leaves it closed: refused by somebody else, or taken back by whoever asked. */
export const leaveClosed: Service<z.infer<typeof ReopeningAnswer>, PeriodStatus> = async (change, input, { actor }) => {
  const before = await periodAt(change.tx, input)
  const { after, isWithdrawn } = keepClosed(before, actor)
  const value = await periodStatuses.save(change, after)
  const transition = isWithdrawn ? 'reopening withdrawn' : 'reopening refused'
  return { ...aboutPeriod(value), transition, value, detail: periodDetail(value) }
}

const periodAt = async (tx: Tx, { id, revision }: z.infer<typeof Seen>): Promise<PeriodStatus> => {
  const before = await periodStatuses.get(tx, id)
  if (before.revision !== revision) return fail('stale', { entity: 'period', id })
  await refuseClosedYear(tx, before.startYear)
  return before
}

/** A closed year stays closed, and all its periods with it. */
const refuseClosedYear = async (tx: Tx, startYear: StartYear): Promise<void> => {
  const years = await yearStatuses.list(tx, { startYear })
  if (years.some(({ status }) => status === 'closed')) fail('closed-year', { year: startYear })
}

const aboutPeriod = ({ id }: PeriodStatus) => ({ subject: { kind: 'period_status', id } })

const periodDetail = ({ startYear, period }: PeriodStatus) => ({ startYear, period })
