import { amountsInText, type TextAmount } from '../reading/amountsInText.ts'
import { type Sentence, sentencesOf } from '../reading/paragraphs.ts'
import type { ExpandedText } from './expandTokens.ts'

/** An amount of a text with the words around it, up to the amounts beside it. */
export interface TypedFigure {
  amount: TextAmount
  /** Pence with its sign; only what is money is kept. */
  value: number
  /** How many pence one step of its last digit is worth. */
  step: number
  /** Of the text as it is read. */
  start: number
  end: number
  before: string
  /** Where `before` begins in the paragraph. */
  beforeStart: number
  after: string
  sentence: Sentence
  /** Of the paragraph, in which the sentence stands. */
  paragraph: { start: number; end: number; text: string }
  /** The token that it comes from; null for what was typed. */
  token: string | null
}

const minus = /\bminus\s*$/i
const unitPence = { '£': 100, '£000': 100_000, '£m': 100_000_000 } as const

/** Every amount of money in a text, in its order, those of its tokens among them. */
export const typedFigures = ({ text, uses }: ExpandedText): TypedFigure[] =>
  paragraphsOf(text).flatMap((paragraph) => {
    const inParagraph = amountsInText(paragraph.text).filter(({ value }) => value !== null)
    return sentencesOf(paragraph.text).flatMap((sentence) => {
      const amounts = inParagraph.filter(({ start }) => start >= sentence.start && start < sentence.end)
      return amounts.flatMap((amount, at): TypedFigure[] => {
        const beforeStart = amounts[at - 1]?.end ?? sentence.start
        const before = paragraph.text.slice(beforeStart, amount.start)
        const after = paragraph.text.slice(amount.end, amounts[at + 1]?.start ?? sentence.end)
        const sign = minus.exec(before)?.[0] ?? ''
        const start = paragraph.start + amount.start - sign.length
        const end = paragraph.start + amount.end
        const use = uses.find(({ read }) => read.start < end && start < read.end)
        // A year or a name inside a token that stands for nothing is no figure of the text.
        if (use?.figure === null) return []
        const value = (amount.value ?? 0) * (sign === '' ? 1 : -1)
        return [
          {
            amount,
            value,
            step: stepOf(amount),
            start,
            end,
            before: before.slice(0, before.length - sign.length),
            beforeStart,
            after,
            sentence,
            paragraph,
            token: use?.token ?? null,
          },
        ]
      })
    })
  })

function stepOf({ printed, unit }: TextAmount): number {
  const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0
  const thousandMillions = /\d\s?(?:bn|billion)\b/i.test(printed) ? 1000 : 1
  return Math.max(1, (unitPence[unit] * thousandMillions) / 10 ** decimals)
}

/** Lines and paragraphs: what is said in one says nothing of the next. */
const paragraphsOf = (text: string): TypedFigure['paragraph'][] =>
  [...text.matchAll(/[^\n]+/g)].map(({ 0: own, index }) => ({ start: index, end: index + own.length, text: own }))
