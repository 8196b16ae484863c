import type { WriteReport } from '../writers.ts'
import { addChecksSheet } from './checksSheet.ts'
import { addDictionarySheet } from './dictionarySheet.ts'
import { bookBytes, newBook } from './excel.ts'
import { withNativeCharts } from './nativeCharts.ts'
import { sheetPlan } from './sheetPlan.ts'
import { addTableSheet } from './tableSheet.ts'
import { addTextSheet, hasText, notesOfReport } from './textSheet.ts'

/**
 * An .xlsx of any report: its text, a sheet for its tables with live sums, then Checks and Data dictionary. Tables with the
 * same columns that follow each other share a sheet.
 */
export const writeWorkbook: WriteReport = async (model, pictures) => {
  const book = await newBook(model.heading)
  for (const name of ['report', 'checks', 'data dictionary']) book.takenSheets.add(name)
  const plan = sheetPlan(model, book.takenSheets)
  for (const name of ['report', 'checks', 'data dictionary']) book.takenSheets.delete(name)
  const isText = hasText(model)
  if (isText) addTextSheet(book, model, plan)
  const drawn = plan.sheets.flatMap((planned, at) => {
    const notes = !isText && at === 0 ? notesOfReport(model) : []
    return addTableSheet(book, model, planned, plan, { notes, pictures }) ?? []
  })
  addChecksSheet(book, model)
  addDictionarySheet(book, model, plan)
  return withNativeCharts(await bookBytes(book), drawn, new Date(model.heading.asAt.recordedAt))
}
