import { formatYear, reportColumns, sumByColumns } from '../financialYear.ts'
import { allocationRooms } from '../ledger/allocationRoom.ts'
import { isSamePlace } from '../ledger/balance.ts'
import type { Place } from '../ledger/entry.ts'
import type { LedgerContext } from '../ledger/movementRules.ts'
import { formatInSentence, type Pence, pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import { isWithin, nameOf } from '../tieOut/ledgerSums.ts'
import type { RequestLine } from './authorityRequest.ts'
import { earlierAuthority } from './earlierAuthority.ts'
import { at, type CheckDraft } from './requestCheck.ts'
import type { CheckContext } from './requestChecks.ts'
import { yearsOf } from './requestDecision.ts'

const totalOf = (lines: readonly { amount: Pence }[]): Pence => sum(lines.map(({ amount }) => amount))

const asAuthority = (lines: readonly RequestLine[]): BalanceLine[] =>
  lines.map((line) => ({ ...line, level: 'authority' as const }))

/** R01 and R02: the table of the request, added across and down on ways of their own. */
export const castChecks = ({ request, day }: CheckContext): CheckDraft[] => {
  const years = yearsOf(request.lines)
  const [first, last] = [years[0], years.at(-1)]
  const columns = reportColumns(day, first === undefined || last === undefined ? undefined : { from: first, to: last })
  const rows = [
    ...Map.groupBy(request.lines, ({ place, sourceId, nature }) => `${place.id} ${sourceId} ${nature}`).values(),
  ]
  const cells = rows.map((row) => sumByColumns(columns, row))
  const parts = columns.flatMap(({ kind }, index) => (kind === 'total' ? [] : [index]))
  const across = cells.filter((row) => sum(parts.map((index) => row[index] ?? 0)) !== row[0])
  const total = totalOf(request.lines)
  const down = columns.map((_, index) => sum(cells.map((row) => row[index] ?? 0)))
  const castsDown = sum(parts.map((index) => down[index] ?? 0)) === total
  const numbers = [{ label: 'Asked for', amount: total }]
  return [
    {
      rule: 'R01',
      passes: across.length === 0,
      sentence:
        across.length === 0
          ? `${rows.length === 1 ? 'The row adds' : `All ${rows.length} rows add`} across to ${formatInSentence(total)} in all.`
          : `${across.length} rows do not add across to their totals.`,
      numbers,
      where: at('lines'),
    },
    {
      rule: 'R02',
      passes: castsDown,
      sentence: castsDown
        ? `The years add down to ${formatInSentence(total)}.`
        : `The years do not add down to ${formatInSentence(total)}.`,
      numbers,
      where: at('lines'),
    },
  ]
}

/** R03: what is asked for a theme, with the authority that it has, beside the plan of its schemes, year by year. */
export const themeChecks = ({ request, facts, day }: CheckContext): CheckDraft[] => {
  const earlier = earlierAuthority(facts, day)
  const themes = distinctPlaces(request.lines).filter(({ kind }) => kind === 'theme')
  const differing = themes.flatMap((place) =>
    yearsOf(request.lines).flatMap((startYear): CheckDraft[] => {
      const here = (lines: readonly BalanceLine[]) =>
        totalOf(lines.filter((line) => line.startYear === startYear && isWithin(facts, line.place, place)))
      const asked = here(asAuthority(request.lines))
      const given = here(earlier)
      const plan = here(facts.balances.filter(({ level }) => level === 'plan'))
      if (asked === 0 || sum([asked, given]) === plan) return []
      const difference = pence(Math.abs(sum([asked, given, -plan])))
      const isOver = asked + given > plan
      return [
        {
          rule: 'R03',
          severity: 'warn',
          passes: false,
          sentence: `${nameOf(facts, place)} ${formatYear(startYear)}: this would give ${formatInSentence(difference)} ${isOver ? 'more' : 'less'} authority than its schemes are planned to cost.`,
          numbers: [
            { label: 'Asked for', amount: asked },
            { label: 'Earlier authority', amount: given },
            { label: 'Plan of its schemes', amount: plan },
          ],
          where: at('lines', { place, startYear }),
        },
      ]
    }),
  )
  if (differing.length > 0) return differing
  return [
    {
      rule: 'R03',
      severity: 'warn',
      passes: true,
      sentence:
        themes.length === 0 ? 'It asks for schemes and not for themes.' : 'Each theme equals the plan of its schemes.',
      numbers: [],
      where: at('lines'),
    },
  ]
}

/** R04: what pays for a year is what is asked for that year. */
export const fundingChecks = ({ request }: CheckContext): CheckDraft[] => {
  const years = yearsOf([...request.lines, ...request.funding])
  const differing = years.flatMap((startYear): CheckDraft[] => {
    const asked = totalOf(request.lines.filter((line) => line.startYear === startYear))
    const funded = totalOf(request.funding.filter((line) => line.startYear === startYear))
    if (asked === funded) return []
    const difference = pence(Math.abs(asked - funded))
    return [
      {
        rule: 'R04',
        passes: false,
        sentence: `Funding for ${formatYear(startYear)} is ${formatInSentence(difference)} ${funded < asked ? 'short of' : 'more than'} what is asked for.`,
        numbers: [
          { label: `Asked for ${formatYear(startYear)}`, amount: asked },
          { label: `Funding ${formatYear(startYear)}`, amount: funded },
        ],
        where: at('funding', { startYear }),
      },
    ]
  })
  if (differing.length > 0) return differing
  const total = totalOf(request.funding)
  return [
    {
      rule: 'R04',
      passes: true,
      sentence: `Funding equals what is asked for, in each year and over all: ${formatInSentence(total)}.`,
      numbers: [{ label: 'Funding', amount: total }],
      where: at('funding'),
    },
  ]
}

/** R05: authority stays within the allocation, with everything that is decided already and has not had effect yet. */
export const allocationChecks = (context: CheckContext): CheckDraft[] => {
  const { request, facts, promised } = context
  const ledger = ledgerOf(context)
  // What has had effect by this very request is looked at as it was before.
  const own = facts.posted
    .filter(({ decisionId, level }) => decisionId === request.decisionId && level === 'authority')
    .map((line) => ({ ...line, amount: pence(-line.amount) }))
  const rooms = allocationRooms(asAuthority(request.lines), {
    ...ledger,
    balances: [...ledger.balances, ...own, ...promised],
  })
  const over = rooms.filter(({ left }) => left < 0)
  const shown = over.length > 0 ? over : rooms.filter(({ sourceId }) => sourceId === null)
  if (shown.length === 0) {
    return [
      {
        rule: 'R05',
        passes: request.lines.length === 0,
        sentence: 'There is no allocation where this is asked for. Record the allocation first.',
        numbers: [],
        where: at('lines'),
      },
    ]
  }
  return shown.map((room) => {
    const source = facts.sources.find(({ id }) => id === room.sourceId)?.name
    const name = source ? `${room.name}, ${source}` : room.name
    return {
      rule: 'R05',
      passes: room.left >= 0,
      sentence:
        room.left >= 0
          ? `${name} to ${formatYear(room.throughYear)}: ${formatInSentence(room.left)} of the allocation is left after this.`
          : `${name} to ${formatYear(room.throughYear)}: this is ${formatInSentence(pence(-room.left))} over the allocation.`,
      numbers: [
        { label: 'Allocation', amount: room.allocation },
        { label: 'Authority given or decided', amount: room.authority },
        { label: 'Asked for', amount: room.asked },
        { label: 'Left', amount: room.left },
      ],
      where: at('lines', { place: room.place, startYear: room.throughYear }),
    }
  })
}

/** R08: where authority is asked for, orders and spend are within what has been released. */
export const spendChecks = ({ request, facts }: CheckContext): CheckDraft[] => {
  const over = distinctPlaces(request.lines).flatMap((place): CheckDraft[] => {
    const here = (...levels: BalanceLine['level'][]) =>
      totalOf(facts.balances.filter((line) => levels.includes(line.level) && isWithin(facts, line.place, place)))
    const [released, spent] = [here('released'), here('commitment', 'actual')]
    if (spent <= released) return []
    return [
      {
        rule: 'R08',
        passes: false,
        sentence: `${nameOf(facts, place)}: orders and spend are ${formatInSentence(pence(spent - released))} over what is released.`,
        numbers: [
          { label: 'Released', amount: released },
          { label: 'Committed and spent', amount: spent },
        ],
        where: at('lines', { place }),
      },
    ]
  })
  const passed: CheckDraft = {
    rule: 'R08',
    passes: true,
    sentence: 'Orders and spend are within what is released.',
    numbers: [],
    where: at('lines'),
  }
  return over.length > 0 ? over : [passed]
}

/** R19: a source that is for one kind of spend pays for no other. */
export const natureChecks = ({ request, facts }: CheckContext): CheckDraft[] => {
  const wrong = facts.sources.flatMap((source): CheckDraft[] => {
    const { restrictedTo } = source
    if (restrictedTo === null) return []
    const lines = request.lines.filter((line) => line.sourceId === source.id && line.nature !== restrictedTo)
    const paid = yearsOf(request.funding).find((startYear) => {
      const ofSource = (each: { sourceId: unknown; startYear: number }) =>
        each.sourceId === source.id && each.startYear === startYear
      const allowed = request.lines.filter((line) => line.startYear === startYear && line.nature === restrictedTo)
      return totalOf(request.funding.filter(ofSource)) > Math.max(totalOf(allowed), 0)
    })
    if (lines.length === 0 && paid === undefined) return []
    return [
      {
        rule: 'R19',
        passes: false,
        sentence: `${source.name} pays for ${restrictedTo} only, and here for more than the ${restrictedTo} that is asked for.`,
        numbers: [
          { label: source.name, amount: totalOf(request.funding.filter((each) => each.sourceId === source.id)) },
        ],
        where: at('funding', { startYear: paid ?? lines[0]?.startYear ?? null }),
      },
    ]
  })
  const passed: CheckDraft = {
    rule: 'R19',
    passes: true,
    sentence: 'Each source pays for what it may pay for.',
    numbers: [],
    where: at('funding'),
  }
  return wrong.length > 0 ? wrong : [passed]
}

/** R34: earlier authority is computed from decisions in force before this one, and holds nothing of what is asked for now. */
export const earlierChecks = ({ request, facts, day }: CheckContext): CheckDraft[] => {
  const lines = earlierAuthority(facts, day)
  const at34 = distinctPlaces(request.lines).map((place) => ({
    label: nameOf(facts, place),
    amount: totalOf(lines.filter((line) => isSamePlace(line.place, place))),
  }))
  const total = totalOf(lines)
  return [
    {
      rule: 'R34',
      severity: 'note',
      passes: true,
      sentence: `Authority in force before this: ${formatInSentence(total)} in the programme, taken from the ledger.`,
      numbers: [{ label: 'In the programme', amount: total }, ...at34],
      where: at('lines'),
    },
  ]
}

const distinctPlaces = (lines: readonly { place: Place }[]): Place[] => [
  ...new Map(lines.map(({ place }) => [place.id, place])).values(),
]

const ledgerOf = ({ facts, day }: CheckContext): LedgerContext => ({
  balances: facts.balances,
  programmes: [facts.programme],
  themes: facts.themes,
  schemes: facts.schemes,
  memberships: facts.memberships,
  sources: facts.sources,
  years: facts.years,
  periods: facts.periods,
  day,
})
