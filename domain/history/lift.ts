/** The shape in which events keep the rows of things today. Raised by one when a stored field changes its name or meaning. */
export const SHAPE = 2

type StoredRow = Record<string, string | number | null>

/** From each older shape to the next one, by the kind of thing; stored events are never rewritten. */
const lifts: Record<number, (kind: string, row: StoredRow) => StoredRow> = {
  1: (kind, row) => (kind === 'decision' ? { ...row, about_json: null, paper_sha256: null } : row),
}

/** A row as an event of any shape kept it, in today's shape. */
export const lift = (kind: string, shape: number, row: StoredRow): StoredRow => {
  let lifted = row
  // Damage may have left any number: nothing was ever kept in a shape before the first.
  for (let from = Math.max(shape, 1); from < SHAPE; from += 1) lifted = lifts[from]?.(kind, lifted) ?? lifted
  return lifted
}
