import type { Run } from '../model/reportModel.ts'
import { escapeHtml } from './escapeHtml.ts'

/** Words with their bound figures and the marks of footnotes; `known` are the marks that have a footnote. */
export const runsHtml = (runs: readonly Run[], known: ReadonlyMap<string, number>): string =>
  runs.map((run) => runHtml(run, known)).join('')

const runHtml = (run: Run, known: ReadonlyMap<string, number>): string => {
  if (run.kind === 'footnote') {
    const at = known.get(run.mark)
    const mark = escapeHtml(run.mark)
    return at === undefined
      ? `<sup>${mark}</sup>`
      : `<sup><a href="#footnote-${at}" role="doc-noteref" aria-label="Footnote ${mark}">${mark}</a></sup>`
  }
  const words = escapeHtml(run.text)
  if (run.kind === 'figure') return `<span class="figure" title="${escapeHtml(run.token)}">${words}</span>`
  return run.isStrong ? `<strong>${words}</strong>` : words
}
