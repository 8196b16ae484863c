import { z } from 'zod'
import type { PortfolioRow } from '../../../domain/portfolio/portfolio.ts'

const CaseFilter = z.enum(['not_yet_developed', 'draft', 'recommended', 'approved', 'not-stated'])
const RatingFilter = z.enum(['G', 'AG', 'A', 'AR', 'R', 'none'])

/** What of the portfolio is shown, and how it is laid out. It stands in the address. */
export const PortfolioFilter = z.object({
  view: z.enum(['levels', 'years', 'charts']).optional().catch(undefined),
  find: z.string().max(100).optional().catch(undefined),
  theme: z.string().max(26).optional().catch(undefined),
  case: CaseFilter.optional().catch(undefined),
  rating: RatingFilter.optional().catch(undefined),
})
export type PortfolioFilter = z.infer<typeof PortfolioFilter>

export const isFiltered = ({ find, theme, case: status, rating }: PortfolioFilter): boolean =>
  Boolean(find?.trim() || theme || status || rating)

/** The themes with those of their schemes that the filter lets through; a theme none of whose schemes pass is left out. */
export const filteredThemes = (programme: PortfolioRow, filter: PortfolioFilter): PortfolioRow[] => {
  if (!isFiltered(filter)) return programme.children
  const words = (filter.find ?? '').trim().toLowerCase()
  const bySchemeOnly = Boolean(filter.case || filter.rating)
  return programme.children.flatMap((theme) => {
    if (filter.theme && theme.id !== filter.theme) return []
    const isThemeFound = words === '' || theme.name.toLowerCase().includes(words)
    const children = theme.children.filter((scheme) => {
      const name = `${scheme.name} ${scheme.scheme?.ref ?? ''}`.toLowerCase()
      return (isThemeFound || name.includes(words)) && hasCase(scheme, filter.case) && hasRating(scheme, filter.rating)
    })
    return children.length > 0 || (isThemeFound && !bySchemeOnly) ? [{ ...theme, children }] : []
  })
}

function hasCase(scheme: PortfolioRow, wanted: PortfolioFilter['case']): boolean {
  if (wanted === undefined) return true
  return wanted === 'not-stated' ? scheme.cases.length === 0 : scheme.cases.some((each) => each.status === wanted)
}

function hasRating(scheme: PortfolioRow, wanted: PortfolioFilter['rating']): boolean {
  return wanted === undefined || (scheme.scheme?.dca ?? 'none') === wanted
}
