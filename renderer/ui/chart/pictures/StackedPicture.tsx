import { BarChart } from '@mantine/charts'
import { usePlotArea } from 'recharts'
import type { StackedColumn } from '../../../../domain/chart/chartDrawing.ts'
import { axisTicks } from './axisTicks.ts'
import { AXIS_GAP, axisWords, bareChart } from './bareChart.ts'
import { edge, onSeries, seriesColour } from './colours.ts'
import { OverBars } from './OverBars.tsx'
import { spread } from './spread.ts'
import { textWidth, widest } from './textWidth.ts'
import { Words } from './Words.tsx'
import { wrapWords } from './wrapWords.ts'

interface StackedPictureProps {
  columns: readonly StackedColumn[]
  series: readonly string[]
  format: (amount: number) => string
  width: number
}

const LINE = 20
/** A share stands in its part from this part of the height on, else beside it. */
const LEAST_HEIGHT = 0.08

/** Parts on each other, a column a year, or lying where columns would be too narrow for their words. */
export function StackedPicture(props: StackedPictureProps) {
  const layout = uprightLayout(props)
  return layout ? <Upright {...props} layout={layout} /> : <Lying {...props} />
}

interface UprightLayout {
  low: number
  high: number
  ticks: number[]
  axisWidth: number
  barSize: number
  /** The names of the series beside the last column, in the room that is left for them; else they stand above. */
  namesWidth: number
  key: KeyEntry[][]
}

/** Null where a column and the words beside it do not fit. */
function uprightLayout({ columns, series, format, width }: StackedPictureProps): UprightLayout | null {
  const stacks = columns.map(({ parts }) => stackOf(parts))
  const ends = stacks.flat().flatMap(({ from, to }) => [from, to])
  const [low, high] = [Math.min(0, ...ends), Math.max(1, ...ends)]
  const ticks = axisTicks(low, high)
  const axisWidth = width < 480 ? 0 : Math.ceil(widest(ticks.map(format))) + AXIS_GAP
  const shares = columns.flatMap(({ parts }) => parts.map((part) => part?.share ?? ''))
  const leastBand = Math.max(widest(shares) * 2 + 24, widest(columns.map(({ label }) => label)) + 12)
  const room = (namesWidth: number) => (width - axisWidth - namesWidth) / columns.length
  const last = columns.at(-1)
  const namesWidth = Math.min(190, Math.ceil(widest(besideLast(columns.at(-1), series))) + 16)
  const isNamedBeside = width >= 480 && series.every((_, index) => (last?.parts[index]?.amount ?? 0) > 0)
  if (isNamedBeside && room(namesWidth) >= leastBand) {
    return { low, high, ticks, axisWidth, namesWidth, key: [], barSize: barSizeIn(room(namesWidth)) }
  }
  if (room(0) < leastBand) return null
  const shareBeside = Math.ceil(widest(shares)) + 8
  return {
    low,
    high,
    ticks,
    axisWidth,
    namesWidth: shareBeside,
    key: keyRows(series, width),
    barSize: barSizeIn(room(shareBeside)),
  }
}

/** What may come to stand beside the last column: a name, and the share of a part too low for it. */
const besideLast = (last: StackedColumn | undefined, series: readonly string[]): string[] => {
  const size = last?.parts.reduce((all, part) => all + (part?.amount ?? 0), 0) ?? 0
  return series.map((name, index) => {
    const part = last?.parts[index]
    return part?.share && part.amount < size * 2 * LEAST_HEIGHT ? `${name}, ${part.share}` : name
  })
}

const barSizeIn = (band: number): number => Math.min(110, band * 0.55)

function Upright({ columns, series, format, width, layout }: StackedPictureProps & { layout: UprightLayout }) {
  const { low, high, ticks, axisWidth, namesWidth, key, barSize } = layout
  const keyHeight = key.length * LINE + (key.length > 0 ? 8 : 0)
  return (
    <BarChart
      {...bareChart}
      w={width}
      h={340 + keyHeight}
      type="stacked"
      data={columns.map(rowOf)}
      dataKey="column"
      series={series.map((_, index) => ({ name: String(index), color: seriesColour(index) }))}
      barProps={{ barSize, ...edge }}
      barChartProps={{
        stackOffset: 'sign',
        margin: { top: LINE + 8 + keyHeight, right: namesWidth, bottom: LINE + 8, left: 0 },
      }}
      gridAxis={axisWidth > 0 ? 'x' : 'none'}
      withXAxis={false}
      withYAxis={axisWidth > 0}
      yAxisProps={{ domain: [low, high], ticks, interval: 0, width: axisWidth, tick: axisWords, tickMargin: 8 }}
      valueFormatter={format}
      referenceLines={[{ y: 0, color: 'var(--text)' }]}
    >
      <Key rows={key} />
      <OverBars>
        <UprightWords columns={columns} series={series} low={low} high={high} layout={layout} />
      </OverBars>
    </BarChart>
  )
}

const rowOf = ({ parts }: StackedColumn, column: number) => ({
  column,
  ...Object.fromEntries(parts.map((part, index) => [String(index), part?.amount ?? 0])),
})

interface UprightWordsProps {
  columns: readonly StackedColumn[]
  series: readonly string[]
  low: number
  high: number
  layout: UprightLayout
}

function UprightWords({ columns, series, low, high, layout }: UprightWordsProps) {
  const plot = usePlotArea()
  if (!plot) return null
  const { barSize, key } = layout
  const heightOf = (amount: number) => plot.y + plot.height * (1 - (amount - low) / (high - low))
  const band = plot.width / columns.length
  return columns.map(({ label, total, parts }, at) => {
    const middle = plot.x + band * (at + 0.5)
    const isNamed = key.length === 0 && at === columns.length - 1
    const stack = stackOf(parts).map(({ from, to, index }) => {
      const share = parts[index]?.share ?? ''
      const height = Math.abs(heightOf(to) - heightOf(from))
      const isInside = share !== '' && height >= plot.height * LEAST_HEIGHT && textWidth(share) + 8 <= barSize
      const name = isNamed ? (series[index] ?? '') : ''
      const beside = [name, isInside ? '' : share].filter(Boolean).join(', ')
      return { index, share, isInside, beside, y: (heightOf(from) + heightOf(to)) / 2 }
    })
    const outside = stack.filter(({ beside }) => beside !== '')
    const broken = outside.map(({ beside }) =>
      isNamed ? wrapWords(beside, { width: layout.namesWidth - 12, lines: 2, measure: textWidth }) : [beside],
    )
    const tallest = Math.max(1, ...broken.map((lines) => lines.length))
    const heights = spread(
      outside.map(({ y }) => y),
      tallest * 18,
      { from: plot.y, to: plot.y + plot.height - LINE / 2 },
    )
    return (
      <g key={label}>
        {stack.map(
          ({ index, share, isInside, y }) =>
            isInside && (
              <Words key={index} x={middle} y={y} anchor="middle" colour={onSeries(index)}>
                {share}
              </Words>
            ),
        )}
        {outside.map((_, place) =>
          broken[place]?.map((line, row, { length }) => (
            <Words key={line} x={middle + barSize / 2 + 8} y={(heights[place] ?? 0) + (row - (length - 1) / 2) * 18}>
              {line}
            </Words>
          )),
        )}
        <Words x={middle} y={heightOf(topOf(parts)) - LINE / 2 - 2} anchor="middle" isBold>
          {total}
        </Words>
        <Words x={middle} y={plot.y + plot.height + LINE / 2 + 6} anchor="middle">
          {label}
        </Words>
      </g>
    )
  })
}

const BAR = 26
const GAP = 16

/** A row a year: its words above, its parts from the left. */
function Lying({ columns, series, width }: StackedPictureProps) {
  const key = keyRows(series, width)
  const keyHeight = key.length * LINE + 12
  const lines = columns.map((column) => [
    `${column.label}: ${column.total}`,
    ...wrapWords(smallShares(column, series), { width, lines: 3, measure: textWidth }),
  ])
  const heading = Math.max(1, ...lines.map((each) => each.length)) * LINE
  const row = heading + BAR + GAP
  // The library puts a bar into the middle of its row, and here words stand above it.
  const top = keyHeight + (heading - GAP) / 2
  const ends = columns.flatMap(({ parts }) => stackOf(parts).flatMap(({ from, to }) => [from, to]))
  const [low, high] = [Math.min(0, ...ends), Math.max(1, ...ends)]
  return (
    <BarChart
      {...bareChart}
      w={width}
      h={top + row * columns.length}
      orientation="vertical"
      type="stacked"
      data={columns.map(rowOf)}
      dataKey="column"
      series={series.map((_, index) => ({ name: String(index), color: seriesColour(index) }))}
      barProps={{ barSize: BAR, ...edge }}
      barChartProps={{ stackOffset: 'sign', margin: { top, right: 1, bottom: 0, left: 1 } }}
      gridAxis="none"
      withXAxis={false}
      withYAxis={false}
      xAxisProps={{ domain: [low, high] }}
    >
      <Key rows={key} />
      <OverBars>
        <LyingWords columns={columns} lines={lines} low={low} high={high} row={row} />
      </OverBars>
    </BarChart>
  )
}

/** The shares that are too small to be written in their part. */
function smallShares({ parts }: StackedColumn, series: readonly string[]): string {
  const size = sizeOf(parts)
  return parts
    .flatMap((part, index) =>
      part?.share && Math.abs(part.amount) < size * LEAST_SHARE_LYING ? [`${series[index]} ${part.share}`] : [],
    )
    .join(', ')
}

const sizeOf = (parts: StackedColumn['parts']): number =>
  parts.reduce((all, part) => all + Math.abs(part?.amount ?? 0), 0)

/** Lying parts have room for their share only from here on. */
const LEAST_SHARE_LYING = 0.2

interface LyingWordsProps {
  columns: readonly StackedColumn[]
  lines: readonly string[][]
  low: number
  high: number
  row: number
}

function LyingWords({ columns, lines, low, high, row }: LyingWordsProps) {
  const plot = usePlotArea()
  if (!plot) return null
  const placeOf = (amount: number) => plot.x + (plot.width * (amount - low)) / (high - low)
  return columns.map(({ label, parts }, at) => {
    const middle = plot.y + row * (at + 0.5)
    const words = lines[at] ?? []
    const size = sizeOf(parts)
    return (
      <g key={label}>
        {words.map((line, index) => (
          <Words
            key={line}
            x={plot.x}
            y={middle - BAR / 2 - LINE / 2 - (words.length - 1 - index) * LINE}
            isBold={index === 0}
          >
            {line}
          </Words>
        ))}
        {stackOf(parts).map(({ from, to, index }) => {
          const share = parts[index]?.share
          const isInside =
            share &&
            Math.abs(to - from) >= size * LEAST_SHARE_LYING &&
            Math.abs(placeOf(to) - placeOf(from)) > textWidth(share) + 6
          return isInside ? (
            <Words
              key={index}
              x={(placeOf(from) + placeOf(to)) / 2}
              y={middle}
              anchor="middle"
              colour={onSeries(index)}
            >
              {share}
            </Words>
          ) : null
        })}
      </g>
    )
  })
}

interface KeyEntry {
  index: number
  name: string
  x: number
}

/** The names of the series in rows, each with its colour. */
function keyRows(series: readonly string[], width: number): KeyEntry[][] {
  const rows: KeyEntry[][] = [[]]
  let x = 0
  for (const [index, full] of series.entries()) {
    const [name = ''] = wrapWords(full, { width: width - 24, lines: 1, measure: textWidth })
    const size = 20 + textWidth(name) + 20
    if (x > 0 && x + size - 20 > width) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ index, name, x })
    x += size
  }
  return rows
}

function Key({ rows }: { rows: readonly KeyEntry[][] }) {
  return rows.map((row, line) =>
    row.map(({ index, name, x }) => (
      <g key={index}>
        <rect
          x={x + 1}
          y={line * LINE + 4}
          width={12}
          height={12}
          fill={seriesColour(index)}
          {...edge}
          strokeWidth={1}
        />
        <Words x={x + 20} y={line * LINE + 10}>
          {name}
        </Words>
      </g>
    )),
  )
}

/** Where each part begins and ends: what is positive goes up from nought, what is negative down. */
function stackOf(parts: StackedColumn['parts']): { index: number; from: number; to: number }[] {
  let up = 0
  let down = 0
  return parts.flatMap((part, index) => {
    if (!part || part.amount === 0) return []
    const from = part.amount > 0 ? up : down
    const to = from + part.amount
    if (part.amount > 0) up = to
    else down = to
    return [{ index, from, to }]
  })
}

const topOf = (parts: StackedColumn['parts']): number => Math.max(0, ...stackOf(parts).map(({ to }) => to))
