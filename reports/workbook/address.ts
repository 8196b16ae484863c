/** `A` for 1. */
export const letterOf = (column: number): string => {
  const rest = (column - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return column > 26 ? letterOf((column - 1 - rest) / 26) + letter : letter
}

/** The name of a sheet as formulas write it. */
export const sheetReference = (name: string): string => `'${name.replaceAll("'", "''")}'`
