import { formatYear } from '../financialYear.ts'
import { formatInSentence, formatMoney, type MoneyUnit, type Pence, sum, ZERO } from '../money.ts'
import type { FundingMix, MixPart, MixYear } from '../portfolio/fundingMix.ts'
import { formatPercent, formatYears, needsPence, spokenYear } from '../shownFigures.ts'
import type { StackedColumn } from './chartDrawing.ts'
import type { ChartCell, ChartColumn, ChartRow, ChartTable } from './chartTable.ts'
import { withRounding } from './withRounding.ts'

export interface FundingMixSheet {
  headline: string
  table: ChartTable
  series: string[]
  columns: StackedColumn[]
  notes: string[]
}

/** What the picture, the table and the words of a funding mix say; null where nothing is allocated in the years. */
export const fundingMixSheet = (mix: FundingMix, unit: MoneyUnit): FundingMixSheet | null => {
  const { parts, years, outside } = mix
  if (years.length === 0) return null
  const pence = needsPence(
    years.map(({ total }) => total),
    unit,
  )
  return {
    headline: headlineOf(mix),
    table: tableOf(mix, unit),
    series: parts.map(nameOf),
    columns: years.map(({ startYear, amounts, total }) => ({
      label: formatYear(startYear),
      total: formatMoney(total, unit, { pence }),
      parts: amounts.map((amount) => (amount === null ? null : { amount, share: shareOf(amount, { amounts, total }) })),
    })),
    notes: [
      ...parts
        .filter(({ members }) => members.length > 0)
        .map((part) => `${nameOf(part)}: ${part.members.map((name) => name ?? notStated).join(', ')}`),
      ...(outside === ZERO ? [] : [`${formatInSentence(outside)} is allocated to years that are not shown`]),
    ],
  }
}

const notStated = 'Source not stated'

const nameOf = ({ name, members }: MixPart): string =>
  members.length > 0 ? `${members.length} other sources` : (name ?? notStated)

/** Null where parts are taken away from each other, so that none is a share of the whole. */
const shareOf = (amount: Pence, { amounts, total }: Pick<MixYear, 'amounts' | 'total'>): string | null =>
  total > 0 && amounts.every((each) => (each ?? 0) >= 0) ? formatPercent(amount, total) : null

/** Borrowing has a cost every year after, so the year in which it pays for most is what the reader should know first. */
function headlineOf({ parts, years }: FundingMix): string {
  const whole = years.filter(({ total, amounts }) => total > 0 && amounts.every((amount) => (amount ?? 0) >= 0))
  const borrowed = whole.filter(({ borrowing }) => borrowing > 0)
  const [first] = borrowed.sort((a, b) => b.borrowing / b.total - a.borrowing / a.total)
  const period = formatYears(years[0]?.startYear ?? 0, years.at(-1)?.startYear ?? 0)
  if (first) {
    return first.borrowing === first.total
      ? `Borrowing pays for all of ${formatYear(first.startYear)}`
      : `Borrowing pays for ${formatPercent(first.borrowing, first.total)} of ${formatYear(first.startYear)}`
  }
  const total = sum(years.map((year) => year.total))
  if (whole.length < years.length || total <= 0) return `${formatInSentence(total)} is allocated to ${period}`
  const sums = parts.map((_, at) => sum(years.map(({ amounts }) => amounts[at] ?? ZERO)))
  const largest = sums.indexOf(Math.max(...sums) as Pence)
  const name = parts[largest] ? nameOf(parts[largest]) : notStated
  if (name === notStated) return `No source is stated for ${formatPercent(sums[largest] ?? 0, total)} of ${period}`
  return sums[largest] === total
    ? `${name} pays for all of ${period}`
    : `${name} pays for ${formatPercent(sums[largest] ?? 0, total)} of ${period}`
}

function tableOf({ parts, years }: FundingMix, unit: MoneyUnit): ChartTable {
  const columns = years.flatMap(({ startYear }): ChartColumn[] => [
    { label: formatYear(startYear), spoken: spokenYear(startYear), kind: 'money' },
    { label: `${formatYear(startYear)} share`, spoken: `${spokenYear(startYear)} share`, kind: 'words' },
  ])
  const rows = parts.map(
    (part, at): ChartRow => ({
      id: `${at} ${part.sourceId}`,
      label: nameOf(part),
      cells: years.flatMap(({ amounts, total }) => cellsOf(amounts[at] ?? null, { amounts, total })),
    }),
  )
  const total: ChartRow = {
    id: 'total',
    label: 'Total',
    look: 'total',
    cells: years.flatMap(({ amounts, total }) => cellsOf(total, { amounts, total })),
  }
  return { rowHeading: 'Funding source', columns, rows: withRounding(columns, rows, total, unit) }
}

const cellsOf = (amount: Pence | null, year: Pick<MixYear, 'amounts' | 'total'>): ChartCell[] => {
  if (amount === null) {
    return [
      { kind: 'missing', missing: 'none' },
      { kind: 'missing', missing: 'not-applicable' },
    ]
  }
  const share = shareOf(amount, year)
  return [
    { kind: 'money', amount },
    share === null ? { kind: 'missing', missing: 'not-applicable' } : { kind: 'words', text: share },
  ]
}
