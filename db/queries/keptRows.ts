/** A thing as it stands in an event that nobody has vouched for. */
export interface UnprovenRow {
  kind: string
  row: Record<string, unknown>
}

/** The things that an event says it holds; none where damage has left no JSON, or JSON of another form. */
export const keptRows = (rowsJson: unknown): UnprovenRow[] => {
  const rows = parsed(rowsJson)
  return Array.isArray(rows) && rows.every(isRow) ? rows : []
}

const parsed = (text: unknown): unknown => {
  try {
    return JSON.parse(text as string)
  } catch {
    return null
  }
}

const isRow = (value: unknown): value is UnprovenRow =>
  isObject(value) && typeof value.kind === 'string' && isObject(value.row)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
