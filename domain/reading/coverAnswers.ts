import { plainText } from './plainText.ts'

/** The four questions of the first page, in the words that councils ask them in. */
export const questions = {
  wards: /\b(?:electoral )?wards?\b.{0,40}\baffected\b|\baffect.{0,30}\bwards?\b/i,
  equality: /\bequality\b.{0,60}(?:\?|diversity|cohesion|implications)/i,
  callIn: /\bcall(?:ed)?[ -]?in\b/i,
  exempt: /\b(?:confidential|exempt)\b/i,
}

const ticked = '☒'
const empty = '☐'

/** Yes or no, by the box that is ticked or by the one word that stands there; null where both or neither do. */
export const answerIn = (text: string): boolean | null => {
  const words = plainText(text)
    .replace(/\bif (?:yes|no|relevant)\b.*?(?=[☐☒☑□■[<]|$)/gis, ' ')
    .replace(/<input[^>]*>/gi, (box) => (/\bchecked\b/i.test(box) ? ticked : empty))
    .replace(/[☑✓✔■⊠☒]|\[ ?x ?\]|\( ?x ?\)/gi, ticked)
    .replace(/[☐□▢]|\[ *\]|\( \)/g, empty)
    .replace(/(?:^|\s)x(?=\s|$)/gi, ` ${ticked}`)
  const hasYes = /\byes\b/i.test(words)
  const hasNo = /\bno\b(?!\.|:| ?\d)/i.test(words)
  if (hasYes !== hasNo) return words.includes(empty) && !words.includes(ticked) ? !hasYes : hasYes
  if (!hasYes || !words.includes(ticked)) return null
  // The boxes stand all before or all behind their words.
  const isBefore = words.search(new RegExp(`[${ticked}${empty}]`)) < words.search(/\b(?:yes|no)\b/i)
  const marked = isBefore
    ? new RegExp(`${ticked}\\s*(yes|no)\\b`, 'i').exec(words)?.[1]
    : new RegExp(`\\b(yes|no)\\s*:?\\s*${ticked}`, 'i').exec(words)?.[1]
  return marked === undefined ? null : marked.toLowerCase() === 'yes'
}
