/** More than a large programme has of one kind of thing, all of which are read anew after every command. */
const REMEMBERED = 2000

/** In characters: names and ids, and no descriptions, which take more room than time. */
const LONGEST = 100

/**
 * Parses each value once and remembers it: the same few stand in thousands of rows, and the others in the rows that are read next
 * time. Only for what nobody can change.
 */
export const rememberingParse = <Value extends string | number | boolean | null>(schema: {
  parse: (value: unknown) => Value
}) => {
  const parsed = new Map<unknown, Value>()
  return (value: unknown): Value => {
    const known = parsed.get(value)
    if (known !== undefined) return known
    const read = schema.parse(value)
    const isShort = typeof value !== 'string' || value.length <= LONGEST
    if (isShort && parsed.size < REMEMBERED) parsed.set(value, read)
    return read
  }
}
