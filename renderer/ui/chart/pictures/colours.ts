/** The colour of the nth series, and of words on it. */
export const seriesColour = (index: number): string => `var(--chart-${(index % 4) + 1})`
export const onSeries = (index: number): string => `on-chart-${(index % 4) + 1}`

/** Between parts that touch; in forced colours it is the edge of every part. */
export const edge = { stroke: 'var(--chart-edge)', strokeWidth: 2, strokeOpacity: 1 } as const

/** Of a bar that stands alone: nothing but in forced colours, where fills vanish. */
export const outline = { stroke: 'var(--chart-outline, transparent)', strokeWidth: 2, strokeOpacity: 1 } as const
