import { Failure } from '../errors.ts'
import { messageFor } from '../messages.ts'
import { evaluateFigure } from './evaluateFigure.ts'
import type { FigureContext } from './figureContext.ts'
import type { Figure } from './formatFigure.ts'
import { tokenPattern } from './token.ts'

/** A token of a text: where it stands in what was written and in what is read, and its figure or why it has none. */
export interface TokenUse {
  token: string
  written: { start: number; end: number }
  read: { start: number; end: number }
  figure: Figure | null
  why: string | null
}

export interface ExpandedText {
  /** As it is read, with every figure in the place of its token; a token without one stays. */
  text: string
  uses: TokenUse[]
  /** Where a character that was typed stands in what was written. */
  toWritten: (at: number) => number
}

export const expandTokens = (context: FigureContext, written: string): ExpandedText => {
  let text = ''
  let from = 0
  const uses: TokenUse[] = []
  for (const found of written.matchAll(tokenPattern)) {
    const token = found[1] ?? ''
    text += written.slice(from, found.index)
    from = found.index + found[0].length
    const start = text.length
    const { figure, why } = evaluated(context, token)
    text += figure?.text ?? found[0]
    uses.push({ token, written: { start: found.index, end: from }, read: { start, end: text.length }, figure, why })
  }
  text += written.slice(from)
  const toWritten = (at: number): number => {
    const before = uses.findLast(({ read }) => read.end <= at)
    return before ? before.written.end + (at - before.read.end) : at
  }
  return { text, uses, toWritten }
}

const evaluated = (context: FigureContext, token: string): Pick<TokenUse, 'figure' | 'why'> => {
  try {
    return { figure: evaluateFigure(context, token), why: null }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'bad-figure') throw error
    return { figure: null, why: messageFor({ code: 'bad-figure', detail: error.detail as never }) }
  }
}
