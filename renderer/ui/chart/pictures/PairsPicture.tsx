import { BarChart } from '@mantine/charts'
import { useId } from 'react'
import { usePlotArea } from 'recharts'
import type { Pair } from '../../../../domain/chart/chartDrawing.ts'
import { bareChart } from './bareChart.ts'
import { outline } from './colours.ts'
import { OverBars } from './OverBars.tsx'
import { textWidth, widest } from './textWidth.ts'
import { Words } from './Words.tsx'
import { wrapWords } from './wrapWords.ts'

interface PairsPictureProps {
  pairs: readonly Pair[]
  width: number
}

const HEADING = 24
const BAR = 20
const GAP = 18
const ROW = HEADING + 2 * BAR + GAP
/** The library puts the bars into the middle of their row, and here words stand above them. */
const TOP = (HEADING - GAP) / 2

/** The plan over the authority, for one theme under the other. */
export function PairsPicture({ pairs, width }: PairsPictureProps) {
  const dots = useId()
  const amounts = pairs.flatMap(({ plan, authority }) => [plan.amount ?? 0, authority.amount ?? 0])
  const [low, high] = [Math.min(0, ...amounts), Math.max(1, ...amounts)]
  const room = Math.ceil(widest(pairs.flatMap(({ plan, authority }) => [plan.words, authority.words]))) + 10
  return (
    <BarChart
      {...bareChart}
      w={width}
      h={TOP + ROW * pairs.length - GAP}
      orientation="vertical"
      data={pairs.map(({ plan, authority }, row) => ({
        row,
        plan: plan.amount ?? 0,
        authority: authority.amount ?? 0,
      }))}
      dataKey="row"
      series={[
        { name: 'plan', color: `url(#${dots})` },
        { name: 'authority', color: 'var(--chart-2)' },
      ]}
      barProps={({ name }) => ({
        barSize: BAR,
        ...(name === 'plan' ? { stroke: 'var(--chart-plan)', strokeWidth: 1.5, strokeOpacity: 1 } : outline),
      })}
      barChartProps={{ margin: { top: TOP, right: room, bottom: -GAP, left: 2 }, barGap: 0 }}
      gridAxis="none"
      withXAxis={false}
      withYAxis={false}
      xAxisProps={{ domain: [low, high] }}
    >
      <defs>
        <pattern id={dots} width={6} height={6} patternUnits="userSpaceOnUse">
          <rect width={6} height={6} fill="var(--surface)" />
          <circle cx={3} cy={3} r={1.4} fill="var(--chart-plan)" />
        </pattern>
      </defs>
      <OverBars>
        <PairWords pairs={pairs} low={low} high={high} />
      </OverBars>
    </BarChart>
  )
}

function PairWords({ pairs, low, high }: { pairs: readonly Pair[]; low: number; high: number }) {
  const plot = usePlotArea()
  if (!plot) return null
  const placeOf = (amount: number) => plot.x + (plot.width * (amount - low)) / (high - low)
  return pairs.map(({ name, plan, authority }, at) => {
    const middle = plot.y + ROW * (at + 0.5)
    const [heading = ''] = wrapWords(name, {
      width: plot.width + 60,
      lines: 1,
      measure: (text) => textWidth(text, true),
    })
    return (
      <g key={name}>
        <Words x={plot.x} y={middle - BAR - 12} isBold>
          {heading}
        </Words>
        <line x1={placeOf(0)} x2={placeOf(0)} y1={middle - BAR - 1} y2={middle + BAR + 1} stroke="var(--text)" />
        {[plan, authority].map(({ amount, words }, bar) => (
          <Words key={words} x={Math.max(placeOf(amount ?? 0), placeOf(0)) + 8} y={middle + (bar - 0.5) * BAR}>
            {words}
          </Words>
        ))}
      </g>
    )
  })
}
