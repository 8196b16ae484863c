import { formatInSentence, formatMoney, type MoneyUnit, type Pence } from '../money.ts'
import type { WaterfallBar, WaterfallMeaning } from '../portfolio/moneyWaterfall.ts'
import { missingWords, needsPence, roundingOf } from '../shownFigures.ts'
import type { DrawnBar } from './chartDrawing.ts'
import type { ChartRow, ChartTable } from './chartTable.ts'

export interface WaterfallSheet {
  headline: string
  table: ChartTable
  bars: DrawnBar[]
  /** What each bar is, with "Plus" or "Less" where it is a step. */
  labels: string[]
}

/** What the picture, the table and the words of a waterfall say. */
export const waterfallSheet = (bars: readonly WaterfallBar[], unit: MoneyUnit): WaterfallSheet => {
  const pence = needsPence(
    bars.map(({ amount }) => amount),
    unit,
  )
  return {
    headline: headlineOf(bars),
    bars: bars.map(({ meaning, amount, from, to, isMissing }) => ({
      label: wordsOf(meaning, amount),
      amount: isMissing ? missingWords.none.shown : signed(meaning, amount, formatMoney(amount, unit, { pence })),
      from,
      to,
      tone: meaning.kind === 'level' ? 'level' : amount > 0 ? 'up' : 'down',
    })),
    labels: bars.map(labelOf),
    table: { rowHeading: 'Step', columns: [{ label: 'Amount', kind: 'money' }], rows: rowsOf(bars, unit, pence) },
  }
}

/** What is added has its sign too: without one it would look like a level. */
const signed = (meaning: WaterfallMeaning, amount: Pence, text: string): string =>
  meaning.kind !== 'level' && amount > 0 ? `+${text}` : text

const levelWords = {
  allocation: 'Allocation',
  authority: 'Authority',
  available: 'Available',
  'not-yet-authorised': 'Not yet authorised',
} as const

function wordsOf(meaning: WaterfallMeaning, amount: Pence): string {
  switch (meaning.kind) {
    case 'level':
      return levelWords[meaning.level]
    case 'less':
      return lessWords[meaning.what][amount > 0 ? 'added' : 'taken']
    case 'less-authority':
      return meaning.reference === null ? 'Authority, decision not recorded' : `Authority ${meaning.reference}`
    case 'less-earlier-authority':
      return `Authority by ${meaning.decisions} earlier decisions`
  }
}

const lessWords = {
  'not-yet-authorised': { taken: 'Not authorised', added: 'Authority over allocation' },
  held: { taken: 'Held', added: 'Released over authority' },
  committed: { taken: 'Committed', added: 'Commitments taken back' },
  spent: { taken: 'Spent', added: 'Spend taken back' },
} as const

function headlineOf(bars: readonly WaterfallBar[]): string {
  const amountOf = (level: string): Pence | undefined =>
    bars.find(({ meaning }) => meaning.kind === 'level' && meaning.level === level)?.amount
  const allocation = amountOf('allocation')
  const available = amountOf('available')
  const unauthorised = amountOf('not-yet-authorised')
  if (available === undefined) {
    if (unauthorised === undefined || allocation === undefined) return 'Allocation and authority'
    if (unauthorised < 0) return `Authority is ${formatInSentence(-unauthorised as Pence)} more than the allocation`
    return unauthorised === 0
      ? `All of the allocation of ${formatInSentence(allocation)} is authorised`
      : `${formatInSentence(unauthorised)} of ${formatInSentence(allocation)} is not yet authorised`
  }
  const authority = amountOf('authority') ?? (0 as Pence)
  const held = bars.find(({ meaning }) => meaning.kind === 'less' && meaning.what === 'held')?.amount ?? 0
  if (available < 0) return `${formatInSentence(-available as Pence)} more is committed and spent than was released`
  if (available > 0) return `${formatInSentence(available)} of ${formatInSentence(authority)} authority is available`
  if (authority > 0 && -held === authority) {
    return `All ${formatInSentence(authority)} of authority is held, so nothing may be spent yet`
  }
  return authority === 0 ? 'There is no authority, so nothing may be spent yet' : 'Nothing is left to commit or spend'
}

const labelOf = ({ meaning, amount }: Pick<WaterfallBar, 'meaning' | 'amount'>): string =>
  meaning.kind === 'level' ? wordsOf(meaning, amount) : `${amount > 0 ? 'Plus' : 'Less'}: ${wordsOf(meaning, amount)}`

function rowsOf(bars: readonly WaterfallBar[], unit: MoneyUnit, pence: boolean): ChartRow[] {
  let parts: Pence[] = []
  return bars.flatMap(({ meaning, amount, isMissing }, at): ChartRow[] => {
    const isLevel = meaning.kind === 'level'
    const row: ChartRow = {
      id: String(at),
      label: labelOf({ meaning, amount }),
      ...(isLevel ? { look: 'total' as const } : {}),
      cells: [isMissing ? { kind: 'missing', missing: 'none' } : { kind: 'money', amount }],
    }
    const rounding = isLevel && at > 0 && !pence ? roundingOf(parts, amount, unit) : 0
    parts = isLevel ? [amount] : [...parts, amount]
    if (rounding === 0) return [row]
    const cells = [{ kind: 'money' as const, amount: rounding as Pence }]
    return [{ id: `${at} rounding`, label: 'Rounding', look: 'rounding', cells }, row]
  })
}
