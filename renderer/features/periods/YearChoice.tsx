import { NativeSelect } from '@mantine/core'
import { formatYear, type StartYear } from '../../../domain/financialYear.ts'

interface YearChoiceProps {
  year: StartYear
  years: readonly { startYear: StartYear; isClosed: boolean }[]
  onYear: (year: StartYear) => void
}

/** One of the years that have begun. */
export function YearChoice({ year, years, onYear }: YearChoiceProps) {
  const listed = years.some(({ startYear }) => startYear === year)
    ? years
    : [{ startYear: year, isClosed: false }, ...years]
  return (
    <NativeSelect
      size="xs"
      aria-label="Financial year"
      value={year}
      onChange={(event) => onYear(Number(event.currentTarget.value))}
      data={listed.map(({ startYear, isClosed }) => ({
        value: String(startYear),
        label: isClosed ? `${formatYear(startYear)}, closed` : formatYear(startYear),
      }))}
    />
  )
}
