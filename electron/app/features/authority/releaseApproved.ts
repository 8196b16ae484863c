import { appendEvent, beginChange, type Change, postMovement } from '../../../../db/change.ts'
import { authorityBalances } from '../../../../db/queries/authorityRegister.ts'
import { listNames } from '../../../../db/queries/names.ts'
import { postedUnder } from '../../../../db/queries/postedUnder.ts'
import { authorityInForceOn, type WaitingRelease, waitingReleases } from '../../../../db/queries/waitingReleases.ts'
import type { Reading } from '../../../../db/schema.ts'
import { decisions, programmes, themeMemberships } from '../../../../db/subjects.ts'
import { heldRooms, planRelease, type ReleasePlan } from '../../../../domain/authority/release.ts'
import { mayRelease } from '../../../../domain/businessCase/conditions.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { Failure } from '../../../../domain/errors.ts'
import { yearOf } from '../../../../domain/financialYear.ts'
import type { Movement } from '../../../../domain/ledger/entry.ts'
import { checkMovement, pathsUp } from '../../../../domain/ledger/movementRules.ts'
import { sum } from '../../../../domain/money.ts'
import { takeEffect } from '../../../../domain/programme/decisions.ts'
import type { Acting } from '../../command.ts'
import { ledgerContext } from '../ledgerContext.ts'

/** An approval that waits, with what can be released of it now and why the rest waits. */
export interface ReleaseAtHand extends WaitingRelease {
  /** The case is approved, and its conditions let it. */
  isAllowed: boolean
  openConditions: number
  plan: ReleasePlan
  isComplete: boolean
}

/** Every approval whose money waits, the earliest first, each as if the ones before it were not there. */
export const releasesAtHand = async (
  db: Reading,
  today: CalendarDay,
  decisionId?: WaitingRelease['decisionId'],
): Promise<ReleaseAtHand[]> => {
  const waiting = await waitingReleases(db, today, decisionId)
  if (waiting.length === 0) return []
  const places = {
    programmes: await programmes.list(db),
    themes: await listNames(db, 'theme'),
    schemes: await listNames(db, 'scheme'),
    memberships: await themeMemberships.list(db),
  }
  const names = new Map([...places.programmes, ...places.themes, ...places.schemes].map(({ id, name }) => [id, name]))
  const path = pathsUp({ ...places, day: today })
  const heldAt = heldRooms(await authorityBalances(db), path)
  const posted = Map.groupBy(
    await postedUnder(
      db,
      waiting.map((each) => each.decisionId),
      'released',
    ),
    (line) => line.decisionId,
  )
  return waiting.map((each) => {
    const done = posted.get(each.decisionId) ?? []
    const plan = planRelease(each.lines, done, heldAt, ({ id }) => names.get(id) ?? id)
    const open = each.businessCase.conditions.filter((one) => one.dischargedBy === null && !one.isAfterRelease)
    return {
      ...each,
      isAllowed: mayRelease(each.businessCase),
      openConditions: open.length,
      plan,
      isComplete: plan.waiting.length === 0,
    }
  })
}

/** Releases by itself what is approved and held, in the order of the approvals: one event for each, by the actor *system*. */
export const releaseApproved = async (acting: Acting, today: CalendarDay): Promise<void> => {
  const atHand = await acting.file.read((db) => releasesAtHand(db, today))
  for (const { decisionId, isAllowed, plan, isComplete } of atHand) {
    if (!isAllowed || (plan.release.length === 0 && !isComplete)) continue
    try {
      await acting.file.write(async (tx) => {
        // Another process, or the release before it, may have taken what was held.
        const [now] = await releasesAtHand(tx as unknown as Reading, today, decisionId)
        if (now?.isAllowed && (now.plan.release.length > 0 || now.isComplete)) {
          await postRelease(await beginChange(tx, acting.clock()), now, acting, today)
        }
      })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      acting.log({ level: 'warn', what: 'approval was not released', decision: decisionId, code: error.code })
    }
  }
}

const postRelease = async (
  change: Change,
  release: ReleaseAtHand,
  acting: Acting,
  today: CalendarDay,
): Promise<void> => {
  let isComplete = release.isComplete
  const posted: number[] = []
  for (const { startYear, lines } of release.plan.release) {
    const context = await ledgerContext(change.tx, today)
    const lawful = await lawfulDay(change, release, startYear, pathsUp(context))
    const isClosed = context.years.some(({ status, startYear: year }) => status === 'closed' && year === yearOf(lawful))
    const movement: Movement = {
      id: acting.newId(),
      kind: 'authority-released',
      reason: release.title,
      decisionId: release.decisionId,
      reversesId: null,
      // R23: what comes late for a year that is closed is dated in one that is open.
      entries: lines.map((line) => ({ ...line, period: 0, effectiveOn: isClosed ? today : lawful, ledgerRef: null })),
    }
    const refused = refusalOf(() => checkMovement(movement, context))
    if (refused) isComplete = false
    else {
      await postMovement(change, movement)
      posted.push(...lines.map(({ amount }) => amount))
    }
  }
  if (posted.length === 0 && !isComplete) return
  if (isComplete) await decisions.save(change, takeEffect(await decisions.get(change.tx, release.decisionId)))
  await appendEvent(change, {
    actor: 'system',
    role: 'system',
    operation: 'decisions.release',
    transition: isComplete ? 'made → effective' : 'released in part',
    subject: { kind: 'decision', id: release.decisionId },
    detail: { reference: release.reference, amount: sum(posted), businessCase: release.businessCase.id },
  })
}

/** The first day on which the case was approved, its conditions were met and there was authority above it. */
const lawfulDay = async (
  { tx }: Change,
  { effectiveOn, lines, businessCase }: ReleaseAtHand,
  startYear: number,
  path: ReturnType<typeof pathsUp>,
): Promise<CalendarDay> => {
  const place = lines[0]?.place ?? { kind: 'scheme' as const, id: businessCase.schemeId }
  const days = [
    effectiveOn,
    await authorityInForceOn(
      tx,
      path(place).map(({ id }) => id),
      startYear,
    ),
    ...businessCase.conditions.map((each) => (each.isAfterRelease ? null : each.dischargedOn)),
  ]
  return days.reduce<CalendarDay>((last, day) => (day !== null && day > last ? day : last), effectiveOn)
}

const refusalOf = (act: () => void): Failure | undefined => {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}
