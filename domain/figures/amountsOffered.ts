import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { programmeYears } from '../tieOut/ledgerSums.ts'
import { type FigureContext, subjectOf } from './figureContext.ts'
import { measureWords, placeInWords, yearsInWords } from './figureName.ts'
import type { FigureValue } from './formatFigure.ts'
import { type MoneyAsked, type MoneyMeasure, moneyMeasures, moneyValue } from './moneyMeasure.ts'

/** An amount that a text can ask for. */
export interface OfferedAmount {
  asked: MoneyAsked
  /** The numbers of its words among all words of the list. */
  words: readonly number[]
  /** What it is, once somebody has looked. */
  value: FigureValue | null
}

export interface OfferedAmounts {
  amounts: readonly OfferedAmount[]
  /** The words that the amounts are put together of, each once, in small letters. */
  words: readonly string[]
}

/** What an amount is; found out when somebody first looks. */
export const findValue = (context: FigureContext, amount: OfferedAmount): FigureValue => {
  amount.value ??= moneyValue(context, amount.asked)
  return amount.value
}

const known = new WeakMap<FigureContext, OfferedAmounts>()

/**
 * Every amount that a text can ask for: each measure of each place, over all years and in each, and by source. Put together
 * once for the same context: a large programme has a hundred thousand, and every key that is pressed looks through them.
 */
export const amountsOffered = (context: FigureContext): OfferedAmounts => {
  const offered = known.get(context) ?? putTogether(context)
  known.set(context, offered)
  return offered
}

const inCase: readonly MoneyMeasure[] = ['case.cost', 'case.approved']
/** Which the programme has and no theme or scheme. */
const ofProgramme: readonly MoneyMeasure[] = ['funding', 'funding.grant', 'funding.borrowing', 'funding.other']
const withoutSource: readonly MoneyMeasure[] = ['forecast', 'funding.grant', 'funding.borrowing', 'funding.other']

function putTogether(context: FigureContext): OfferedAmounts {
  const { facts, businessCase } = context
  const subject = subjectOf(context)
  const words = numbered()
  const measures = moneyMeasures
    .filter((measure) => businessCase !== null || !inCase.includes(measure))
    .map((measure) => ({ measure, word: words.numberOf(measureWords[measure]), isOfCase: inCase.includes(measure) }))
  const years = [null, ...yearsOf(facts).map((year) => ({ from: year, to: year }))].map((each) => ({
    years: each,
    word: words.numberOf(yearsInWords(each)),
  }))
  const sources = new Map(facts.sources.map(({ id, name }) => [id, words.numberOf(`from ${name}`)]))
  const amounts: OfferedAmount[] = []
  const offer = (asked: MoneyAsked, own: number[]) => amounts.push({ asked, words: own, value: null })
  for (const place of placesOf(facts, subject)) {
    const word = words.numberOf(placeInWords(facts, place))
    const own = measures.filter(
      ({ measure, isOfCase }) =>
        (place.kind === 'programme' || !ofProgramme.includes(measure)) && (place.id === subject.id || !isOfCase),
    )
    const bySource = own.filter(({ measure }) => !withoutSource.includes(measure))
    for (const each of years) {
      for (const { measure, word: of, isOfCase } of own) {
        offer({ measure, place, years: each.years }, isOfCase ? [of, each.word] : [of, word, each.word])
      }
      for (const sourceId of sourcesAt(facts, place)) {
        const from = sources.get(sourceId)
        for (const { measure, word: of, isOfCase } of bySource) {
          const asked = { measure, place, years: each.years, sourceId }
          offer(asked, [of, ...(isOfCase ? [] : [word]), ...(from === undefined ? [] : [from]), each.word])
        }
      }
    }
  }
  return { amounts, words: words.list }
}

/** The places in the order in which they are offered: what the text is about, the programme, the themes and the schemes. */
const placesOf = (facts: ProgrammeFacts, subject: Place): Place[] => [
  subject,
  ...(subject.kind === 'programme' ? [] : [{ kind: 'programme' as const, id: facts.programme.id }]),
  ...facts.themes.map(({ id }): Place => ({ kind: 'theme', id })),
  ...facts.schemes.filter(({ id }) => id !== subject.id).map(({ id }): Place => ({ kind: 'scheme', id })),
]

/** Words with their numbers in a list of them. A comma follows each, as where they stand side by side. */
const numbered = () => {
  const numbers = new Map<string, number>()
  const list: string[] = []
  const numberOf = (words: string): number => {
    const text = `${words.toLowerCase()},`
    const number = numbers.get(text) ?? list.push(text) - 1
    numbers.set(text, number)
    return number
  }
  return { list, numberOf }
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
