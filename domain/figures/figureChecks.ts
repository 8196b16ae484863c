import type { Pence } from '../money.ts'
import { type ExpandedText, expandTokens } from './expandTokens.ts'
import type { FigureContext } from './figureContext.ts'
import { type FigureMeaning, type MeaningReader, meaningReader } from './figureMeaning.ts'
import { funderChecks } from './funderChecks.ts'
import { judgeFigure } from './judgeFigure.ts'
import { paragraphSums } from './paragraphSums.ts'
import { type TypedFigure, typedFigures } from './typedFigures.ts'

export type FigureVerdict =
  /** It is a token, and says what the ledger says. */
  | 'bound'
  /** It is a token that stands for nothing. */
  | 'dead-token'
  /** It was typed, and agrees with the ledger as far as it is stated. */
  | 'agrees'
  /** R06: the ledger has another figure for what its words say. */
  | 'disagrees'
  /** R07: it is what the ledger has, a thousand times too small or too large. */
  | 'thousandfold'
  /** R06: the amounts of a paragraph do not add up to the total that it gives. */
  | 'sum'
  /** R22: the text names one kind of funder and keeps silent about another that pays. */
  | 'funder'
  /** Its words do not say what it is. */
  | 'unknown'

/** One figure of a text, and how it stands beside the ledger. */
export interface FigureCheck {
  section: string
  verdict: FigureVerdict
  /** Its characters in the text as it was written. */
  start: number
  end: number
  printed: string
  /** Whether a report is not issued with it until it is bound, corrected or waived. */
  stops: boolean
  rule: 'R06' | 'R07' | 'R22' | null
  /** Pence; null where the ledger has none or it is not known which. */
  ledger: Pence | null
  /** What it would be as a token; null where it cannot be bound. */
  token: string | null
  /** How that token reads now. */
  replacement: string | null
  sentence: string
}

export interface WrittenText {
  section: string
  text: string
}

const stopping: readonly FigureVerdict[] = ['dead-token', 'disagrees', 'thousandfold', 'sum']

/** Every figure of the texts of one report, in their order. */
export const figureChecks = (context: FigureContext, texts: readonly WrittenText[]): FigureCheck[] => {
  const expanded = texts.map(({ section, text }) => ({ section, written: text, ...expandTokens(context, text) }))
  const reader = meaningReader(
    context,
    expanded.map(({ text }) => text),
  )
  const funder = funderChecks(
    context,
    expanded.map(({ section, text }) => ({ section, text })),
  )
  return expanded.flatMap((each) => {
    const read = readFigures(each, reader)
    const finish = (draft: Draft): FigureCheck => {
      const start = each.toWritten(draft.start)
      const end = each.toWritten(draft.end)
      const { verdict, rule, ledger, token, replacement, sentence } = draft
      const printed = each.written.slice(start, end)
      return {
        section: each.section,
        verdict,
        start,
        end,
        printed,
        stops: stopping.includes(verdict),
        rule,
        ledger,
        token,
        replacement,
        sentence,
      }
    }
    const dead = each.uses.flatMap(({ figure, why, written, token }): FigureCheck[] =>
      figure !== null || why === null
        ? []
        : [
            {
              section: each.section,
              verdict: 'dead-token',
              ...written,
              printed: `{{${token}}}`,
              stops: true,
              rule: null,
              ledger: null,
              token: null,
              replacement: null,
              sentence: why,
            },
          ],
    )
    const bound = each.uses.flatMap(({ figure, written, token }): FigureCheck[] =>
      figure === null
        ? []
        : [
            {
              section: each.section,
              verdict: 'bound',
              ...written,
              printed: `{{${token}}}`,
              stops: false,
              rule: null,
              ledger: figure.amount,
              token,
              replacement: figure.text,
              sentence: `It stands for ${figure.text}`,
            },
          ],
    )
    const typed = read
      .filter(({ figure }) => figure.token === null)
      .map(({ figure, meaning }) => finish({ ...figure, ...judgeFigure(context, figure, meaning) }))
    const sums = paragraphSums(context, read).map(finish)
    const funders = funder.filter(({ section }) => section === each.section).map(finish)
    return [...dead, ...bound, ...typed, ...sums, ...funders].sort((one, other) => one.start - other.start)
  })
}

/** A check whose characters are those of the text as it is read. */
export type Draft = Pick<
  FigureCheck,
  'verdict' | 'start' | 'end' | 'rule' | 'ledger' | 'token' | 'replacement' | 'sentence'
>

export interface ReadFigure {
  figure: TypedFigure
  meaning: FigureMeaning
}

function readFigures(text: ExpandedText, reader: MeaningReader): ReadFigure[] {
  const read: ReadFigure[] = []
  for (const figure of typedFigures(text)) {
    const earlier = read
      .filter(
        (each) =>
          each.figure.paragraph.start === figure.paragraph.start &&
          each.figure.sentence.start === figure.sentence.start,
      )
      .map(({ meaning }) => meaning)
    read.push({ figure, meaning: reader.read(figure, earlier) })
  }
  return read
}
