import type { Place } from '../../../domain/ledger/entry.ts'
import type { PortfolioRow } from '../../../domain/portfolio/portfolio.ts'
import type { Programme } from '../../../domain/programme/programme.ts'

/** The place whose figures a row shows; the schemes without a theme have no place together. */
export const placeOf = (row: PortfolioRow): Place | undefined =>
  row.id === null || row.kind === 'no-theme' ? undefined : { kind: row.kind, id: row.id }

export const programmePlace = (programme: Programme): Place => ({ kind: 'programme', id: programme.id })
