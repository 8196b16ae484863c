import type { Run } from './reportModel.ts'

/** The words of a paragraph as they are read, with its footnotes' marks in brackets. */
export const wordsOfRuns = (runs: readonly Run[]): string =>
  runs.map((run) => (run.kind === 'footnote' ? ` (note\u00a0${run.mark})` : run.text)).join('')
