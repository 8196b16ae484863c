import type { AuthorityRequest } from '../../../domain/authority/authorityRequest.ts'
import { requestField } from '../../../domain/authority/requestDraft.ts'
import { addDays, daysBetween } from '../../../domain/calendarDay.ts'
import type { Duty } from '../../../domain/roles.ts'
import type { Random } from '../seededRandom.ts'
import { dayOf, type Move, seenAs } from './move.ts'
import { DECISION_TAKER } from './newProgramme.ts'
import { type Seen, type Somebody, whoMay } from './seenNow.ts'

const over = ['effective', 'superseded', 'refused', 'withdrawn']
const withdrawable = [
  'draft',
  'ready',
  'finance_cleared',
  'cleared',
  'notice_published',
  'report_published',
  'approved',
]

/** What would carry each request for authority on. */
export const requestMoves = (seen: Seen, random: Random): Move[] => {
  const isLive = seen.requests.some(({ status }) => !over.includes(status))
  const input = {
    reference: `A${seen.requests.length}-${random.below(1000)}`,
    title: 'Authority',
    decisionTaker: random.percent(92) ? DECISION_TAKER : 'Deputy director',
    decisionDueOn: random.percent(80) ? addDays(seen.today, 40) : null,
    linesBy: random.pick(['scheme', 'scheme', 'theme', 'nothing']),
  }
  const start: Move = { operation: 'requests.start', input, who: writing(seen), likely: isLive ? 1 : 30 }
  return [start, ...seen.requests.flatMap((each) => [...onward(each, seen, random), ...withdrawals(each, seen)])]
}

/** Those who write requests, but for who decides on them: what they write nobody could decide on. */
const writing = (seen: Seen): Somebody[] =>
  whoMay(
    seen,
    'request',
    whoMay(seen, 'decide').map(({ by }) => by),
  )

const withdrawals = (each: AuthorityRequest, seen: Seen): Move[] => {
  if (!withdrawable.includes(each.status)) return []
  const input = { ...seenAs(each), reason: 'Not now' }
  return [{ operation: 'requests.withdraw', input, who: writing(seen), likely: 1 }]
}

const amountOf = ({ lines }: AuthorityRequest): number => lines.reduce((sum, { amount }) => sum + amount, 0)

const onward = (each: AuthorityRequest, seen: Seen, random: Random): Move[] => {
  const { today } = seen
  const on = dayOf(today, random)
  const act = (
    operation: string,
    duty: Duty,
    more: object = {},
    likely = 40,
    who = ofOthers(each, seen, duty),
  ): Move => ({
    operation,
    input: { ...seenAs(each), ...more },
    who,
    likely,
  })
  const newVersion = act('requests.newVersion', 'request', {}, 20, writing(seen))
  const decide = (likely: number) =>
    act('requests.decide', 'decide', decision(each, seen, random), likely, takers(each, seen))
  const notice = (likely: number) =>
    act('requests.publishNotice', 'notice', { on, notice: noticeOf(seen, random) }, likely, whoMay(seen, 'notice'))
  switch (each.status) {
    case 'draft':
      return draftMoves(each, seen, random)
    case 'ready':
      return [act('requests.financeCheck', 'financeCheck', { on, note: '' })]
    case 'finance_cleared':
      return [act('requests.legalCheck', 'legalCheck', { on, note: '' })]
    case 'cleared':
      return amountOf(each) > 50_000_000 ? [notice(40), decide(2)] : [decide(40), notice(5)]
    case 'notice_published':
      return [act('requests.publishReport', 'notice', { on }, 40, whoMay(seen, 'notice')), decide(2)]
    case 'report_published': {
      const left = each.notice === null ? 0 : daysBetween(today, addDays(each.notice.publishedOn, 29))
      return left > 0 ? [{ operation: 'wait', days: left, likely: 30 }, decide(5)] : [decide(40)]
    }
    case 'deferred':
    case 'referred_back':
      return [decide(20), newVersion]
    case 'refused':
    case 'withdrawn':
      return [newVersion]
    case 'approved':
      return [
        act('requests.publishDecision', 'notice', { on, reference: `D${each.id.slice(-8)}-${random.below(100)}` }),
      ]
    case 'published': {
      const given = { on, signatories: 'Five', grounds: 'Haste', scrutinyBoard: 'Scrutiny', hearingOn: null }
      return [
        { operation: 'wait', days: random.pick([1, 4, 8, 8]), likely: 30 },
        act('requests.callIn', 'callIn', given, each.callIn ? 1 : 25, whoMay(seen, 'callIn')),
      ]
    }
    case 'called_in': {
      const outcome = random.pick(['released', 'released', 'referred_back', 'full_council'])
      return [act('requests.scrutinyOutcome', 'callIn', { on, outcome, note: 'Why' }, 40, whoMay(seen, 'callIn'))]
    }
    default:
      return []
  }
}

const ofOthers = ({ writers }: AuthorityRequest, seen: Seen, duty: Duty): Somebody[] => whoMay(seen, duty, writers)

/** Who holds the office that the request names. */
const takers = ({ writers, decisionTaker }: AuthorityRequest, seen: Seen): Somebody[] => {
  const named = seen.people.filter(({ title }) => title === decisionTaker).map(({ id }) => id)
  return whoMay(seen, 'decide', writers).filter(({ by }) => named.includes(by))
}

const draftMoves = (each: AuthorityRequest, seen: Seen, random: Random): Move[] => {
  const who = writing(seen)
  const own = seen.drafts.filter(({ subjectId }) => subjectId === each.id).map(({ actor }) => actor)
  if (own.length > 0) {
    const theirs = who.filter(({ by }) => own.includes(by))
    return [{ operation: 'requests.leave', input: { id: each.id }, who: theirs, likely: 30 }]
  }
  const isWhole =
    each.cover.hasEqualityImplications !== null &&
    each.narrative.recommendations !== '' &&
    each.decisionDueOn !== null &&
    each.lines.length > 0
  const input = { id: each.id, baseRevision: each.revision, fields: fieldsOf(each, seen, random) }
  const write: Move = { operation: 'requests.saveDraft', input, who, likely: isWhole ? 15 : 30 }
  const validate: Move = { operation: 'requests.validate', input: seenAs(each), who, likely: 15 }
  return isWhole ? [validate, write] : [write]
}

/** What a whole request says and this one does not, for some of the schemes that it began with, or for one of its own. */
const fieldsOf = (each: AuthorityRequest, seen: Seen, random: Random) => {
  const wanted: [path: string, value: unknown][] = [
    ['cover.hasEqualityImplications', false],
    ['cover.isCallInEligible', random.percent(90)],
    ['cover.callInExemption', 'The grant lapses'],
    ['narrative.recommendations', 'Approve it.'],
    ['decisionDueOn', addDays(seen.today, 40)],
  ]
  const dropped = each.lines.length > 1 ? each.lines.filter(() => random.percent(45)).slice(1) : []
  const part = random.pick([1, 1, 2])
  const amounts = new Map(each.lines.map((line) => [pathOf(line), Math.floor(line.amount / part)]))
  for (const line of dropped) amounts.delete(pathOf(line))
  if (each.lines.length === 0) amounts.set(lineOn(random.pick(seen.schemeIds), seen), 100 * (1 + random.below(90_000)))
  for (const path of new Set([...each.lines.map(pathOf), ...amounts.keys()])) {
    wanted.push([path, amounts.get(path) ?? null])
  }
  const total = [...amounts.values()].reduce((sum, amount) => sum + amount, 0)
  // Now and then what pays for it falls short.
  wanted.push([`funding.${seen.sourceId}.2021`, random.percent(96) ? total : total - 100])
  return wanted.map(([path, value]) => ({ path, base: requestField(each, path), value }))
}

const lineOn = (schemeId: string, { sourceId }: Seen) => `lines.scheme.${schemeId}.2021.${sourceId}.capital`

const pathOf = ({ place, startYear, sourceId, nature }: AuthorityRequest['lines'][number]): string =>
  `lines.${place.kind}.${place.id}.${startYear}.${sourceId ?? 'none'}.${nature}`

const decision = (each: AuthorityRequest, seen: Seen, random: Random) => {
  const outcome = random.pick([...Array(9).fill('approved'), 'approved_as_amended', 'deferred', 'refused'])
  const half = each.lines.map((line) => ({ ...line, amount: Math.floor(line.amount / 2) }))
  const funding = [
    { sourceId: seen.sourceId, startYear: 2021, amount: half.reduce((sum, { amount }) => sum + amount, 0) },
  ]
  const amended = outcome === 'approved_as_amended' ? { lines: half, funding } : null
  return { on: dayOf(seen.today, random), outcome, wording: 'As asked', reason: 'Why', amended }
}

const noticeOf = ({ today }: Seen, random: Random) => ({
  route: random.pick(['notice', 'notice', 'notice', 'general_exception', 'special_urgency']),
  agreedBy: 'Chair of scrutiny',
  agreedOn: addDays(today, -1),
  reason: 'The grant lapses',
  matter: 'Authority',
  decisionTaker: DECISION_TAKER,
  decisionDue: 'October',
  documents: 'Report',
  copiesFrom: 'Civic Hall',
  isMoreToCome: true,
  requestDocumentsFrom: 'Civic Hall',
})
