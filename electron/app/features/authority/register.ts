import { z } from 'zod'
import {
  authorityBalances,
  authorityPostedAt,
  linesAskedFor,
  listRegistered,
  type RegisteredDecision,
} from '../../../../db/queries/authorityRegister.ts'
import { themesOfDay } from '../../../../db/queries/themesOfDay.ts'
import type { Reading } from '../../../../db/schema.ts'
import { programmes } from '../../../../db/subjects.ts'
import { type AuthorityUse, authorityUses, placeYear, shareOfUse } from '../../../../domain/authority/registerLines.ts'
import { onItsWay } from '../../../../domain/authority/requestStages.ts'
import { CalendarDay } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { StartYear } from '../../../../domain/financialYear.ts'
import { Id } from '../../../../domain/id.ts'
import type { Place } from '../../../../domain/ledger/entry.ts'
import { type Pence, pence, sum, ZERO } from '../../../../domain/money.ts'
import { Decision } from '../../../../domain/programme/decision.ts'

export const RegisterInput = z.strictObject({
  from: StartYear,
  to: StartYear,
  /** Only decisions of this state, or this one; null for all. */
  status: Decision.shape.status.nullable(),
  decisionId: Id.nullable(),
  /** The last decision of the page before; null for the first page. */
  after: z.strictObject({ madeOn: CalendarDay, id: Id }).nullable(),
})

const PAGE = 50
const NO_USE: AuthorityUse = { authority: ZERO, released: ZERO, committed: ZERO, spent: ZERO }

/**
 * The register: decision lines by year with what is effective, held, spent and left of each; the same by place and year
 * with what is asked for; and the totals of the years. A release or spend counts against the earliest authority of its place.
 */
export const authorityRegister = async (db: Reading, input: z.infer<typeof RegisterInput>, day: CalendarDay) => {
  const { from, to } = input
  const holds = ({ startYear }: { startYear: number }) => from <= startYear && startYear <= to
  const [programme] = await programmes.list(db)
  if (!programme) return fail('no-programme-open', {})
  const balances = (await authorityBalances(db)).filter(holds)
  const uses = authorityUses(balances, await themesOfDay(db, day), programme.id)
  const found = await listRegistered(db, { ...input, limit: PAGE + 1 })
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    decisions: await withUse(db, shown, uses, holds),
    places: await byPlace(db, balances, uses, holds),
    totals: totalsOf([...uses.values()]),
    next: found.length > PAGE && last ? { madeOn: last.madeOn, id: last.id } : null,
  }
}

/** What stands under one decision on authority, over all its places and years. Pence. */
export const standingUnder = async (db: Reading, decisionId: Id, day: CalendarDay) => {
  const [programme] = await programmes.list(db)
  if (!programme) return fail('no-programme-open', {})
  const balances = await authorityBalances(db)
  const uses = authorityUses(balances, await themesOfDay(db, day), programme.id)
  const found = await listRegistered(db, { status: null, decisionId, after: null, limit: 1 })
  const lines = (await withUse(db, found, uses, () => true)).flatMap((decision) => decision.lines)
  const of = (name: 'effective' | 'released' | 'held' | 'left') => sum(lines.map((line) => line[name]))
  return { effective: of('effective'), released: of('released'), held: of('held'), left: of('left') }
}

/** What is left of it: held waits for its case, left may be committed and spent now. */
const withLeft = ({ authority, released, committed, spent }: AuthorityUse) => ({
  effective: authority,
  released,
  held: pence(authority - released),
  committed,
  spent,
  left: pence(released - committed - spent),
})

const totalsOf = (uses: readonly AuthorityUse[]) => {
  const of = (name: keyof AuthorityUse) => sum(uses.map((use) => use[name]))
  return withLeft({
    authority: of('authority'),
    released: of('released'),
    committed: of('committed'),
    spent: of('spent'),
  })
}

const withUse = async (
  db: Reading,
  shown: readonly RegisteredDecision[],
  uses: ReadonlyMap<string, AuthorityUse>,
  holds: (line: { startYear: number }) => boolean,
) => {
  const placeIds = [...new Set(shown.flatMap(({ lines }) => lines.map(({ place }) => place.id)))]
  const posted = new Map<string, { effective: Pence; earlier: Pence }>()
  const before = new Map<string, number>()
  for (const { decisionId, placeId, startYear, amount } of await authorityPostedAt(db, placeIds)) {
    const key = placeYear(placeId, startYear)
    const earlier = before.get(key) ?? 0
    posted.set(`${decisionId} ${key}`, { effective: amount, earlier: pence(Math.max(0, earlier)) })
    before.set(key, earlier + amount)
  }
  return shown.map(({ lines, ...decision }) => {
    const places = Map.groupBy(lines.filter(holds), ({ place, startYear }) => placeYear(place.id, startYear))
    return {
      ...decision,
      lines: [...places].flatMap(([key, own]) => {
        const [first] = own
        if (!first) return []
        const line = posted.get(`${decision.id} ${key}`) ?? { effective: ZERO, earlier: ZERO }
        const share = shareOfUse(uses.get(key) ?? NO_USE, line)
        return [
          {
            place: first.place,
            startYear: first.startYear,
            requested: sum(own.map(({ amount }) => amount)),
            ...withLeft({ authority: line.effective, ...share }),
          },
        ]
      }),
    }
  })
}

const byPlace = async (
  db: Reading,
  balances: readonly { place: Place; startYear: number }[],
  uses: ReadonlyMap<string, AuthorityUse>,
  holds: (line: { startYear: number }) => boolean,
) => {
  const asked = (await linesAskedFor(db, [...onItsWay, 'approved', 'published', 'called_in'])).filter(holds)
  const places = new Map([...balances, ...asked].map(({ place }) => [place.id as string, place]))
  const requested = new Map<string, number>()
  for (const { place, startYear, amount } of asked) {
    const key = placeYear(place.id, startYear)
    requested.set(key, (requested.get(key) ?? 0) + amount)
  }
  return [...new Set([...uses.keys(), ...requested.keys()])].sort().flatMap((key) => {
    const [placeId = '', year] = key.split(' ')
    const place = places.get(placeId)
    const row = {
      startYear: Number(year),
      requested: pence(requested.get(key) ?? 0),
      ...withLeft(uses.get(key) ?? NO_USE),
    }
    return place ? [{ place, ...row }] : []
  })
}
