import { BarChart } from '@mantine/charts'
import { usePlotArea } from 'recharts'
import type { DrawnBar } from '../../../../domain/chart/chartDrawing.ts'
import { axisTicks } from './axisTicks.ts'
import { AXIS_GAP, axisWords, bareChart } from './bareChart.ts'
import { outline } from './colours.ts'
import { OverBars } from './OverBars.tsx'
import { textWidth, widest } from './textWidth.ts'
import { Words } from './Words.tsx'
import { wrapWords } from './wrapWords.ts'

interface WaterfallPictureProps {
  bars: readonly DrawnBar[]
  format: (amount: number) => string
  width: number
}

const LINE = 18
/** What is lower in pixels is drawn as a line, so that it can be seen. */
const LEAST = 2
const toneColour = { level: 'var(--chart-1)', down: 'var(--chart-6)', up: 'var(--chart-4)' } as const

/** Bars that go on where the one before ended: upright, or lying where their words would not fit. */
export function WaterfallPicture(props: WaterfallPictureProps) {
  const { bars, format, width } = props
  const ends = bars.flatMap(({ from, to }) => [from, to])
  const [low, high] = [Math.min(0, ...ends), Math.max(1, ...ends)]
  const ticks = axisTicks(low, high)
  const fullAxis = Math.ceil(widest(ticks.map(format))) + AXIS_GAP
  const longestWord = widest(bars.flatMap(({ label }) => label.split(' ')))
  const needed =
    Math.max(
      widest(
        bars.map(({ amount }) => amount),
        true,
      ),
      longestWord,
    ) + 8
  // Every bar has its amount, so the axis is the first to go where room is short.
  const axisWidth = [fullAxis, 0].find((each) => needed <= (width - each) / bars.length)
  return axisWidth !== undefined ? (
    <Upright
      {...props}
      low={low}
      high={high}
      ticks={ticks}
      axisWidth={axisWidth}
      band={(width - axisWidth) / bars.length}
    />
  ) : (
    <Lying {...props} low={low} high={high} />
  )
}

const rows = (bars: readonly DrawnBar[]) =>
  bars.map(({ from, to, tone }, column) => ({
    column,
    span: [Math.min(from, to), Math.max(from, to)],
    color: toneColour[tone],
  }))

const series = [{ name: 'span', color: toneColour.level }]

interface UprightProps extends WaterfallPictureProps {
  low: number
  high: number
  ticks: number[]
  axisWidth: number
  band: number
}

function Upright({ bars, format, width, low, high, ticks, axisWidth, band }: UprightProps) {
  const labels = bars.map(({ label }) => wrapWords(label, { width: band - 6, lines: 3, measure: textWidth }))
  const labelHeight = Math.max(...labels.map((lines) => lines.length)) * LINE + 10
  const barSize = Math.min(90, band * 0.66)
  return (
    <BarChart
      {...bareChart}
      w={width}
      h={300 + labelHeight}
      data={rows(bars)}
      dataKey="column"
      series={series}
      barProps={{ barSize, ...outline }}
      barChartProps={{ margin: { top: 28, right: 0, bottom: labelHeight, left: 0 } }}
      gridAxis={axisWidth > 0 ? 'x' : 'none'}
      withXAxis={false}
      withYAxis={axisWidth > 0}
      yAxisProps={{ domain: [low, high], ticks, interval: 0, width: axisWidth, tick: axisWords, tickMargin: 8 }}
      valueFormatter={format}
      referenceLines={[{ y: 0, color: 'var(--text)' }]}
    >
      <OverBars>
        <UprightWords bars={bars} labels={labels} low={low} high={high} barSize={barSize} />
      </OverBars>
    </BarChart>
  )
}

interface UprightWordsProps {
  bars: readonly DrawnBar[]
  labels: readonly string[][]
  low: number
  high: number
  barSize: number
}

function UprightWords({ bars, labels, low, high, barSize }: UprightWordsProps) {
  const plot = usePlotArea()
  if (!plot) return null
  const heightOf = (amount: number) => plot.y + plot.height * (1 - (amount - low) / (high - low))
  const band = plot.width / bars.length
  const middleOf = (at: number) => plot.x + band * (at + 0.5)
  return bars.map(({ label, amount, from, to }, at) => (
    <g key={label}>
      {at < bars.length - 1 && (
        <line
          x1={middleOf(at) + barSize / 2}
          x2={middleOf(at + 1) - barSize / 2}
          y1={heightOf(to)}
          y2={heightOf(to)}
          stroke="var(--muted)"
        />
      )}
      {Math.abs(heightOf(to) - heightOf(from)) < LEAST && (
        <line
          x1={middleOf(at) - barSize / 2}
          x2={middleOf(at) + barSize / 2}
          y1={heightOf(to)}
          y2={heightOf(to)}
          stroke="var(--text)"
          strokeWidth={LEAST}
        />
      )}
      <Words x={middleOf(at)} y={heightOf(Math.max(from, to)) - 12} anchor="middle" isBold>
        {amount}
      </Words>
      {labels[at]?.map((line, row) => (
        <Words key={line} x={middleOf(at)} y={plot.y + plot.height + 14 + row * LINE} anchor="middle">
          {line}
        </Words>
      ))}
    </g>
  ))
}

const BAR = 22
const HEADING = 22
const GAP = 10
const ROW = HEADING + BAR + GAP
/** The library puts a bar into the middle of its row, and here words stand above it. */
const TOP = (HEADING - GAP) / 2

function Lying({ bars, width, low, high }: WaterfallPictureProps & { low: number; high: number }) {
  return (
    <BarChart
      {...bareChart}
      w={width}
      h={TOP + ROW * bars.length - GAP}
      orientation="vertical"
      data={rows(bars)}
      dataKey="column"
      series={series}
      barProps={{ barSize: BAR, ...outline }}
      barChartProps={{ margin: { top: TOP, right: 1, bottom: -GAP, left: 1 } }}
      gridAxis="none"
      withXAxis={false}
      withYAxis={false}
      xAxisProps={{ domain: [low, high] }}
    >
      <OverBars>
        <LyingWords bars={bars} low={low} high={high} />
      </OverBars>
    </BarChart>
  )
}

/** The label and the amount of each bar on the line above it, so that neither depends on how long it is. */
function LyingWords({ bars, low, high }: { bars: readonly DrawnBar[]; low: number; high: number }) {
  const plot = usePlotArea()
  if (!plot) return null
  const placeOf = (amount: number) => plot.x + (plot.width * (amount - low)) / (high - low)
  return bars.map(({ label, amount, from, to }, at) => {
    const middle = plot.y + ROW * (at + 0.5)
    const [heading = ''] = wrapWords(label, {
      width: plot.width - textWidth(amount, true) - 12,
      lines: 1,
      measure: textWidth,
    })
    return (
      <g key={label}>
        <Words x={plot.x} y={middle - BAR / 2 - 11}>
          {heading}
        </Words>
        <Words x={plot.x + plot.width} y={middle - BAR / 2 - 11} anchor="end" isBold>
          {amount}
        </Words>
        {Math.abs(placeOf(to) - placeOf(from)) < LEAST && (
          <line
            x1={placeOf(to)}
            x2={placeOf(to)}
            y1={middle - BAR / 2}
            y2={middle + BAR / 2}
            stroke="var(--text)"
            strokeWidth={LEAST}
          />
        )}
        <line x1={placeOf(0)} x2={placeOf(0)} y1={middle - BAR / 2} y2={middle + BAR / 2} stroke="var(--text)" />
      </g>
    )
  })
}
