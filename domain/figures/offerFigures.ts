import { z } from 'zod'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { tidy } from '../reading/plainText.ts'
import { programmeYears } from '../tieOut/ledgerSums.ts'
import { findFigure } from './evaluateFigure.ts'
import { type FigureContext, subjectOf } from './figureContext.ts'
import { figureInWords, tokenFor } from './figureName.ts'
import { formatFigure } from './formatFigure.ts'
import { type MoneyAsked, type MoneyMeasure, moneyMeasures, moneyValue } from './moneyMeasure.ts'
import { writeToken } from './token.ts'

/** A figure that a writer can choose: what it is, what stands between the brackets, and what is read there now. */
export interface OfferedFigure {
  words: string
  token: string
  text: string
}

export interface OfferedFigures {
  /** The first of them. */
  figures: OfferedFigure[]
  hasMore: boolean
}

/** The formats that fit every amount. */
export const AmountFormat = z.enum(['pounds', 'pence', 'k', 'm', 'thousand', 'million'])
export type AmountFormat = z.infer<typeof AmountFormat>

/** How many a picker shows at once. */
const SHOWN = 40

/**
 * The figures whose words have every word that is looked for, or whose value has its digits; what the text is
 * about comes first, and only what is on record is offered. Amounts are written in the format.
 */
export const offerFigures = (
  context: FigureContext,
  search: string,
  { format = null, limit = SHOWN }: { format?: AmountFormat | null; limit?: number } = {},
): OfferedFigures => {
  const wanted = tidy(search)
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '')
  const figures: OfferedFigure[] = []
  const isFull = () => figures.length > limit
  const offer = (words: string, find: () => { token: () => string; text: string } | null) => {
    const known = words.toLowerCase()
    const missing = wanted.filter((word) => !known.includes(word))
    // Words are looked at first: finding out the value of every figure takes long in a large programme.
    if (isFull() || missing.some((word) => !/\d/.test(word))) return
    const found = find()
    if (found === null || missing.some((word) => !digitsOf(found.text).includes(digitsOf(word)))) return
    figures.push({ words, token: found.token(), text: found.text })
  }
  const offerMoney = (isWanted: (asked: MoneyAsked) => boolean) => {
    for (const asked of moneyOffered(context)) {
      if (isFull()) return
      if (!isWanted(asked)) continue
      offer(figureInWords(context, asked), () => {
        const value = moneyValue(context, asked)
        if (value.kind !== 'money') return null
        return { token: () => writeToken(tokenFor(context, asked, format)), text: formatFigure(value, format, '').text }
      })
    }
  }
  const isPlain = ({ place, years, sourceId }: MoneyAsked) =>
    place.id === subjectOf(context).id && years === null && sourceId === undefined
  offerMoney(isPlain)
  for (const [words, token] of plainFigures(context)) {
    offer(words, () => {
      const figure = findFigure(context, token)
      return figure === null || figure.text === 'not recorded' ? null : { token: () => token, text: figure.text }
    })
  }
  offerMoney((asked) => !isPlain(asked))
  return { figures: figures.slice(0, limit), hasMore: isFull() }
}

const digitsOf = (text: string): string => text.replace(/[^\d.]/g, '')

type Plain = readonly [words: string, token: string]

/** Names, days and counts of what the text is about, and of the programme. */
const plainFigures = ({ request, businessCase, decision, schemeId, startYear }: FigureContext): Plain[] => [
  ...(request ? ofRequest : []),
  ...(businessCase ? ofCase : []),
  ...(decision ? ofDecision : []),
  ...(schemeId ? ofScheme : []),
  ...(startYear === null ? [] : [['Year of the report', 'year'] as const]),
  ...ofAll,
]

const ofRequest: readonly Plain[] = [
  ['Title of the request', 'request.title'],
  ['Reference of the request', 'request.reference'],
  ['Decision taker', 'request.decisionTaker'],
  ['Day on which the decision is due', 'request.decisionDueOn'],
  ['Day on which its notice was published', 'request.noticeOn'],
  ['Day on which the report was published', 'request.reportOn'],
  ['Day on which it was decided', 'request.decidedOn'],
]
const ofCase: readonly Plain[] = [
  ['Title of the business case', 'case.title'],
  ['Reference of the business case', 'case.reference'],
  ['Day on which it was submitted', 'case.submittedOn'],
  ['Day on which it was recommended', 'case.recommendedOn'],
  ['Day on which it was approved', 'case.approvedOn'],
  ['How many options it has', 'case.options'],
  ['How many benefits it has', 'case.benefits'],
  ['How many risks it has', 'case.risks'],
]
const ofDecision: readonly Plain[] = [
  ['Title of the decision', 'decision.title'],
  ['Reference of the decision', 'decision.reference'],
  ['Who took the decision', 'decision.decisionTaker'],
  ['Day of the decision', 'decision.madeOn'],
  ['Day of its publication', 'decision.publishedOn'],
  ['Day from which it has effect', 'decision.effectiveOn'],
]
const ofScheme: readonly Plain[] = [
  ['Name of the scheme', 'scheme.name'],
  ['Theme of the scheme', 'scheme.theme'],
  ['Lead of the scheme', 'scheme.lead'],
  ['Lead organisation of the scheme', 'scheme.organisation'],
]
const ofAll: readonly Plain[] = [
  ['Name of the programme', 'programme.name'],
  ['Capital scheme number', 'programme.number'],
  ['Day of the figures', 'asAt'],
  ['How many schemes', 'programme.schemes | words'],
  ['How many themes', 'programme.themes | words'],
  ['How many unfunded ideas', 'programme.unfunded | words'],
  ['Annual allocation', 'programme.annualAllocation'],
]

const inCase: readonly MoneyMeasure[] = ['case.cost', 'case.approved']
/** Which the programme has and no theme or scheme. */
const ofProgramme: readonly MoneyMeasure[] = ['funding', 'funding.grant', 'funding.borrowing', 'funding.other']
const withoutSource: readonly MoneyMeasure[] = ['forecast', 'funding.grant', 'funding.borrowing', 'funding.other']

/** Every amount that can be asked for: each measure of each place, over all years and in each, and by source. */
export function* moneyOffered(context: FigureContext): Generator<MoneyAsked> {
  const { facts, businessCase } = context
  const subject = subjectOf(context)
  const measures = moneyMeasures.filter((measure) => businessCase !== null || !inCase.includes(measure))
  const programme: Place = { kind: 'programme', id: facts.programme.id }
  const places: Place[] = [
    subject,
    ...(subject.kind === 'programme' ? [] : [programme]),
    ...facts.themes.map(({ id }): Place => ({ kind: 'theme', id })),
    ...facts.schemes.filter(({ id }) => id !== subject.id).map(({ id }): Place => ({ kind: 'scheme', id })),
  ]
  const years = [null, ...yearsOf(facts).map((year) => ({ from: year, to: year }))]
  for (const place of places) {
    const own = measures.filter(
      (measure) =>
        (place.kind === 'programme' || !ofProgramme.includes(measure)) &&
        (place.id === subject.id || !inCase.includes(measure)),
    )
    for (const each of years) {
      for (const measure of own) yield { measure, place, years: each }
      for (const sourceId of sourcesAt(facts, place)) {
        for (const measure of own) {
          if (!withoutSource.includes(measure)) yield { measure, place, years: each, sourceId }
        }
      }
    }
  }
}

const yearsOf = (facts: ProgrammeFacts): StartYear[] =>
  [...new Set([...programmeYears(facts), ...facts.balances.map(({ startYear }) => startYear)])].sort((a, b) => a - b)

const sourcesKnown = new WeakMap<ProgrammeFacts, Map<Id, Id[]>>()

/** The sources that lines of a place name; all of them for the programme. */
const sourcesAt = (facts: ProgrammeFacts, { kind, id }: Place): readonly Id[] => {
  if (kind === 'programme') return facts.sources.map((source) => source.id)
  const known =
    sourcesKnown.get(facts) ??
    new Map(
      [...Map.groupBy(facts.balances, (line): Id => line.place.id)].map(([place, lines]) => [
        place,
        [...new Set(lines.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])))],
      ]),
    )
  sourcesKnown.set(facts, known)
  return known.get(id) ?? []
}
