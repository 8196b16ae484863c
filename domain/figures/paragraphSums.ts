import { isThousandfold } from '../authority/moneyInText.ts'
import { formatInSentence, type Pence, pence, sum } from '../money.ts'
import type { Draft, ReadFigure } from './figureChecks.ts'
import type { FigureContext } from './figureContext.ts'
import { moneyValue } from './moneyMeasure.ts'

/** R06: amounts of single years in a paragraph, beside the total of the same matter that the paragraph gives. */
export const paragraphSums = (context: FigureContext, read: readonly ReadFigure[]): Draft[] =>
  read.flatMap((total): Draft[] => {
    const { figure, meaning } = total
    if (oneYear(total) !== null || meaning.isYearNamed) return []
    const parts = read.filter(
      (each) =>
        each.figure.paragraph.start === figure.paragraph.start && oneYear(each) !== null && isSameMatter(each, total),
    )
    const isEachYearOnce = new Set(parts.map(oneYear)).size === parts.length
    if (parts.length < 2 || !isEachYearOnce || [total, ...parts].every(({ figure: own }) => own.token !== null))
      return []
    const printed = meantTotal(context, total)
    const computed = sum(parts.map((part) => part.figure.value))
    const tolerance = [total, ...parts].reduce((all, each) => all + each.figure.step / 2, 0)
    const difference = pence(Math.abs(computed - printed))
    if (difference <= tolerance) return []
    const added = parts.map((part) => part.figure.amount.printed).join(' and ')
    return [
      {
        verdict: 'sum',
        start: figure.start,
        end: figure.end,
        rule: 'R06',
        ledger: computed,
        token: null,
        replacement: null,
        sentence: `${added} add up to ${formatInSentence(computed)}, which is ${formatInSentence(difference)} ${computed > printed ? 'more' : 'less'} than the total that the paragraph gives`,
      },
    ]
  })

/** The one year that an amount is said to be of. */
const oneYear = ({ meaning: { isYearNamed, years } }: ReadFigure): number | null => {
  const [only] = years
  return isYearNamed && only && only.from === only.to ? only.from : null
}

const isSameMatter = (part: ReadFigure, total: ReadFigure): boolean =>
  total.meaning.isTotal
    ? part.figure.sentence.start === total.figure.sentence.start && part.figure.start < total.figure.start
    : part.meaning.measures !== null &&
      part.meaning.measures[0] === total.meaning.measures?.[0] &&
      part.meaning.places[0]?.id === total.meaning.places[0]?.id

/** A total that is printed a thousand times too small counts as what it means: the slip is R07's. */
const meantTotal = (context: FigureContext, { figure, meaning }: ReadFigure): Pence => {
  const [measure] = meaning.measures ?? []
  const [place] = meaning.places
  const value = measure && place ? moneyValue(context, { measure, place, years: null }) : null
  const isSlip =
    value?.kind === 'money' && isThousandfold({ value: figure.value as Pence, step: figure.step }, value.amount)
  return isSlip ? value.amount : (figure.value as Pence)
}
