import type { RequestFunding, RequestLine } from '../../../domain/authority/authorityRequest.ts'
import type { YearRange } from '../../../domain/financialYear.ts'

/** A row of the lines: one place, source and nature, with an amount for each year. */
export type LineRow = Pick<RequestLine, 'place' | 'sourceId' | 'nature'>

export const rowKey = ({ place, sourceId, nature }: LineRow): string =>
  `${place.kind}.${place.id}.${sourceId ?? 'none'}.${nature}`

/** Where the amount of a row in a year is written. */
export const linePath = ({ place, sourceId, nature }: LineRow, startYear: number): string =>
  `lines.${place.kind}.${place.id}.${startYear}.${sourceId ?? 'none'}.${nature}`

export const fundingPath = (sourceId: string, startYear: number): string => `funding.${sourceId}.${startYear}`

/** The rows that lines lie on, in their order. */
export const rowsOf = (lines: readonly LineRow[]): LineRow[] => [
  ...new Map(
    lines.map(({ place, sourceId, nature }) => [rowKey({ place, sourceId, nature }), { place, sourceId, nature }]),
  ).values(),
]

/** The years of the programme, and those beyond it for which something is asked. */
export const yearsShown = (
  { startYear, endYear }: { startYear: number; endYear: number },
  lines: readonly (Pick<RequestLine, 'startYear'> | Pick<RequestFunding, 'startYear'>)[],
): number[] => {
  const own: YearRange = { from: startYear, to: endYear }
  const years = new Set(lines.map((line) => line.startYear))
  for (let year = own.from; year <= own.to; year++) years.add(year)
  return [...years].sort((a, b) => a - b)
}
