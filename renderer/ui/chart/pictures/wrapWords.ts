/** Words broken into lines that fit; what does not fit into the last line, or is too long a word, ends in an ellipsis. */
export const wrapWords = (
  text: string,
  { width, lines, measure }: { width: number; lines: number; measure: (text: string) => number },
): string[] => {
  const broken: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${broken.at(-1) ?? ''} ${word}`.trim()
    if (broken.length > 0 && measure(longer) <= width) broken[broken.length - 1] = longer
    else broken.push(word)
  }
  const kept = broken.slice(0, lines)
  if (broken.length > lines) kept[lines - 1] = `${kept[lines - 1]} ${broken.slice(lines).join(' ')}`
  return kept.map((line) => shortened(line, width, measure))
}

function shortened(line: string, width: number, measure: (text: string) => number): string {
  if (measure(line) <= width) return line
  const letters = [...line]
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
