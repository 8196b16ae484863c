/** How well words match: 0 is a name that begins so, higher is further off; undefined is no match. */
export type Rank = number

/**
 * Whether every typed word begins a word of the texts, and how well. The first text is the name, the others are what else
 * it is called: aliases, references, the theme it belongs to.
 */
export const rank = (query: string, texts: readonly string[]): Rank | undefined => {
  const typed = wordsOf(query)
  if (typed.length === 0) return undefined
  const [name = [], ...others] = texts.map(wordsOf)
  const all = [...name, ...others.flat()]
  if (!typed.every((word) => all.some((each) => each.startsWith(word)))) return undefined
  if (name.join(' ').startsWith(typed.join(' '))) return 0
  if (typed.every((word) => name.some((each) => each.startsWith(word)))) return 1
  return others.some((other) => typed.every((word) => other.some((each) => each.startsWith(word)))) ? 2 : 3
}

/** Without capitals, accents and marks, so that `Leeds' care-record` is found as `leeds care record`. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}/]+/u)
    .filter(Boolean)
}
