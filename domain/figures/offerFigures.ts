import { z } from 'zod'
import { tidy } from '../reading/plainText.ts'
import { amountsOffered, findValue } from './amountsOffered.ts'
import { findFigure } from './evaluateFigure.ts'
import { type FigureContext, subjectOf } from './figureContext.ts'
import { figureInWords, tokenFor } from './figureName.ts'
import { formatFigure } from './formatFigure.ts'
import type { MoneyAsked } from './moneyMeasure.ts'
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
/** As many as a number has bits. */
const MOST_WORDS = 30

/**
 * The figures whose words have every word that is looked for, or whose value has its digits; what the text is
 * about comes first, and only what is on record is offered. Amounts are written in the format.
 */
export const offerFigures = (
  context: FigureContext,
  search: string,
  { format = null, limit = SHOWN }: { format?: AmountFormat | null; limit?: number } = {},
): OfferedFigures => {
  const wanted = wordsOf(search).slice(0, MOST_WORDS)
  const needed = bitsOf(wanted, (word) => !/\d/.test(word))
  const figures: OfferedFigure[] = []
  const isFull = () => figures.length > limit
  const hasDigits = (text: string, words: readonly string[]) => {
    if (words.length === 0) return true
    const digits = digitsOf(text)
    return words.every((word) => digits.includes(digitsOf(word)))
  }
  const { amounts, words: parts } = amountsOffered(context)
  const inPart = parts.map((part) => bitsOf(wanted, (word) => part.includes(word)))
  const offerMoney = (isWanted: (asked: MoneyAsked) => boolean) => {
    for (const amount of amounts) {
      if (isFull()) return
      const { asked } = amount
      let found = 0
      for (const word of amount.words) found |= inPart[word] ?? 0
      // Words are looked at first: finding out the value of every figure takes long in a large programme.
      if ((found & needed) !== needed || !isWanted(asked)) continue
      const value = findValue(context, amount)
      if (value.kind !== 'money') continue
      const { text } = formatFigure(value, format, '')
      if (
        !hasDigits(
          text,
          wanted.filter((_, at) => (found & (1 << at)) === 0),
        )
      )
        continue
      figures.push({ words: figureInWords(context, asked), token: writeToken(tokenFor(context, asked, format)), text })
    }
  }
  const isPlain = ({ place, years, sourceId }: MoneyAsked) =>
    place.id === subjectOf(context).id && years === null && sourceId === undefined
  offerMoney(isPlain)
  for (const [words, token] of plainFigures(context)) {
    const missing = wanted.filter((word) => !words.toLowerCase().includes(word))
    if (isFull() || missing.some((word) => !/\d/.test(word))) continue
    const figure = findFigure(context, token)
    if (figure === null || figure.text === 'not recorded' || !hasDigits(figure.text, missing)) continue
    figures.push({ words, token, text: figure.text })
  }
  offerMoney((asked) => !isPlain(asked))
  return { figures: figures.slice(0, limit), hasMore: isFull() }
}

const wordsOf = (search: string): string[] =>
  tidy(search)
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '')

/** One bit for each word of which it is so. */
const bitsOf = (words: readonly string[], isSo: (word: string) => boolean): number =>
  words.reduce((bits, word, at) => (isSo(word) ? bits | (1 << at) : bits), 0)

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
