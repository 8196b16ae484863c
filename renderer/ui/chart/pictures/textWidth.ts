import { theme } from '../../theme.ts'

/** The size of all words in a picture, in pixels. */
export const WORDS_SIZE = 14

let context: CanvasRenderingContext2D | null | undefined

/** How wide words are drawn, in pixels. */
export const textWidth = (text: string, isBold = false): number => {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return text.length * WORDS_SIZE
  context.font = `${isBold ? 700 : 400} ${WORDS_SIZE}px ${theme.fontFamily}`
  return context.measureText(text).width
}

/** The widest of some words, in pixels; nought for none. */
export const widest = (texts: readonly string[], isBold = false): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, isBold)))
