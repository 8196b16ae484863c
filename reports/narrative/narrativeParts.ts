import { tokenPattern } from '../../domain/figures/token.ts'
import type { MoneyUnit, Pence } from '../../domain/money.ts'
import type { Part, Run } from '../model/reportModel.ts'

/** What a token stands for at the report's moment; null for one that means nothing there. */
export type Figures = (token: string) => { amount: Pence | null; unit: MoneyUnit | null; text: string } | null

/** Text of a writer as numbered paragraphs, one for each that an empty line ends, with its tokens as figures. */
export const narrativeParts = (
  text: string,
  { id, number, figures }: { id: string; number: string | null; figures: Figures },
): Part[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph, at) => ({
      kind: 'paragraph',
      id: `${id}/${at + 1}`,
      number: number === null ? null : `${number}.${at + 1}`,
      runs: runsOf(paragraph, figures),
      exempt: null,
    }))

/** A token that means nothing stays as it was written, so that its reader sees it. */
export const runsOf = (text: string, figures: Figures): Run[] => {
  const runs: Run[] = []
  let from = 0
  const words = (to: number) => {
    if (to > from) runs.push({ kind: 'text', text: text.slice(from, to), isStrong: false })
  }
  for (const found of text.matchAll(tokenPattern)) {
    const token = found[1] ?? ''
    const figure = figures(token)
    if (figure === null) continue
    words(found.index)
    runs.push({ kind: 'figure', token, ...figure })
    from = found.index + found[0].length
  }
  words(text.length)
  return runs
}
