import { isThousandfold, states } from '../authority/moneyInText.ts'
import { formatInSentence, type Pence, pence } from '../money.ts'
import { truncateToStep } from '../tieOut/statedTable.ts'
import { amountsOffered, findValue } from './amountsOffered.ts'
import type { Draft } from './figureChecks.ts'
import type { FigureContext } from './figureContext.ts'
import type { FigureMeaning } from './figureMeaning.ts'
import { figureInWords, tokenFor } from './figureName.ts'
import { formatFigure } from './formatFigure.ts'
import { formatOf } from './formatOf.ts'
import { type MoneyAsked, moneyMeasures, moneyValue } from './moneyMeasure.ts'
import { writeToken } from './token.ts'
import type { TypedFigure } from './typedFigures.ts'

interface Candidate {
  asked: MoneyAsked | null
  amount: Pence
}

type Judged = Omit<Draft, 'start' | 'end'>

/** How a typed figure stands beside what the ledger has for its words, at the digits to which it is stated. */
export function judgeFigure(context: FigureContext, figure: TypedFigure, meaning: FigureMeaning): Judged {
  const isMeasured = meaning.measures !== null || meaning.isAnnual
  const digits = significantDigits(figure.amount.printed)
  const meant = candidatesOf(context, meaning)
  const agreeing =
    isMeasured || digits >= FEWEST_TO_AGREE ? meant.find(({ amount }) => isStated(figure, amount)) : undefined
  if (agreeing) {
    return {
      verdict: 'agrees',
      rule: null,
      ledger: agreeing.amount,
      ...boundAs(context, figure, agreeing, 'as-printed'),
      sentence: `It agrees with the ledger: ${wordsOf(context, agreeing)}`,
    }
  }
  const scaled =
    isMeasured || digits >= FEWEST_TO_STOP ? meant.find(({ amount }) => isScaled(figure, amount)) : undefined
  if (scaled) {
    return {
      verdict: 'thousandfold',
      rule: 'R07',
      ledger: scaled.amount,
      ...boundAs(context, figure, scaled, 'as-usual'),
      sentence: `It is a thousand times too ${Math.abs(figure.value) < Math.abs(scaled.amount) ? 'small' : 'large'}: ${has(context, scaled)}`,
    }
  }
  const isCutting = isMeasured || digits >= FEWEST_TO_STOP
  const cut = isCutting
    ? meant.find(({ amount }) => figure.value !== 0 && truncateToStep(amount, figure.step) === figure.value)
    : undefined
  const wrong = isMeasured ? (meant[0] ?? cut) : cut
  const elsewhere = otherFigure(context, figure, meaning)
  const isSure = cut !== undefined || meaning.isPlaceNamed || elsewhere === undefined
  if (wrong && figure.amount.printed.includes('£') && isSure) {
    const of = cut === wrong || !cut ? '' : ` from ${wordsOf(context, cut)}`
    return {
      verdict: 'disagrees',
      rule: 'R06',
      ledger: wrong.amount,
      ...boundAs(context, figure, wrong, 'as-usual'),
      sentence: `${capital(has(context, wrong))}${cut ? `. It was cut off${of}, not rounded` : ''}`,
    }
  }
  const isNothing =
    meant.length === 0 && meaning.measures?.length === 1 && meaning.measures.every(isRecordedAsItHappens)
  if (isNothing) {
    return {
      verdict: 'disagrees',
      rule: 'R06',
      ledger: null,
      ...unbound,
      sentence: 'The ledger has nothing recorded for it',
    }
  }
  return {
    verdict: 'unknown',
    rule: null,
    ledger: null,
    ...(elsewhere ? boundAs(context, figure, elsewhere, 'as-printed') : unbound),
    sentence: elsewhere
      ? `Its words do not say what it is. It could be ${wordsOf(context, elsewhere)}`
      : 'It is no figure of the ledger that its words name',
  }
}

/** Without a word that says what an amount is, `£1m` agrees with too much, and `£1,200` is often only itself. */
const FEWEST_TO_AGREE = 2
const FEWEST_TO_STOP = 3

const significantDigits = (printed: string): number =>
  printed
    .replace(/[^\d.]/g, '')
    .replace(/^[0.]+/, '')
    .replace('.', '')
    .replace(/0+$/, '').length

/** Levels of which everything that happens is recorded, so that none means nought. */
const isRecordedAsItHappens = (measure: MoneyAsked['measure']): boolean =>
  measure === 'spent' || measure === 'committed' || measure === 'authority.released'

const isStated = ({ value, step }: TypedFigure, amount: Pence): boolean =>
  (value === 0 || Math.sign(value) === Math.sign(amount)) && states({ value: Math.abs(value) as Pence, step }, amount)

const isScaled = ({ value, step }: TypedFigure, amount: Pence): boolean =>
  value !== 0 && isThousandfold({ value: Math.abs(value) as Pence, step }, amount)

/** The amounts of the ledger that an amount can mean by its words, the likeliest first. */
function candidatesOf(context: FigureContext, meaning: FigureMeaning): Candidate[] {
  if (meaning.isAnnual) {
    const { annualAllocation } = context.facts.programme
    return annualAllocation === null ? [] : [{ asked: null, amount: pence(annualAllocation) }]
  }
  // Where no word says what it is, only figures of the thing or the year that it names can be meant.
  const measures = meaning.measures ?? moneyMeasures
  return measures.flatMap((measure) =>
    meaning.places.flatMap((place) =>
      meaning.years.flatMap((years) => {
        const asked: MoneyAsked = { measure, place, years }
        const narrowed = meaning.sourceId === null ? [] : [{ ...asked, sourceId: meaning.sourceId }]
        return [...narrowed, asked].flatMap((each): Candidate[] => {
          const value = moneyValue(context, each)
          return value.kind === 'money' ? [{ asked: each, amount: value.amount }] : []
        })
      }),
    ),
  )
}

const byAmount = new WeakMap<FigureContext, Map<Pence, MoneyAsked[]>>()

/** A figure of the programme that is exactly what is printed, where the words leave open which is meant. */
function otherFigure(context: FigureContext, figure: TypedFigure, meaning: FigureMeaning): Candidate | undefined {
  if (meaning.isPlaceNamed && meaning.measures !== null) return undefined
  const known = byAmount.get(context) ?? figuresByAmount(context)
  byAmount.set(context, known)
  const amount = figure.value as Pence
  const asked = known.get(amount)?.find(({ measure }) => meaning.measures?.includes(measure) ?? true)
  return asked && { asked, amount }
}

function figuresByAmount(context: FigureContext): Map<Pence, MoneyAsked[]> {
  const known = new Map<Pence, MoneyAsked[]>()
  for (const amount of amountsOffered(context).amounts) {
    const { asked } = amount
    const value = findValue(context, amount)
    if (value.kind !== 'money') continue
    const same = known.get(value.amount)
    if (same) same.push(asked)
    else known.set(value.amount, [asked])
  }
  return known
}

const unbound = { token: null, replacement: null }

/** As printed to the same last digit; where that would show a slip, as the format usually is. */
const boundAs = (
  context: FigureContext,
  { amount: { printed } }: TypedFigure,
  { asked, amount }: Candidate,
  as: 'as-printed' | 'as-usual',
): Pick<Draft, 'token' | 'replacement'> => {
  const exact = formatOf(printed, amount)
  const format = as === 'as-printed' ? exact : exact.replace(/\d$/, '')
  const token = asked === null ? `programme.annualAllocation | ${format}` : writeToken(tokenFor(context, asked, format))
  return { token, replacement: formatFigure({ kind: 'money', amount, whole: null }, format, token).text }
}

const wordsOf = (context: FigureContext, { asked, amount }: Candidate): string =>
  `${asked === null ? 'Annual allocation' : figureInWords(context, asked)}, ${formatInSentence(amount)}`

const has = (context: FigureContext, { asked, amount }: Candidate): string =>
  `the ledger has ${formatInSentence(amount)} (${asked === null ? 'annual allocation' : figureInWords(context, asked)})`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
