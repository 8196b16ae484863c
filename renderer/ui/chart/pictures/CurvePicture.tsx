import { LineChart } from '@mantine/charts'
import { usePlotArea } from 'recharts'
import { type CalendarDay, daysBetween } from '../../../../domain/calendarDay.ts'
import type { DrawnCurve } from '../../../../domain/chart/chartDrawing.ts'
import { axisTicks } from './axisTicks.ts'
import { AXIS_GAP, axisWords, bareChart } from './bareChart.ts'
import { OverBars } from './OverBars.tsx'
import { spread } from './spread.ts'
import { textWidth, widest } from './textWidth.ts'
import { Words } from './Words.tsx'

interface CurvePictureProps extends DrawnCurve {
  format: (amount: number) => string
  width: number
}

const LINE = 20

/** Authority in steps and spend under it, by day, with a line for today; what is expected is dashed. */
export function CurvePicture({ points, today, ends, days, format, width }: CurvePictureProps) {
  const first = points[0]?.on
  const last = points.at(-1)?.on
  if (!first || !last) return null
  const dayOf = (on: CalendarDay) => daysBetween(first, on)
  const amounts = points.flatMap(({ authority, spent, forecast }) => [authority ?? 0, spent ?? 0, forecast ?? 0])
  const isNarrow = width < 560
  // Where the words do not fit beside the lines they stand over them, and need room there.
  const [low, high] = [Math.min(0, ...amounts), Math.max(1, ...amounts) * (isNarrow ? 1.12 : 1)]
  const ticks = axisTicks(low, high)
  const axisWidth = Math.ceil(widest(ticks.map(format))) + AXIS_GAP
  const room = isNarrow ? 8 : Math.ceil(widest(Object.values(ends).filter((words) => words !== undefined))) + 16
  return (
    <LineChart
      {...bareChart}
      w={width}
      h={360}
      data={points.map(({ on, authority, spent, forecast = null }) => ({ day: dayOf(on), authority, spent, forecast }))}
      dataKey="day"
      series={[
        { name: 'authority', color: 'var(--line-authority, var(--chart-2))' },
        { name: 'spent', color: 'var(--line-spent, var(--chart-4))' },
        ...(ends.forecast === undefined
          ? []
          : [{ name: 'forecast', color: 'var(--line-spent, var(--chart-4))', strokeDasharray: '6 5' }]),
      ]}
      withDots={false}
      strokeWidth={3}
      lineProps={({ name }) => ({ type: name === 'authority' ? 'stepAfter' : 'linear', strokeLinecap: 'butt' })}
      // Spend stands at the ends of periods only, and runs evenly between them.
      connectNulls
      lineChartProps={{ margin: { top: today ? LINE + 8 : 12, right: room, bottom: LINE + 10, left: 0 } }}
      xAxisProps={{ type: 'number', domain: [0, dayOf(last)], hide: true }}
      yAxisProps={{
        domain: [low, high],
        ticks,
        interval: 0,
        width: axisWidth,
        tick: axisWords,
        tickMargin: 8,
      }}
      valueFormatter={format}
      referenceLines={[{ y: 0, color: 'var(--text)' }]}
    >
      <OverBars>
        <CurveWords
          {...{ points, ends, dayOf }}
          today={today}
          room={room}
          days={days}
          length={dayOf(last)}
          low={low}
          high={high}
        />
      </OverBars>
    </LineChart>
  )
}

interface CurveWordsProps extends Pick<CurvePictureProps, 'points' | 'today' | 'ends' | 'days'> {
  /** Beside the plot, in pixels. */
  room: number
  dayOf: (on: CalendarDay) => number
  length: number
  low: number
  high: number
}

function CurveWords({ points, today, ends, days, room, dayOf, length, low, high }: CurveWordsProps) {
  const plot = usePlotArea()
  if (!plot) return null
  const placeOf = (on: CalendarDay) => plot.x + (plot.width * dayOf(on)) / Math.max(1, length)
  const heightOf = (amount: number) => plot.y + plot.height * (1 - (amount - low) / (high - low))
  const right = plot.x + plot.width
  const lines = (['authority', 'spent', 'forecast'] as const).flatMap((name) => {
    const words = ends[name]
    const end = points.findLast((point) => (point[name] ?? null) !== null)
    if (!end || words === undefined) return []
    const [x, y] = [placeOf(end.on), heightOf(end[name] ?? 0)]
    const furthest = right + room - textWidth(words, true) - 4
    const isBeside = x + 8 <= furthest
    const over = name === 'authority' ? -14 : 16
    return [{ words, x: isBeside ? x + 8 : furthest, y: isBeside ? y : y + over }]
  })
  const heights = spread(
    lines.map(({ y }) => y),
    LINE,
    { from: plot.y + 8, to: plot.y + plot.height - 8 },
  )
  const todayAt = today && placeOf(today.on)
  const half = today ? textWidth(today.words) / 2 : 0
  return (
    <>
      {apart(days, placeOf, right).map(({ on, words, from }) => (
        <g key={on}>
          <line
            x1={placeOf(on)}
            x2={placeOf(on)}
            y1={plot.y + plot.height}
            y2={plot.y + plot.height + 6}
            stroke="var(--muted)"
          />
          <Words x={from} y={plot.y + plot.height + 18} colour="muted">
            {words}
          </Words>
        </g>
      ))}
      {today && todayAt !== null && (
        <>
          <line
            x1={todayAt}
            x2={todayAt}
            y1={plot.y - 4}
            y2={plot.y + plot.height}
            stroke="var(--muted)"
            strokeDasharray="4 4"
          />
          <Words
            x={Math.min(Math.max(todayAt, plot.x + half), plot.x + plot.width - half)}
            y={plot.y - 14}
            anchor="middle"
          >
            {today.words}
          </Words>
        </>
      )}
      {lines.map(({ words, x }, index) => (
        <Words key={words} x={x} y={heights[index] ?? 0} isBold>
          {words}
        </Words>
      ))}
    </>
  )
}

/** The days whose words do not run into each other: the first and the last, and of those between what fits. */
function apart(days: CurvePictureProps['days'], placeOf: (on: CalendarDay) => number, right: number) {
  const left = placeOf(days[0]?.on ?? ('' as CalendarDay))
  const placed = days.map(({ on, words }) => {
    const size = textWidth(words)
    const from = Math.min(Math.max(placeOf(on) - size / 2, left), right - size)
    return { on, words, from, to: from + size }
  })
  const last = placed.at(-1)
  let reached = Number.NEGATIVE_INFINITY
  return placed.filter((each) => {
    const fits = each.from >= reached && (each === last || each.to + 12 <= (last?.from ?? right))
    if (fits) reached = each.to + 12
    return fits
  })
}
