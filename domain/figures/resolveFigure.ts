import type { CalendarDay } from '../calendarDay.ts'
import { type Failures, fail } from '../errors.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import { type Pence, sum } from '../money.ts'
import { themeOf } from '../programme/themeMembership.ts'
import { type FigureContext, subjectOf } from './figureContext.ts'
import { schemesByTheme } from './figureScopes.ts'
import { findThing, type NamedKind } from './findThing.ts'
import type { FigureValue } from './formatFigure.ts'
import { type MoneyAsked, moneyMeasures, moneyValue } from './moneyMeasure.ts'
import type { Token, TokenWord } from './token.ts'

type Why = Failures['bad-figure']['why']

/** What a token stands for at the moment of the facts. Throws `bad-figure` for what means nothing here. */
export const resolveFigure = (context: FigureContext, token: Token, written: string): FigureValue => {
  const refuse = (why: Why, about: string): never => fail('bad-figure', { token: written, why, about })
  const [head, ...rest] = token.words.map((word) => ({ ...word, word: word.word.toLowerCase() }))
  if (head === undefined) return refuse('unreadable', '')
  const reader: Reader = { context, written, refuse }
  switch (head.word) {
    case 'asat':
      return rest.length === 0 ? { kind: 'day', day: context.facts.asAt.day } : refuse('unknown', rest[0]?.word ?? '')
    case 'year':
      if (rest.length > 0) return refuse('unknown', rest[0]?.word ?? '')
      return context.startYear === null ? refuse('not-here', 'year') : { kind: 'year', startYear: context.startYear }
    case 'programme':
      return ofProgramme(reader, rest)
    case 'scheme':
      return ofScheme(reader, idOf(reader, head, 'scheme') ?? context.schemeId ?? refuse('not-here', 'scheme'), rest)
    case 'theme':
      return ofTheme(reader, idOf(reader, head, 'theme') ?? refuse('not-here', 'theme'), rest)
    case 'source':
      return ofSource(reader, idOf(reader, head, 'source') ?? refuse('not-here', 'source'), rest)
    case 'decision':
      return ofDecision(
        reader,
        idOf(reader, head, 'decision') ?? context.decision?.id ?? refuse('not-here', 'decision'),
        rest,
      )
    case 'request':
      return ofRequest(reader, rest)
    case 'case':
      return ofCase(reader, rest)
    default:
      return measured(reader, [head, ...rest], { place: subjectOf(context) })
  }
}

interface Reader {
  context: FigureContext
  written: string
  refuse: (why: Why, about: string) => never
}

const text = (own: string): FigureValue =>
  own.trim() === '' ? { kind: 'absent', words: 'not recorded' } : { kind: 'text', text: own }
const count = (own: number): FigureValue => ({ kind: 'count', count: own })
const day = (own: CalendarDay | null): FigureValue =>
  own === null ? { kind: 'absent', words: 'not recorded' } : { kind: 'day', day: own }
const year = (startYear: StartYear): FigureValue => ({ kind: 'year', startYear })

/** A fact of a thing by its word, without arguments; undefined where the words are something else. */
const factOf = (rest: readonly TokenWord[], facts: Record<string, () => FigureValue>): FigureValue | undefined => {
  const [only, more] = rest
  if (only === undefined) return facts.name?.()
  const fact = only.arguments.length === 0 && more === undefined ? facts[only.word] : undefined
  return fact?.()
}

function ofProgramme(reader: Reader, rest: TokenWord[]): FigureValue {
  const { facts } = reader.context
  const { programme, themes, schemes, sources } = facts
  const unfunded = schemes.filter(({ lifecycle }) => lifecycle === 'unfunded').length
  const fact = factOf(rest, {
    name: () => text(programme.name),
    number: () => text(programme.capitalSchemeNumber),
    firstyear: () => year(programme.startYear),
    lastyear: () => year(programme.endYear),
    schemes: () => count(schemes.length - unfunded),
    unfunded: () => count(unfunded),
    themes: () => count(themes.filter(({ retiredOn }) => retiredOn === null || retiredOn > facts.asAt.day).length),
    sources: () => count(sources.length),
    annualallocation: () =>
      programme.annualAllocation === null
        ? { kind: 'absent', words: 'not recorded' }
        : { kind: 'money', amount: programme.annualAllocation as Pence, whole: null },
  })
  return fact ?? measured(reader, rest, { place: { kind: 'programme', id: programme.id } })
}

function ofScheme(reader: Reader, id: Id, rest: TokenWord[]): FigureValue {
  const { facts } = reader.context
  const scheme = facts.schemes.find((each) => each.id === id)
  if (!scheme) return reader.refuse('no-scheme', id)
  const themeId = themeOf(facts.memberships, id, facts.asAt.day)
  const fact = factOf(rest, {
    name: () => text(scheme.name),
    reference: () => text(scheme.ref),
    number: () => text(scheme.capitalSchemeNumber),
    description: () => text(scheme.briefDescription),
    theme: () => text(facts.themes.find((each) => each.id === themeId)?.name ?? ''),
    lead: () => text(scheme.schemeLead),
    owner: () => text(scheme.seniorResponsibleOwner),
    organisation: () => text(facts.organisations.find((each) => each.id === scheme.leadOrganisationId)?.name ?? ''),
  })
  return fact ?? measured(reader, rest, { place: { kind: 'scheme', id } })
}

function ofTheme(reader: Reader, id: Id, rest: TokenWord[]): FigureValue {
  const { facts } = reader.context
  const theme = facts.themes.find((each) => each.id === id)
  const fact = factOf(rest, {
    name: () => text(theme?.name ?? ''),
    objective: () => text(theme?.objective ?? ''),
    schemes: () => {
      const own = new Set(schemesByTheme(facts).get(id))
      return count(facts.schemes.filter((each) => own.has(each.id) && each.lifecycle !== 'unfunded').length)
    },
  })
  return fact ?? measured(reader, rest, { place: { kind: 'theme', id } })
}

function ofSource(reader: Reader, id: Id, rest: TokenWord[]): FigureValue {
  const source = reader.context.facts.sources.find((each) => each.id === id)
  const fact = factOf(rest, {
    name: () => text(source?.name ?? ''),
    funder: () => text(source?.funder ?? ''),
    spendby: () => day(source?.spendByOn ?? null),
  })
  return fact ?? measured(reader, rest, { place: subjectOf(reader.context), sourceId: id })
}

function ofDecision(reader: Reader, id: Id, rest: TokenWord[]): FigureValue {
  const decision = reader.context.facts.decisions.find((each) => each.id === id)
  if (!decision) return reader.refuse('no-decision', id)
  const level = rest.length === 1 ? rest[0]?.word : undefined
  if (level === 'authority' || level === 'allocation' || level === 'plan' || level === 'released') {
    return added(
      reader,
      rest[0],
      decision.lines.filter((line) => line.level === level),
    )
  }
  const fact = factOf(rest, {
    name: () => text(decision.reference),
    reference: () => text(decision.reference),
    title: () => text(decision.title),
    decisiontaker: () => text(decision.decisionTaker),
    madeon: () => day(decision.madeOn),
    publishedon: () => day(decision.publishedOn),
    effectiveon: () => day(decision.effectiveOn),
  })
  return fact ?? reader.refuse('unknown', rest[0]?.word ?? '')
}

function ofRequest(reader: Reader, rest: TokenWord[]): FigureValue {
  const { request } = reader.context
  if (request === null) return reader.refuse('not-here', 'request')
  const [measure] = rest
  if (rest.length === 1 && measure?.word === 'requested') return added(reader, measure, request.lines)
  if (measure?.word === 'funding') {
    return measured(reader, rest, { place: { kind: 'programme', id: reader.context.facts.programme.id } })
  }
  const fact = factOf(rest, {
    name: () => text(request.reference),
    reference: () => text(request.reference),
    title: () => text(request.title),
    version: () => count(request.version),
    decisiontaker: () => text(request.decisionTaker),
    decisiondueon: () => day(request.decisionDueOn),
    noticeon: () => day(request.notice?.publishedOn ?? null),
    reporton: () => day(request.reportPublishedOn),
    decidedon: () => day(request.decision?.madeOn ?? null),
  })
  return fact ?? reader.refuse('unknown', measure?.word ?? '')
}

function ofCase(reader: Reader, rest: TokenWord[]): FigureValue {
  const { businessCase } = reader.context
  if (businessCase === null) return reader.refuse('not-here', 'case')
  const [measure] = rest
  if (measure?.word === 'cost' || measure?.word === 'approved') {
    const place: Place = { kind: 'scheme', id: businessCase.schemeId }
    return measured(reader, [{ word: 'case', arguments: [] }, ...rest], { place })
  }
  const fact = factOf(rest, {
    name: () => text(businessCase.title),
    title: () => text(businessCase.title),
    reference: () => text(businessCase.reference),
    version: () => count(businessCase.version),
    options: () => count(businessCase.options.length),
    benefits: () => count(businessCase.benefits.length),
    risks: () => count(businessCase.risks.length),
    conditions: () => count(businessCase.conditions.length),
    submittedon: () => day(businessCase.submittedOn),
    recommendedon: () => day(businessCase.recommendedOn),
    approvedon: () => day(businessCase.approvedOn),
    validuntil: () => day(businessCase.validUntilOn),
  })
  return fact ?? reader.refuse('unknown', measure?.word ?? '')
}

/** An amount by its measure: one or two words, of which the last may name years and a source. */
function measured(reader: Reader, words: readonly TokenWord[], of: { place: Place; sourceId?: Id }): FigureValue {
  const path = words.map(({ word }) => word).join('.')
  const wanted = path === 'authority' ? 'authority.given' : path
  const measure = moneyMeasures.find((each) => each === wanted)
  if (measure === undefined) return reader.refuse('unknown', path)
  const { sourceId, ...narrowed } = narrowing(reader, words)
  if (measure === 'forecast' && (sourceId ?? of.sourceId) !== undefined) reader.refuse('not-narrowed', path)
  const asked: MoneyAsked = { measure, place: of.place, ...narrowed }
  const source = sourceId ?? of.sourceId
  return moneyValue(reader.context, source === undefined ? asked : { ...asked, sourceId: source })
}

interface PlainLine {
  startYear: StartYear
  sourceId: Id | null
  amount: Pence
}

/** The lines of one thing added up, by year and source where they are named. */
function added(reader: Reader, word: TokenWord | undefined, lines: readonly PlainLine[]): FigureValue {
  const { years, sourceId } = narrowing(reader, word ? [word] : [])
  const inYears = lines.filter(({ startYear }) => years === null || (years.from <= startYear && startYear <= years.to))
  const taken = inYears.filter((line) => sourceId === undefined || line.sourceId === sourceId)
  if (taken.length === 0) return { kind: 'absent', words: 'none' }
  const amounts = (of: readonly PlainLine[]) => sum(of.map(({ amount }) => amount))
  return { kind: 'money', amount: amounts(taken), whole: sourceId === undefined ? null : amounts(inYears) }
}

function narrowing(reader: Reader, words: readonly TokenWord[]): { years: MoneyAsked['years']; sourceId?: Id } {
  const own = words.flatMap((word) => word.arguments)
  const names = own.flatMap((each) => (each.kind === 'name' ? [each.name] : []))
  const years = own.flatMap((each): StartYear[] => {
    if (each.kind === 'year') return [each.startYear]
    if (each.kind === 'name') return []
    return [reader.context.startYear ?? reader.refuse('not-here', 'year')]
  })
  const [name, secondName] = names
  if (secondName !== undefined) reader.refuse('not-narrowed', `“${secondName}”`)
  if (years.length > 2) reader.refuse('not-narrowed', String(years[2]))
  const range = years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) }
  if (name === undefined) return { years: range }
  return { years: range, sourceId: findThing(reader.context.facts, 'source', name, reader.written).id }
}

function idOf(reader: Reader, { word, arguments: own }: TokenWord, kind: NamedKind): Id | undefined {
  const [only, more] = own
  if (only === undefined) return undefined
  if (only.kind !== 'name' || more !== undefined) return reader.refuse('not-narrowed', word)
  return findThing(reader.context.facts, kind, only.name, reader.written).id
}
