import { formatYear, type ReportColumn, type StartYear } from '../../domain/financialYear.ts'
import { spokenYear } from './format.ts'

/** The heading of a year column on screen: `Total`, `To March 2020`, `2020/21`, `2023 on`. */
export const columnWords = (column: ReportColumn): string => {
  switch (column.kind) {
    case 'total':
      return 'Total'
    case 'to-march':
      return `To March ${column.startYear}`
    case 'year':
      return formatYear(column.startYear)
    case 'beyond':
      return `${column.startYear} on`
  }
}

/** How that heading is read aloud. */
export const spokenColumn = (column: ReportColumn): string =>
  column.kind === 'year' ? spokenYear(column.startYear) : columnWords(column)

/** The years that a column counts; null is all before or all after. */
export const columnYears = (column: ReportColumn): { from: StartYear | null; to: StartYear | null } => {
  switch (column.kind) {
    case 'total':
      return { from: null, to: null }
    case 'to-march':
      return { from: null, to: column.startYear - 1 }
    case 'year':
      return { from: column.startYear, to: column.startYear }
    case 'beyond':
      return { from: column.startYear, to: null }
  }
}
