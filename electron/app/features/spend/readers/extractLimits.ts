import { MOST_COLUMNS } from '../../../../../domain/spend/mapping.ts'

/** What an extract may hold at the most. A year of a council's whole ledger stays within it; a file made to do harm does not. */
export const extractLimits = {
  /** Bytes of the file as it lies on the disk. */
  file: 1_000_000_000,
  /** Bytes of one part of a workbook once it is unpacked. */
  unpacked: 1_500_000_000,
  /** Bytes of the parts of a workbook that are kept whole: its list of sheets, its relations, its styles. */
  smallPart: 16_000_000,
  parts: 10_000,
  csvRows: 1_100_000,
  workbookRows: 250_000,
  columns: MOST_COLUMNS,
  /** Characters of one cell, as in Excel. */
  text: 32_767,
  /** Characters of all texts that the cells of a workbook share. */
  sharedText: 100_000_000,
} as const

/** Rows that are handed on together. */
export const BATCH = 1_000
