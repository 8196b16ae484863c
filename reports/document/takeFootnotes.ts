import type { Part, ReportModel, Run } from '../model/reportModel.ts'

const notePattern = /\s?\^\[([^\]]{1,1000})\]/g

/**
 * Takes the notes out of the texts, where they stand as `^[what the note says]`, and counts them through the document; the
 * same words are one note.
 */
export const takeFootnotes = (parts: readonly Part[]): Pick<ReportModel, 'parts' | 'footnotes'> => {
  const footnotes: ReportModel['footnotes'] = []
  const markOf = (text: string): string => {
    const known = footnotes.find((note) => note.text === text)
    if (known) return known.mark
    const mark = String(footnotes.length + 1)
    footnotes.push({ mark, text })
    return mark
  }
  const taken = (runs: readonly Run[]): Run[] =>
    runs.flatMap((run) => (run.kind === 'text' ? split(run, markOf) : [run]))
  return {
    parts: parts.map((part) => {
      if (part.kind === 'paragraph') return { ...part, runs: taken(part.runs) }
      return part.kind === 'list' ? { ...part, items: part.items.map(taken) } : part
    }),
    footnotes,
  }
}

const split = (run: Extract<Run, { kind: 'text' }>, markOf: (text: string) => string): Run[] => {
  const runs: Run[] = []
  let from = 0
  for (const found of run.text.matchAll(notePattern)) {
    if (found.index > from) runs.push({ ...run, text: run.text.slice(from, found.index) })
    runs.push({ kind: 'footnote', mark: markOf((found[1] ?? '').trim()) })
    from = found.index + found[0].length
  }
  if (from < run.text.length) runs.push({ ...run, text: run.text.slice(from) })
  return runs
}
