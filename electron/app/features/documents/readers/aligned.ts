/** Words that stand together on a line, from left to right in any unit. */
export interface Piece {
  left: number
  right: number
}

/** A column by the words that stand in it. */
export interface Column extends Piece {
  count: number
}

/**
 * The columns in which pieces of several lines stand, from left to right. Pieces that touch belong together, but one that would
 * join two columns in which others stand apart lies over both, as the heads of several years do.
 */
export const columnsOf = (lines: Piece[][]): Column[] => {
  const pieces = lines.flat().toSorted((one, other) => one.right - one.left - (other.right - other.left))
  let columns: Column[] = []
  for (const piece of pieces) {
    const touched = columns.filter((column) => overlaps(column, piece))
    if (touched.length > 1) continue
    const [column] = touched
    if (!column) {
      columns.push({ left: piece.left, right: piece.right, count: 1 })
      continue
    }
    const left = Math.min(column.left, piece.left)
    const right = Math.max(column.right, piece.right)
    // Grown so far that it would reach its neighbour, it keeps its width: the piece hangs over.
    if (columns.some((other) => other !== column && overlaps(other, { left, right }))) column.count += 1
    else columns = columns.map((other) => (other === column ? { left, right, count: column.count + 1 } : other))
  }
  return columns.toSorted((one, other) => one.left - other.left)
}

const overlaps = (one: Piece, other: Piece): boolean => one.left < other.right && other.left < one.right

/** The first and the last of the columns that a piece lies over; the nearest where it lies over none. */
export const columnsUnder = (columns: Column[], piece: Piece): { first: number; last: number } => {
  const under = columns.flatMap((column, at) => (overlaps(column, piece) ? [at] : []))
  const [first] = under
  const last = under.at(-1)
  if (first !== undefined && last !== undefined) return { first, last }
  const distance = (column: Column) => Math.max(column.left - piece.right, piece.left - column.right)
  const nearest = columns.reduce(
    (best, column, at) => (distance(column) < distance(columns[best] ?? column) ? at : best),
    0,
  )
  return { first: nearest, last: nearest }
}
