import { WORDS_SIZE } from './textWidth.ts'

/** A chart that only shows: no tip, no key of the library's own, no stop for the Tab key, and light horizontal lines. */
export const bareChart = {
  accessibilityLayer: false,
  withTooltip: false,
  withLegend: false,
  tickLine: 'none',
  strokeDasharray: '0',
  gridProps: { stroke: 'var(--hairline)', syncWithTicks: true },
} as const

/** The look of the figures along an axis. */
export const axisWords = { fontSize: WORDS_SIZE, fill: 'var(--muted)' } as const

/** Between the figures of an axis and the plot, in pixels: the library keeps room for tick lines also where there are none. */
export const AXIS_GAP = 18
