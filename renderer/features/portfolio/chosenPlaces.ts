import type { Id } from '../../../domain/id.ts'
import type { PortfolioRow } from '../../../domain/portfolio/portfolio.ts'
import { filteredThemes, isFiltered, type PortfolioFilter } from './filter.ts'

export interface ChosenPlaces {
  themes: PortfolioRow[]
  /** The places whose own money counts; null for the whole programme. */
  placeIds: Id[] | null
  schemes: { shown: number; all: number }
}

/** What the filter leaves of the programme. A theme's own money belongs to all of its schemes, so it counts only with all of them. */
export const chosenPlaces = (programme: PortfolioRow, filter: PortfolioFilter): ChosenPlaces => {
  const themes = filteredThemes(programme, filter)
  const schemesIn = (rows: readonly PortfolioRow[]) => rows.reduce((count, { children }) => count + children.length, 0)
  const allOf = new Map(programme.children.map((theme) => [theme.id, theme.children.length]))
  const placeIds = themes.flatMap((theme) => [
    ...(theme.children.length === allOf.get(theme.id) ? [theme.id] : []),
    ...theme.children.map(({ id }) => id),
  ])
  return {
    themes,
    placeIds: isFiltered(filter) ? placeIds.filter((id) => id !== null) : null,
    schemes: { shown: schemesIn(themes), all: schemesIn(programme.children) },
  }
}
