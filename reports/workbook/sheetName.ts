const LONGEST = 31

/** A name that every spreadsheet takes for a sheet, unlike all that are taken; it is added to them. */
export const sheetName = (wanted: string, taken: Set<string>): string => {
  const clean =
    cut(
      wanted
        .normalize('NFC')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: a sheet's name may not hold them.
        .replace(/[\u0000-\u001f\u007f[\]:*?/\\]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, ''),
      LONGEST,
    ) || 'Table'
  // A spreadsheet keeps this one for itself.
  const usable = /^history$/i.test(clean) ? `${clean} 1` : clean
  let name = usable
  for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${cut(usable, LONGEST - 4)} ${next}`
  taken.add(name.toLowerCase())
  return name
}

/** Counted in UTF-16 units, as spreadsheets do, without half a character at the end. */
const cut = (text: string, most: number): string =>
  [...text.toWellFormed()].reduce((kept, each) => (kept.length + each.length <= most ? kept + each : kept), '').trim()
