/** A name for a range, unlike all that are taken and unlike a cell's address; it is added to them. */
export const rangeName = (wanted: string, taken: Set<string>): string => {
  const words = wanted
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST)
    .toWellFormed()
  const isName = /^[\p{L}_]/u.test(words) && !looksLikeCell.test(words)
  const usable = isName ? words : `Table_${words}`
  let name = usable
  for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${usable}_${next}`
  taken.add(name.toLowerCase())
  return name
}

const LONGEST = 100

/** `FY2020`, `R1C1`, `R` and `C` are addresses. */
const looksLikeCell = /^([a-z]{1,3}\d+|r\d*(c\d*)?|c\d*|true|false)$/i
