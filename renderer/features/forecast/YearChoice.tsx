import { NativeSelect } from '@mantine/core'
import { formatYear, type StartYear } from '../../../domain/financialYear.ts'
import { useView } from '../../lib/useView.ts'

interface YearChoiceProps {
  year: StartYear
  onYear: (year: StartYear) => void
}

/** One of the years that the page shows. */
export function YearChoice({ year, onYear }: YearChoiceProps) {
  const { view } = useView()
  const years = Array.from({ length: view.to - view.from + 1 }, (_, index) => view.from + index)
  return (
    <NativeSelect
      size="xs"
      aria-label="Financial year"
      value={year}
      onChange={(event) => onYear(Number(event.currentTarget.value))}
      data={years.map((each) => ({ value: String(each), label: formatYear(each) }))}
    />
  )
}
