/** Few values stand in many rows; from so many on they are all different, and remembering them costs more than it saves. */
const MOST_REMEMBERED = 20_000

/** A pure function of a text that works each text out once. */
export const remembered = <Result>(work: (text: string) => Result): ((text: string) => Result) => {
  const known = new Map<string, Result>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const result = work(text)
    if (known.size < MOST_REMEMBERED) known.set(text, result)
    return result
  }
}
