import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { fieldOf } from '../../../domain/businessCase/draftFields.ts'
import { businessCase as complete } from '../../domain/businessCase/given.ts'
import type { Random } from '../seededRandom.ts'
import { dayOf, type Move, seenAs } from './move.ts'
import { YEAR } from './newProgramme.ts'
import { type Seen, type Somebody, whoMay } from './seenNow.ts'

/** Whole pence that each scheme plans, in the order of the schemes. */
const planned = [60_000_000, 9_000_000, 30_000_000]

const planOf = ({ schemeId }: BusinessCase, { schemeIds }: Seen): number => planned[schemeIds.indexOf(schemeId)] ?? 0

/** Those who write cases, but for who chairs a board: what they write nobody could confirm. */
const writing = (seen: Seen): Somebody[] =>
  whoMay(
    seen,
    'writeCase',
    whoMay(seen, 'confirm').map(({ by }) => by),
  )

const over = ['returned', 'not_recommended', 'refused', 'withdrawn', 'lapsed', 'superseded']

/** What would carry each business case on, but for what its boards do. */
export const caseMoves = (seen: Seen, random: Random): Move[] => [
  ...starts(seen, random),
  ...seen.cases.flatMap((each) => [...onward(each, seen, random), ...withdrawals(each, seen)]),
]

const starts = (seen: Seen, random: Random): Move[] => {
  const free = seen.schemeIds.filter((id) => !seen.cases.some((each) => each.schemeId === id))
  if (free.length === 0) return []
  const input = { schemeId: random.pick(free), stage: random.pick(['bjc', 'bjc', 'fbc', 'soc']), title: null }
  return [{ operation: 'cases.start', input, who: writing(seen), likely: seen.cases.length === 0 ? 30 : 2 }]
}

const withdrawals = (each: BusinessCase, seen: Seen): Move[] =>
  over.includes(each.status) || each.status.startsWith('approved')
    ? []
    : [
        {
          operation: 'cases.withdraw',
          input: { ...seenAs(each), reason: 'Not now' },
          who: writing(seen),
          likely: 1,
        },
      ]

const onward = (each: BusinessCase, seen: Seen, random: Random): Move[] => {
  const who = writing(seen)
  const handling = whoMay(seen, 'handleCase', each.writers)
  const on = dayOf(seen.today, random)
  const isFollowed = seen.cases.some(({ supersedesId }) => supersedesId === each.id)
  const newVersion = (likely: number): Move[] =>
    isFollowed ? [] : [{ operation: 'cases.newVersion', input: seenAs(each), who, likely }]
  switch (each.status) {
    case 'draft':
      return draftMoves(each, seen, random)
    case 'submitted':
      return [
        { operation: 'cases.accept', input: { ...seenAs(each), on }, who: handling, likely: 30 },
        {
          operation: 'cases.returnToWriter',
          input: { ...seenAs(each), on, reason: 'Say more' },
          who: handling,
          likely: 3,
        },
      ]
    case 'approved':
      return newVersion(1)
    case 'approved_with_conditions':
      return [...newVersion(1), ...conditionMoves(each, seen, random)]
    case 'returned':
    case 'not_recommended':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
      return newVersion(15)
    default:
      return []
  }
}

const draftMoves = (each: BusinessCase, seen: Seen, random: Random): Move[] => {
  const who = writing(seen)
  const own = seen.drafts.filter(({ subjectId }) => subjectId === each.id).map(({ actor }) => actor)
  if (own.length > 0) {
    const theirs = who.filter(({ by }) => own.includes(by))
    return [{ operation: 'cases.leave', input: { id: each.id }, who: theirs, likely: 30 }]
  }
  const isTied = each.costs.some(({ amount }) => amount === planOf(each, seen))
  if (!isTied || each.hasInterest === null) {
    const input = { id: each.id, baseRevision: each.revision, fields: fieldsOf(each, seen, random) }
    return [{ operation: 'cases.saveDraft', input, who, likely: 30 }]
  }
  const input = { ...seenAs(each), on: dayOf(seen.today, random) }
  return [{ operation: 'cases.submit', input, who, likely: 30 }]
}

/** Everything that a complete case says and this one does not; now and then another cost than the plan's. */
const fieldsOf = (each: BusinessCase, seen: Seen, random: Random) => {
  const { sections, options, benefits, risks, assurance, ask, hasInterest } = complete()
  const plan = planOf(each, seen)
  const wanted: [path: string, value: unknown][] = [
    ['ask', ask],
    ['hasInterest', hasInterest],
    ...Object.entries(sections).map(([name, value]): [string, unknown] => [`sections.${name}`, value]),
    ...options.map((line): [string, unknown] => [`options.${line.id}`, line]),
    ...benefits.map((line): [string, unknown] => [`benefits.${line.id}`, line]),
    ...risks.map((line): [string, unknown] => [`risks.${line.id}`, line]),
    ...assurance.map((line): [string, unknown] => [`assurance.${line.kind}`, line]),
    [`costs.${YEAR}.${seen.sourceId}.capital`, random.percent(95) ? plan : plan + 100],
  ]
  return wanted.map(([path, value]) => ({ path, base: fieldOf(each, path), value }))
}

const conditionMoves = (each: BusinessCase, seen: Seen, random: Random): Move[] => {
  const open = each.conditions.filter(({ dischargedBy }) => dischargedBy === null)
  return open.map(({ id: conditionId, metBy }): Move => {
    const input = { ...seenAs(each), conditionId }
    if (metBy === null) {
      const said = { ...input, evidence: 'The contract' }
      return { operation: 'cases.meetCondition', input: said, who: writing(seen), likely: 15 }
    }
    const who = whoMay(seen, 'handleCase', [...each.writers, metBy])
    const discharged = { ...input, on: dayOf(seen.today, random) }
    return { operation: 'cases.dischargeCondition', input: discharged, who, likely: 15 }
  })
}
