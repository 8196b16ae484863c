const bullet = /^[-–•·●▪◦*]\s+/

/** Numbers that can be nothing else, and single ones, which are a number only before a tab, wide space or capital letter. */
const patterns = [
  /^(\(?(?:[a-z]|[ivxl]{1,5}|\d{1,3})\))\s+(?=\S)/,
  /^(\d{1,2}(?:\.\d{1,2}){1,4}\.?)\s+(?=["'“‘(]?[\p{L}])/u,
  /^(\d{1,3}\.)\s+(?=["'“‘(]?\p{L})/u,
  /^(\d{1,2})(?:\t\s*|\s{2,})(?=\S)/,
  /^(\d{1,2}) (?=["'“‘(]?\p{Lu})/u,
  /^([A-Z]\.|[ivxl]{1,5}\.)\s+(?=\S)/,
]

/** A paragraph's number as it is printed before its text, and the text without it. */
export const splitNumber = (printed: string): { number: string | null; text: string } => {
  const text = printed.replace(bullet, '')
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found?.[1]) return { number: found[1], text: text.slice(found[0].length) }
  }
  return { number: null, text: printed }
}
