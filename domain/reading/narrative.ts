import { amountsInText, type TextAmount } from './amountsInText.ts'
import { yearsIn } from './columnHead.ts'
import type { Mention, Mentions } from './mentions.ts'
import { measureOf } from './narrativeMeasure.ts'
import { type Passage, type Sentence, sentencesOf } from './paragraphs.ts'
import { plainText } from './plainText.ts'
import type { PrintedName, ReadFigure } from './reportReading.ts'

/** An amount with the words around it, up to the amounts beside it. */
interface Clause {
  amount: TextAmount
  before: string
  after: string
}

/** Every amount of the text with what it seems to state, of what and for which year. */
export const readNarrative = (passages: Passage[], mentions: Mentions): ReadFigure[] =>
  passages.flatMap((passage) => {
    const amounts = amountsInText(passage.text)
    if (amounts.length === 0) return []
    const figures: ReadFigure[] = []
    const own = mentions.in(passage)
    for (const sentence of sentencesOf(passage.text)) {
      const inSentence = amounts.filter(({ start }) => start >= sentence.start && start < sentence.end)
      const clauses = inSentence.map((amount, at): Clause => {
        const from = inSentence[at - 1]?.end ?? sentence.start
        const to = inSentence[at + 1]?.start ?? sentence.end
        return { amount, before: passage.text.slice(from, amount.start), after: passage.text.slice(amount.end, to) }
      })
      const isYearBefore = clauses.some(({ before }, at) => at === 0 && yearsIn(before).length > 0)
      for (const [at, clause] of clauses.entries()) {
        const { amount } = clause
        const common = {
          key: `${passage.key}:${figures.length}`,
          printed: amount.printed,
          value: amount.value,
          unit: amount.unit,
          sentence: sentence.text.trim(),
          place: passage.at(amount.start, amount.end),
        }
        const previous = figures.slice(figures.length - at)
        const told = amount.value === null ? null : measureOf({ ...clause, sentence: sentence.text, previous })
        if (told === null) {
          const why = amount.value === null ? amount.why : 'Its words do not tell what it states.'
          figures.push({ ...common, measure: null, of: null, startYear: null, confidence: 'not-understood', why })
          continue
        }
        const { measure, isTotal, why } = told
        const of = measure === 'annual-allocation' || isTotal ? 'programme' : placeOf(measure, clause, sentence, own)
        const startYear = measure === 'authority-asked' && !isTotal ? yearOf(clause, isYearBefore) : null
        const doubt = why ?? amount.why
        figures.push({
          ...common,
          measure,
          of,
          startYear,
          confidence: doubt === null ? 'read' : 'inferred',
          why: doubt,
        })
      }
    }
    return figures
  })

/** How far behind an amount a name may stand that it is said to be for. */
const FOR_REACH = 20

/** What is asked for is asked for the programme unless a name follows; an allocation belongs to the nearest name. */
function placeOf(
  measure: NonNullable<ReadFigure['measure']>,
  { amount, after }: Clause,
  sentence: Sentence,
  mentions: Mention[],
): ReadFigure['of'] {
  const nameOf = ({ kind, printed }: Mention): PrintedName => ({ kind, printed })
  const next = mentions.find(({ start }) => start >= amount.end && start < amount.end + after.length)
  const between = next
    ? plainText(next ? sentence.text.slice(amount.end - sentence.start, next.start - sentence.start) : '')
    : ''
  const isFor =
    next && between.length <= FOR_REACH && /^\W*(?:(?:was|is|made) )*(?:for|on|to|towards|of)\b/i.test(between)
  if (next && isFor) return nameOf(next)
  if (measure === 'authority-asked') return 'programme'
  const schemes = mentions.filter(({ kind }) => kind === 'scheme')
  const before = schemes.findLast(({ start }) => start < amount.start && start >= sentence.start)
  const behind = schemes.find(({ start }) => start >= amount.end && start < sentence.end)
  const earlier = schemes.findLast(({ start }) => start < sentence.start)
  const nearest = before ?? behind ?? earlier
  return nearest ? nameOf(nearest) : 'programme'
}

const yearText = String.raw`(?:20\d{2}|\d{2}) ?[/-] ?(?:20\d{2}|\d{2})`
const directlyAfter = new RegExp(
  String.raw`^\W*(?:for|in|during|of)\s+(?:the\s+)?(?:financial year\s+)?(?<years>${yearText}(?:\s*(?:,|and|to|&)\s*${yearText})*)`,
  'i',
)

function yearOf({ before, after }: Clause, isYearBefore: boolean): number | null {
  const years = isYearBefore ? yearsIn(before) : yearsIn(directlyAfter.exec(plainText(after))?.groups?.years ?? '')
  return years.length === 1 ? (years[0] ?? null) : null
}
