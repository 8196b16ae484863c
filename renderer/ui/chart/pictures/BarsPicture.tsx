import type { Bar } from '../../../../domain/chart/chartDrawing.ts'
import { textWidth, widest } from './textWidth.ts'
import { Words } from './Words.tsx'
import { wrapWords } from './wrapWords.ts'

interface BarsPictureProps {
  bars: readonly Bar[]
  /** The colour of the bars, by its token; what is below nought has the second one where it is given. */
  colour: string
  below?: string | undefined
  width: number
}

const NAME = 20
const BAR = 22
const GAP = 12
const ROW = NAME + BAR + GAP

/** Bars under each other from nought to the right, and to the left where they are below it; the name stands over its bar. */
export function BarsPicture({ bars, colour, below = colour, width }: BarsPictureProps) {
  const amounts = bars.map(({ amount }) => amount)
  const [low, high] = [Math.min(0, ...amounts), Math.max(0, ...amounts)]
  const room = Math.ceil(widest(bars.map(({ words }) => words))) + 12
  const left = low < 0 ? room : 2
  const plot = Math.max(40, width - left - room)
  const placeOf = (amount: number) => left + (plot * (amount - low)) / Math.max(1, high - low)
  const zero = placeOf(0)
  return (
    <svg width={width} height={ROW * bars.length} aria-hidden="true" focusable="false">
      {bars.map(({ name, amount, words }, at) => {
        const top = at * ROW
        const end = placeOf(amount)
        const [shown = ''] = wrapWords(name, { width: width - 4, lines: 1, measure: (text) => textWidth(text, true) })
        return (
          <g key={name}>
            <Words x={2} y={top + NAME / 2} isBold>
              {shown}
            </Words>
            <rect
              x={Math.min(zero, end)}
              y={top + NAME}
              width={Math.max(1, Math.abs(end - zero))}
              height={BAR}
              fill={`var(--${amount < 0 ? below : colour})`}
            />
            <line x1={zero} x2={zero} y1={top + NAME - 2} y2={top + NAME + BAR + 2} stroke="var(--text)" />
            <Words x={amount < 0 ? end - 6 : end + 6} y={top + NAME + BAR / 2} anchor={amount < 0 ? 'end' : 'start'}>
              {words}
            </Words>
          </g>
        )
      })}
    </svg>
  )
}
