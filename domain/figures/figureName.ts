import { Failure } from '../errors.ts'
import { formatYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { nameOf } from '../tieOut/ledgerSums.ts'
import { type FigureContext, subjectOf } from './figureContext.ts'
import { findThing, type NamedKind, namedThings } from './findThing.ts'
import type { MoneyAsked, MoneyMeasure } from './moneyMeasure.ts'
import type { Token, TokenArgument, TokenWord } from './token.ts'

/** What an amount is of, as a list of figures says it. */
export const measureWords: Record<MoneyMeasure, string> = {
  plan: 'Plan',
  allocation: 'Allocation',
  'authority.requested': 'Authority asked for',
  'authority.previous': 'Authority given before',
  'authority.given': 'Authority given',
  'authority.held': 'Authority held',
  'authority.released': 'Authority released',
  'authority.remaining': 'Allocation not yet authorised',
  committed: 'Committed',
  spent: 'Spent',
  available: 'Available to spend',
  forecast: 'Forecast',
  funding: 'Funding',
  'funding.grant': 'Funding by grant',
  'funding.borrowing': 'Funding by borrowing',
  'funding.other': 'Funding by other sources',
  'case.cost': 'Cost in this case',
  'case.approved': 'Approved in this case',
}

/** `Authority asked for, Infrastructure, 2020/21`: an amount in words. */
export const figureInWords = ({ facts }: FigureContext, { measure, place, years, sourceId }: MoneyAsked): string => {
  const source = facts.sources.find(({ id }) => id === sourceId)?.name
  const isOfCase = measure.startsWith('case.')
  return [
    measureWords[measure],
    ...(isOfCase ? [] : [placeInWords(facts, place)]),
    ...(source === undefined ? [] : [`from ${source}`]),
    yearsInWords(years),
  ].join(', ')
}

export const placeInWords = (facts: ProgrammeFacts, place: Place): string =>
  place.kind === 'programme' ? 'programme' : nameOf(facts, place)

export const yearsInWords = (years: MoneyAsked['years']): string => {
  if (years === null) return 'all years'
  const [from, to] = [formatYear(years.from), formatYear(years.to)]
  return from === to ? from : `${from} to ${to}`
}

/** The token that asks for an amount, with the names that lead to nothing else. */
export const tokenFor = (context: FigureContext, asked: MoneyAsked, format: string | null): Token => {
  const { facts } = context
  const { measure, years, sourceId } = asked
  const own: TokenArgument[] = [
    ...(years === null ? [] : [...new Set([years.from, years.to])]).map((startYear) => ({
      kind: 'year' as const,
      startYear,
    })),
    ...(sourceId === undefined ? [] : [{ kind: 'name' as const, name: callOf(facts, 'source', sourceId) }]),
  ]
  const path = measure.split('.').map((word): TokenWord => ({ word, arguments: [] }))
  const last = path.length - 1
  const words = path.map((word, at) => (at === last ? { ...word, arguments: own } : word))
  return { words: [...before(context, asked), ...words], format }
}

function before(context: FigureContext, { measure, place }: MoneyAsked): TokenWord[] {
  if (measure.startsWith('case.') || place.id === subjectOf(context).id) return []
  if (place.kind === 'programme') return [{ word: 'programme', arguments: [] }]
  const name = callOf(context.facts, place.kind, place.id)
  return [{ word: place.kind, arguments: [{ kind: 'name', name }] }]
}

const LONGEST_NAME = 80
const calls = new WeakMap<ProgrammeFacts, Map<Id, string>>()

/** The first of a thing's names that can be written in a token and leads to it alone; its id does always. */
const callOf = (facts: ProgrammeFacts, kind: NamedKind, id: Id): string => {
  const known = calls.get(facts) ?? new Map<Id, string>()
  calls.set(facts, known)
  const found =
    known.get(id) ??
    namedThings(facts, kind)
      .find((each) => each.id === id)
      ?.names.find(
        (name) => name.length <= LONGEST_NAME && !/[{}\p{Cc}\p{Cf}]/u.test(name) && leadsTo(facts, kind, name, id),
      ) ??
    id
  known.set(id, found)
  return found
}

const leadsTo = (facts: ProgrammeFacts, kind: NamedKind, name: string, id: Id): boolean => {
  try {
    return findThing(facts, kind, name, name).id === id
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}
