import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { yearsIn } from '../reading/columnHead.ts'
import { knownNames } from '../reading/knownNames.ts'
import { type Mention, mentionsIn } from '../reading/mentions.ts'
import { measureOf } from '../reading/narrativeMeasure.ts'
import { plainText } from '../reading/plainText.ts'
import type { ReadFigure } from '../reading/reportReading.ts'
import { type FigureContext, subjectOf } from './figureContext.ts'
import { isInForce, type MoneyAsked, type MoneyMeasure } from './moneyMeasure.ts'
import type { TypedFigure } from './typedFigures.ts'

type ToldMeasure = ReadFigure['measure']

/** What the words around an amount say that it is; several where they leave it open, the likeliest first. */
export interface FigureMeaning {
  /** Null where no word says it. */
  measures: readonly MoneyMeasure[] | null
  places: readonly Place[]
  isPlaceNamed: boolean
  years: readonly MoneyAsked['years'][]
  isYearNamed: boolean
  sourceId: Id | null
  /** What the programme is allocated each year. */
  isAnnual: boolean
  /** The sum of the amounts before it in its sentence. */
  isTotal: boolean
  /** For the amounts that go on from it. */
  told: ToldMeasure
}

/** What a thing is said to be worth is its plan, or what is asked for it. */
const worth: readonly MoneyMeasure[] = ['case.cost', 'plan', 'authority.requested', 'allocation']
const worthAsked: readonly MoneyMeasure[] = ['authority.requested', 'case.cost', 'plan', 'allocation']

/** A word that begins a matter of its own. */
const saysItself =
  /\b(?:allocat|authori[tsz]|ats\b|remain|balance|ask|request|recommend|seek|sought|requir|propos|approv|spend|expenditure)/i

/** What is worth something of its own: an option, a saving, a price. */
const ownWorth =
  /\b(?:options?|sav(?:e[sd]?|ings?)|benefits?|quot(?:e[sd]?|ation)|prices?|suppliers?|licen[cs]es?|whole[- ]life|(?:a|per|each) (?:year|month|user|person|head)|annual(?:ly)?)\b/i

/** What can be meant by words near an amount; null stands for those that the reading of reports understands. */
const words: readonly (readonly [RegExp, readonly MoneyMeasure[] | null])[] = [
  [
    /\b(?:(?:expenditure|spending|capital) plan|planned(?: (?:spend(?:ing)?|expenditure|costs?))?|plan(?:s|ned)?|profiled?)\b/g,
    ['plan'],
  ],
  [/\b(?:committed|commitments?|on order|orders?)\b/g, ['committed']],
  [/\b(?:spent|paid|actuals?|(?:spend|expenditure) to date|actual (?:spend|expenditure))\b/g, ['spent']],
  [/\bheld\b/g, ['authority.held']],
  [/\breleased?\b/g, ['authority.released']],
  [/\bavailable\b/g, ['available']],
  [/\b(?:forecast|outturn|expected to (?:cost|spend|come to))\b/g, ['forecast']],
  [/\bborrow(?:ing|ed)\b/g, ['funding.borrowing']],
  [/\bgrants?\b/g, ['funding.grant']],
  [/\b(?:funded|funding|financed|funds)\b/g, ['funding', 'allocation']],
  [/\b(?:costs?|costing|worth|values?|budget(?:ed)?)\b/g, worth],
  [/\b(?:authority to spend|authorit(?:y|ies)|authorisation|ats|authorised?)\b/g, null],
  [/\b(?:allocat\w*|remaining|remainder|balance|outstanding|capital programme)\b/g, null],
  [
    /\b(?:ask\w*|request\w*|recommend\w*|seek\w*|sought|requir\w*|propos\w*|approv\w*|spend(?:ing)?|use|expenditure|total\w*)\b/g,
    null,
  ],
]

const ofTold: Record<NonNullable<ToldMeasure>, readonly MoneyMeasure[]> = {
  'authority-asked': ['authority.requested'],
  'authority-given': ['authority.previous', 'authority.given'],
  'authority-remaining': ['authority.remaining'],
  allocation: ['allocation', 'funding'],
  'annual-allocation': [],
}

/** What a decision in force has brought was asked for and is given. */
const measuresOf = (context: FigureContext, told: NonNullable<ToldMeasure>): readonly MoneyMeasure[] =>
  told === 'authority-given' && isInForce(context) ? [...ofTold[told], 'authority.requested'] : ofTold[told]

/** How far before and behind an amount a word may stand that says what it is, in characters. */
const REACH = { before: 120, after: 60 }
/** How far behind an amount a name may stand that it is said to be for. */
const FOR_REACH = 20

export interface MeaningReader {
  read: (figure: TypedFigure, earlier: readonly FigureMeaning[]) => FigureMeaning
}

/** Reads what amounts mean in the texts of a report. */
export const meaningReader = (context: FigureContext, texts: readonly string[]): MeaningReader => {
  const mentions = mentionsOf(context.facts, texts)
  return {
    read: (figure, earlier) => {
      const named = mentions.in(figure)
      const { before, after, sentence } = withoutNames(figure, named)
      const told = measureOf({
        before,
        after,
        sentence,
        previous: earlier.map((each) => ({ measure: each.told })),
      })
      const isAnnual = told?.measure === 'annual-allocation'
      const goesOn = told !== null && nearestWords(before, after) === undefined && !saysItself.test(before)
      const carried = goesOn || told?.isTotal ? earlier.at(-1)?.measures : undefined
      const nearest = told?.isTotal ? undefined : nearestWords(before, after)
      const measures = nearest ?? carried ?? (told ? measuresOf(context, told.measure) : null)
      const isAsking = context.request !== null || context.decision !== null
      const place = placesOf(context, figure, named)
      const years = yearsOf(context, figure)
      return {
        measures: measures !== worth ? measures : ownWorth.test(sentence) ? null : isAsking ? worthAsked : worth,
        ...(told?.isTotal ? { places: [subjectOf(context)], isPlaceNamed: false } : place),
        ...(told?.isTotal ? { years: [null], isYearNamed: false } : years),
        sourceId: sourceOf(context.facts, figure),
        isAnnual,
        isTotal: told?.isTotal === true,
        told: told?.measure ?? null,
      }
    },
  }
}

/** The words around an amount with a line in the place of each name: Helm Person Held Record is not held. */
function withoutNames(
  { amount, before, beforeStart, after, sentence, paragraph }: TypedFigure,
  mentions: readonly Mention[],
) {
  let text = paragraph.text
  for (const { start, end } of mentions) text = text.slice(0, start) + '_'.repeat(end - start) + text.slice(end)
  return {
    before: text.slice(beforeStart, beforeStart + before.length),
    after: text.slice(amount.end, amount.end + after.length),
    sentence: text.slice(sentence.start, sentence.end),
  }
}

/** The meaning of the word that stands nearest; undefined where none does or the reading of reports has to tell. */
function nearestWords(before: string, after: string): readonly MoneyMeasure[] | undefined {
  const behind = plainText(before).toLowerCase().slice(-REACH.before)
  const ahead = plainText(after).toLowerCase().slice(0, REACH.after)
  let best: { distance: number; length: number; measures: readonly MoneyMeasure[] | null } | undefined
  for (const [pattern, measures] of words) {
    const last = [...behind.matchAll(pattern)].at(-1)
    const next = ahead.matchAll(pattern).next().value
    const found = [
      ...(last ? [{ distance: behind.length - last.index - last[0].length, length: last[0].length }] : []),
      ...(next ? [{ distance: next.index, length: next[0].length }] : []),
    ]
    for (const each of found) {
      const isNearer =
        !best || each.distance < best.distance || (each.distance === best.distance && each.length > best.length)
      if (isNearer) best = { ...each, measures }
    }
  }
  return best?.measures ?? undefined
}

function placesOf(
  context: FigureContext,
  figure: TypedFigure,
  mentions: readonly Mention[],
): Pick<FigureMeaning, 'places' | 'isPlaceNamed'> {
  const { amount, beforeStart, after, sentence } = figure
  const subject = subjectOf(context)
  const programme: Place = { kind: 'programme', id: context.facts.programme.id }
  const placeOf = ({ kind, key }: Mention): Place => ({ kind: kind === 'theme' ? 'theme' : 'scheme', id: key as Id })
  const own = (mention: Mention) => ({ places: [placeOf(mention)], isPlaceNamed: true })
  const clauseEnd = amount.end + after.length
  const next = mentions.find(({ start }) => start >= amount.end && start < clauseEnd)
  const between = next ? plainText(figure.paragraph.text.slice(amount.end, next.start)) : ''
  const isFor =
    between.length <= FOR_REACH &&
    /^\W*(?:(?:was|is|has been|made|spent|planned) )*(?:for|on|to|towards|of|at|by)\b/i.test(between)
  if (next && isFor) return own(next)
  const inClause = mentions.findLast(({ start }) => start < amount.start && start >= beforeStart)
  if (inClause) return own(inClause)
  const isLast = clauseEnd >= sentence.end
  if (next && isLast) return own(next)
  const inSentence = mentions.findLast(({ start }) => start < amount.start && start >= sentence.start)
  const earlier = mentions.findLast(({ kind, start }) => kind === 'scheme' && start < sentence.start)
  const loose = inSentence ?? earlier
  const alone = /\bprogramme\b/i.test(sentence.text) && subject.kind !== 'programme' ? [programme, subject] : [subject]
  return { places: loose ? [placeOf(loose), ...alone] : alone, isPlaceNamed: false }
}

const yearText = String.raw`(?:20\d{2}|\d{2}) ?[/-] ?(?:20\d{2}|\d{2})`
const yearRun = new RegExp(String.raw`${yearText}(?:\s*(?:,|and|to|&|-|,\s*and)\s*${yearText})*`, 'gi')
const isDirectly = /^\W*(?:for|in|during|of|over)?\s*(?:the\s+)?(?:financial years?\s+)?$/i

interface YearsNear {
  years: readonly number[]
  distance: number
}

/** The years named nearest behind an amount; those that stand nearer to the next amount are that one's. */
function yearsBehind(after: string, isLast: boolean): YearsNear | null {
  const text = plainText(after)
  const found = text.matchAll(yearRun).next().value
  const years = yearsIn(found?.[0] ?? '')
  if (!found || years.length === 0 || found.index > REACH.after) return null
  const isOwn =
    isLast || isDirectly.test(text.slice(0, found.index)) || found.index <= text.length - found.index - found[0].length
  return isOwn ? { years, distance: found.index } : null
}

function yearsAhead(before: string): YearsNear | null {
  const text = plainText(before)
  const found = [...text.matchAll(yearRun)].at(-1)
  const years = yearsIn(found?.[0] ?? '')
  return found && years.length > 0 ? { years, distance: text.length - found.index - found[0].length } : null
}

/** The years that its words name: one, a run of them, or, where they stand further off, those or all. */
function yearsOf(
  { facts, startYear }: FigureContext,
  { amount, before, after, sentence }: TypedFigure,
): Pick<FigureMeaning, 'years' | 'isYearNamed'> {
  const isLast = amount.end + after.length >= sentence.end
  const near = [yearsAhead(before), yearsBehind(after, isLast)].filter((each) => each !== null)
  const [nearest] = near.sort((one, other) => one.distance - other.distance)
  if (nearest) {
    const { years } = nearest
    return { years: [{ from: Math.min(...years), to: Math.max(...years) }], isYearNamed: true }
  }
  const elsewhere = yearsIn(sentence.text)
  const present = /\b(?:this|the current|to date|so far)\b/i.test(sentence.text)
    ? [startYear ?? yearOfFacts(facts)]
    : []
  return {
    years: [
      null,
      ...[...new Set([...elsewhere, ...present])].map((year) => ({ from: year, to: year })),
      ...runOf(elsewhere),
    ],
    isYearNamed: false,
  }
}

const yearOfFacts = ({ asAt }: ProgrammeFacts): number =>
  Number(asAt.day.slice(0, 4)) - (asAt.day.slice(5) < '04-01' ? 1 : 0)

const runOf = (years: readonly number[]): { from: number; to: number }[] =>
  years.length > 1 ? [{ from: Math.min(...years), to: Math.max(...years) }] : []

/** The source that stands by its name nearest to the amount, within its clause. */
function sourceOf({ sources }: ProgrammeFacts, { before, after }: TypedFigure): Id | null {
  const [behind, ahead] = [
    plainText(before).toLowerCase().slice(-REACH.before),
    plainText(after).toLowerCase().slice(0, REACH.after),
  ]
  const found = sources.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].flatMap((each) => {
      const called = plainText(each).toLowerCase()
      const [last, next] = [behind.lastIndexOf(called), ahead.indexOf(called)]
      return [
        ...(last >= 0 ? [{ id, distance: behind.length - last - called.length, length: called.length }] : []),
        ...(next >= 0 ? [{ id, distance: next, length: called.length }] : []),
      ]
    }),
  )
  const [nearest] = found.sort((one, other) => other.length - one.length || one.distance - other.distance)
  return nearest?.id ?? null
}

/** Names of schemes and themes in the paragraphs of all texts, by the characters of the paragraph. */
function mentionsOf(facts: ProgrammeFacts, texts: readonly string[]): { in: (figure: TypedFigure) => Mention[] } {
  const things = knownNames(facts).map(({ aliases, ...thing }) => ({ ...thing, names: [thing.name, ...aliases] }))
  const passages = new Map(texts.flatMap((each) => each.split('\n')).map((text) => [text, { text }]))
  const mentions = mentionsIn([...passages.values()], things)
  return { in: ({ paragraph }) => mentions.in(passages.get(paragraph.text) ?? paragraph) }
}
