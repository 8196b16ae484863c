/** Values beyond these are as likely new as known: names and ids, of which each stands in one row. */
const REMEMBERED = 100

/** Parses each value once and remembers it: the same few stand in thousands of rows. Only for what nobody can change. */
export const rememberingParse = <Value extends string | number | boolean | null>(schema: {
  parse: (value: unknown) => Value
}) => {
  const parsed = new Map<unknown, Value>()
  return (value: unknown): Value => {
    const known = parsed.get(value)
    if (known !== undefined) return known
    const read = schema.parse(value)
    if (parsed.size < REMEMBERED) parsed.set(value, read)
    return read
  }
}
