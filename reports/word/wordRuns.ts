import type { Run } from '../model/reportModel.ts'
import type { Docx } from './around.ts'
import { wordText } from './wordText.ts'

interface Look {
  bold?: boolean
  italics?: boolean
  /** In half points. */
  size?: number
  color?: string
}

/** Words as runs, each line of theirs on a line of its own. */
export const textRuns = ({ TextRun }: Docx, text: string, look: Look = {}) =>
  wordText(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...look, ...(at === 0 ? {} : { break: 1 }) }))

/** The footnotes of a document: Word counts them as they are referred to, and each can be referred to once. */
export interface Footnotes {
  /** By the mark in the model. */
  ids: ReadonlyMap<string, number>
  referredTo: Set<number>
}

/** A paragraph's words with its figures as they stand and its footnotes as Word's own. */
export const runsOfParagraph = (docx: Docx, runs: readonly Run[], { ids, referredTo }: Footnotes) =>
  runs.flatMap((run) => {
    if (run.kind === 'text') return textRuns(docx, run.text, run.isStrong ? { bold: true } : {})
    if (run.kind === 'figure') return textRuns(docx, run.text)
    const id = ids.get(run.mark)
    if (id === undefined || referredTo.has(id)) {
      return [new docx.TextRun({ text: wordText(id === undefined ? run.mark : String(id)), superScript: true })]
    }
    referredTo.add(id)
    return [new docx.FootnoteReferenceRun(id)]
  })

/** The ids of the footnotes that are referred to, in the order in which they first are. */
export const footnoteIds = (marks: readonly string[], known: ReadonlySet<string>): Map<string, number> =>
  new Map([...new Set(marks)].filter((mark) => known.has(mark)).map((mark, at) => [mark, at + 1]))
