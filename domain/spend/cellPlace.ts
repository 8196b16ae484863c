/** A column as a spreadsheet calls it, from 0: `A`, `Z`, `AA`. */
const columnLetters = (column: number): string => {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

/** A cell as a spreadsheet calls it, such as `E17`. */
export const cellPlace = (row: number, column: number): string => `${columnLetters(column)}${row}`
