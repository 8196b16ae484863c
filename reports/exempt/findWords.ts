/**
 * Looks for phrases in a text, whatever their case, spaces and punctuation: gives those that stand in it as whole
 * words.
 */
export const findWords = (phrases: readonly string[]): ((text: string) => string[]) => {
  const byFirstWord = new Map<string, { phrase: string; words: string }[]>()
  for (const phrase of phrases) {
    const words = wordsIn(phrase)
    const first = words[0]
    if (first === undefined) continue
    const known = { phrase, words: `${words.join(' ')} ` }
    const same = byFirstWord.get(first)
    if (same) same.push(known)
    else byFirstWord.set(first, [known])
  }
  return (text) => {
    const words = wordsIn(text)
    const whole = `${words.join(' ')} `
    const found = new Set<string>()
    let from = 0
    for (const word of words) {
      for (const each of byFirstWord.get(word) ?? []) if (whole.startsWith(each.words, from)) found.add(each.phrase)
      from += word.length + 1
    }
    return [...found]
  }
}

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
