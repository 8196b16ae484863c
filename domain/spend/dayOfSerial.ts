const DAY = 86_400_000

/** The day of a workbook's serial number, as YYYY-MM-DD; undefined for a time alone and for what no calendar has. */
export const dayOfSerial = (serial: number, since1904: boolean): string | undefined => {
  // Excel counts a 29 February 1900, so that its numbers are right from 1 March 1900 on.
  const days = Math.floor((since1904 ? serial + 1462 : serial) + 1e-9)
  if (!(days >= 61 && days < 2_958_466)) return undefined
  return new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10)
}
