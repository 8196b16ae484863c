import type { Part, ReportModel } from '../model/reportModel.ts'
import type { TablePart } from '../model/tablePart.ts'
import { wordsOfRuns } from '../model/wordsOfRuns.ts'
import { exemptOf, exemptOfCell, runsOfPart, tableOf } from './amountsOfReport.ts'

/** Words that say nothing by themselves. */
const commonplace =
  /^(?:total|sub-?total|none|yes|no|other|not recorded|not known|to be confirmed|tbc|capital|revenue)$/i
const FEWEST_LETTERS = 4
/** A shorter sentence may stand anywhere. */
const FEWEST_WORDS = 4

/**
 * The words of a report that are exempt: its paragraphs sentence by sentence, and what stands in cells and beside
 * names.
 */
export const wordsKept = ({ parts }: ReportModel): string[] => {
  const kept = parts.flatMap((part) => [...(exemptOf(part) === null ? [] : wordsOfPart(part)), ...wordsOfCells(part)])
  return [...new Set(kept.map((text) => text.trim()))].filter(
    (text) => (text.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS && !commonplace.test(text),
  )
}

const wordsOfPart = (part: Part): string[] => {
  if (part.kind === 'facts') return part.facts.map(({ value }) => value)
  if (part.kind === 'table') return sentencesOf([part.caption, ...part.notes])
  if (part.kind === 'chart') return sentencesOf([part.headline, ...part.notes, ...part.table.notes])
  return runsOfPart(part).flatMap((runs) => sentencesOf([wordsOfRuns(runs.filter(({ kind }) => kind !== 'footnote'))]))
}

const sentencesOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => {
    const long = text.split(/(?<=[.!?;:])\s+|\n+/).filter((sentence) => sentence.split(/\s+/).length >= FEWEST_WORDS)
    return long.length > 0 ? long : [text]
  })

const wordsOfCells = (part: Part): string[] => {
  const table = tableOf(part)
  if (table === null) return []
  return table.columns.flatMap(({ id }, at) => {
    const kept = new Set<string>()
    for (const row of table.rows) {
      const text = row.style === 'plain' ? textAt(row, at) : ''
      if (text !== '' && exemptOfCell(part, row, id) !== null) kept.add(text)
    }
    // What other rows of the column say too is a class of things, and gives nothing away.
    for (const text of textsShown(part, table, id, at)) kept.delete(text)
    return [...kept]
  })
}

const textsShown = (part: Part, table: TablePart, columnId: string, at: number): string[] =>
  table.rows.filter((row) => exemptOfCell(part, row, columnId) === null).map((row) => textAt(row, at))

const textAt = (row: TablePart['rows'][number], at: number): string => {
  const cell = row.cells[at]
  return cell?.kind === 'text' ? cell.text : ''
}
