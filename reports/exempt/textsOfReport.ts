import type { Part, ReportModel } from '../model/reportModel.ts'
import type { TablePart } from '../model/tablePart.ts'
import { wordsOfRuns } from '../model/wordsOfRuns.ts'
import { partInWords, runsOfPart } from './amountsOfReport.ts'

/** A text or a number of a report, with where it stands in words. */
export interface ReportText {
  where: string
  text: string
}

/** All that a report says in words, what no page shows among it: what charts are drawn from, meanings and sources. */
export const textsOfReport = ({ heading, parts, footnotes, missing, checks }: ReportModel): ReportText[] => {
  const { title, about, programme, note, madeInWords, asAtInWords } = heading
  return [
    ...[title, about, programme, note, madeInWords, asAtInWords].map((text) => ({
      where: 'the heading of the report',
      text,
    })),
    ...parts.flatMap(textsOfPart),
    ...footnotes.map(({ mark, text }) => ({ where: `footnote ${mark}`, text })),
    ...missing.map((text) => ({ where: 'what is missing', text })),
    ...checks.flatMap((check) => leaves(check).map((text) => ({ where: `check ${check.rule}`, text }))),
  ].filter(({ text }) => text !== '')
}

const textsOfPart = (part: Part): ReportText[] => {
  const at = (texts: readonly string[]): ReportText[] => texts.map((text) => ({ where: partInWords(part), text }))
  switch (part.kind) {
    case 'heading':
      return at([part.text])
    case 'facts':
      return at(part.facts.flatMap(({ name, value }) => [name, value]))
    case 'table':
      return at(textsOfTable(part))
    case 'chart':
      return at([
        ...[part.headline, part.measure, part.period, ...part.notes],
        ...leaves(part.drawing.data),
        ...textsOfTable(part.table),
      ])
    default:
      return at(runsOfPart(part).map(wordsOfRuns))
  }
}

const textsOfTable = ({ name, caption, columns, rows, notes }: TablePart): string[] => [
  name,
  caption,
  ...columns.flatMap(({ label, meaning, source, input }) => [label, meaning, source, ...(input?.words ?? [])]),
  ...rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.kind === 'text' || cell.kind === 'rating' ? [cell.text] : [])),
  ),
  ...notes,
]

/** Every text and number in a value, numbers as their digits. */
const leaves = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(leaves) : []
}
