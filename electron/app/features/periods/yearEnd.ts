import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { underspends, yearEnds, yearStatuses } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import type { ChangeRequest } from '../../../../domain/change/changeRequest.ts'
import { fail } from '../../../../domain/errors.ts'
import { formatYear, StartYear } from '../../../../domain/financialYear.ts'
import type { Id } from '../../../../domain/id.ts'
import { nameOf } from '../../../../domain/ledger/movementRules.ts'
import { formatInSentence, sum } from '../../../../domain/money.ts'
import { type CarriedLine, carriedBySource, requestLines } from '../../../../domain/period/carryForward.ts'
import { underspendKey } from '../../../../domain/period/outturn.ts'
import { actualsAtClose } from '../../../../domain/period/toMarch.ts'
import { checkUnderspend, Underspend } from '../../../../domain/period/underspend.ts'
import type { YearEnd } from '../../../../domain/period/yearEnd.ts'
import type { YearStatus } from '../../../../domain/programme/yearStatus.ts'
import type { Acting, Service } from '../../command.ts'
import { raiseChange } from '../changes/raiseChange.ts'
import { ledgerContext } from '../ledgerContext.ts'
import { yearEndFacts } from './yearEndFacts.ts'

const ExplainedLine = Underspend.omit({ id: true, isRemoved: true, startYear: true }).extend({
  /** The revision that the writer saw; null where nobody had explained it. */
  revision: z.int().min(1).nullable(),
})

export const Explaining = z.strictObject({
  startYear: StartYear,
  lines: z.array(ExplainedLine).min(1).max(500),
})

/** Says why less was spent than budgeted, line by line, as one change that can be undone. */
export const explainUnderspends: Service<z.infer<typeof Explaining>, Underspend[]> = async (
  change,
  { startYear, lines },
  { clock, newId },
) => {
  await refuseClosedYear(change, startYear)
  const context = await ledgerContext(change.tx, dayInLondon(clock()))
  const facts = await yearEndFacts(change.tx, startYear, context)
  const known = new Map((await underspends.list(change.tx, { startYear })).map((each) => [underspendKey(each), each]))
  const saved: Underspend[] = []
  for (const { revision, ...given } of lines) {
    const place = nameOf(given.place, context)
    const line = facts.lines.find((each) => underspendKey(each) === underspendKey(given))
    if (!line) return fail('not-found', { entity: 'underspend', id: given.place.id })
    const before = known.get(underspendKey(given))
    if ((before?.revision ?? null) !== revision) return fail('stale', { entity: 'underspend', id: given.place.id })
    const isSource = (id: Id | null) => id === null || context.sources.some((source) => source.id === id)
    if (!isSource(given.fundingSourceId))
      return fail('not-found', { entity: 'source', id: given.fundingSourceId ?? '' })
    checkUnderspend({ ...given, startYear }, place, line.underspend)
    const after = { ...given, startYear, isRemoved: false }
    saved.push(
      before
        ? await underspends.save(change, { ...after, id: before.id, revision: before.revision + 1 })
        : await underspends.insert(change, { ...after, id: newId(), revision: 1 }),
    )
  }
  return {
    subject: { kind: 'underspend', id: saved[0]?.id ?? '' },
    transition: 'explained',
    value: saved,
    detail: { startYear, lines: saved.length },
    isUndoable: true,
  }
}

export const CarryingForward = z.strictObject({ startYear: StartYear })

/**
 * Asks to carry the explained slippage of a year forward, with its funding and its authority. Somebody else approves it;
 * what states no source and what does are asked for apart. Throws `nothing-to-carry` and `funding-not-carried`.
 */
export const askToCarryForward: Service<z.infer<typeof CarryingForward>, ChangeRequest[]> = async (
  change,
  { startYear },
  acting,
) => {
  await refuseClosedYear(change, startYear)
  const context = await ledgerContext(change.tx, dayInLondon(acting.clock()))
  const { carried, yearEnd: begun } = await yearEndFacts(change.tx, startYear, context)
  if (carried.length === 0) return fail('nothing-to-carry', { year: startYear })
  const unfunded = sum(carried.map((each) => each.unfunded))
  if (unfunded > 0) return fail('funding-not-carried', { year: startYear, net: unfunded })
  const yearEnd = begun ?? (await beginYearEnd(change, startYear, acting))
  const requests: ChangeRequest[] = []
  for (const part of carriedBySource(carried)) {
    requests.push(await raiseChange(change, requestOf(part, yearEnd), acting))
  }
  return {
    subject: { kind: 'year_end', id: yearEnd.id },
    transition: 'carry-forward asked for',
    value: requests,
    detail: { startYear, numbers: requests.map(({ number }) => number) },
  }
}

const requestOf = (carried: readonly CarriedLine[], { id, startYear }: YearEnd) => {
  const amount = formatInSentence(sum(carried.map((each) => each.amount)))
  const places = carried.length === 1 ? 'one underspend' : `${carried.length} underspends`
  return {
    kind: 'slippage' as const,
    whatChanges: `${amount} of the unspent budget of ${formatYear(startYear)} is carried forward, with its funding`,
    reason: `Slippage at the end of ${formatYear(startYear)}, explained for ${places}`,
    impact: impactOf(carried),
    lines: requestLines(carried),
    origin: { kind: 'year_end' as const, id },
  }
}

/** What the spend-by dates say of the money that moves (R20). */
const impactOf = (carried: readonly CarriedLine[]): string => {
  const late = carried.flatMap(({ funding }) => funding.filter(({ spendBy }) => spendBy === 'too-late'))
  const unknown = carried.flatMap(({ funding }) => funding.filter(({ spendBy }) => spendBy === 'not-recorded'))
  const amountOf = (moved: readonly { amount: number }[]) => formatInSentence(sum(moved.map(({ amount }) => amount)))
  return [
    late.length > 0 ? `${amountOf(late)} moves past the day by which its source has to be spent.` : '',
    unknown.length > 0 ? `For ${amountOf(unknown)} no spend-by date is recorded.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

const beginYearEnd = async (change: Change, startYear: StartYear, { newId }: Acting): Promise<YearEnd> =>
  await yearEnds.insert(change, {
    id: newId(),
    revision: 1,
    isRemoved: false,
    startYear,
    status: 'begun',
    closedOn: null,
    actuals: [],
  })

export const YearChange = z.strictObject({ startYear: StartYear })

/**
 * Closes a financial year: nothing is posted to it any more but dated corrections in an open year (R23), and what `TO MARCH`
 * is then is kept (R24). The year after is opened. Throws `wrong-status` while the year runs, and `year-not-ready`.
 */
export const closeYear: Service<z.infer<typeof YearChange>, YearStatus> = async (change, { startYear }, acting) => {
  const today = dayInLondon(acting.clock())
  const yearEnd = `${startYear + 1}-03-31`
  if (today <= yearEnd) fail('wrong-status', { is: 'the year still runs', needs: 'the year has ended' })
  const known = await refuseClosedYear(change, startYear)
  const context = await ledgerContext(change.tx, today)
  const facts = await yearEndFacts(change.tx, startYear, context)
  if (facts.obstacles.length > 0) {
    fail('year-not-ready', { year: startYear, obstacles: [...new Set(facts.obstacles.map(({ kind }) => kind))] })
  }
  const closed = await setYear(change, known, { startYear, status: 'closed' }, acting)
  const begun = facts.yearEnd ?? (await beginYearEnd(change, startYear, acting))
  await yearEnds.save(change, {
    ...begun,
    revision: begun.revision + 1,
    status: 'closed',
    closedOn: today,
    actuals: actualsAtClose(context.balances, startYear),
  })
  const [next] = await yearStatuses.list(change.tx, { startYear: startYear + 1 })
  if (!next && StartYear.safeParse(startYear + 1).success) {
    await setYear(change, undefined, { startYear: startYear + 1, status: 'open' }, acting)
  }
  return { subject: { kind: 'year_status', id: closed.id }, transition: 'open → closed', value: closed }
}

const setYear = async (
  change: Change,
  before: YearStatus | undefined,
  year: Pick<YearStatus, 'startYear' | 'status'>,
  { newId }: Acting,
): Promise<YearStatus> =>
  before
    ? await yearStatuses.save(change, { ...before, ...year, revision: before.revision + 1 })
    : await yearStatuses.insert(change, { ...year, id: newId(), revision: 1, isRemoved: false })

/** Throws `closed-year`: how a closed year ended stays as it was said. */
export const refuseClosedYear = async ({ tx }: Change, startYear: StartYear): Promise<YearStatus | undefined> => {
  const [known] = await yearStatuses.list(tx, { startYear })
  if (known?.status === 'closed') fail('closed-year', { year: startYear })
  return known
}
