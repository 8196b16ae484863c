/** What a document may hold at the most. A council's report needs a hundredth of it; a file made to do harm needs more. */
export const limits = {
  /** Files in a package of Word or Excel. */
  parts: 2_000,
  /** Bytes of a package that are unpacked. */
  unpackedBytes: 64_000_000,
  /** Elements of one XML part or of one page of HTML. */
  elements: 600_000,
  characters: 8_000_000,
  cells: 50_000,
  /** Merged areas of a sheet. */
  merged: 10_000,
  pages: 400,
  /** Lines that one page draws. */
  rules: 50_000,
  words: 50_000,
  /** How deep elements may stand in each other. */
  depth: 400,
  titleLength: 300,
} as const
