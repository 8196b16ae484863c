import { tidy } from './plainText.ts'

/** More words than a label has. */
const MOST_LABEL_WORDS = 20

/** Whether a label is that of a row of totals. */
export const isTotalLabel = (label: string): boolean => {
  const words = tidy(label).toLowerCase()
  return (
    /^(?:(?:grand|overall|programme|scheme|gross|net|sub)[ -]?)*totals?\b/.test(words) ||
    /\b(?:sub-?)?totals?:?$/.test(words)
  )
}

export const isSubtotalLabel = (label: string): boolean => /^sub[ -]?totals?\b|\bsub-?totals?$/i.test(tidy(label))

/** Whether the words of a row without amounts comment on the table and are no label. */
export const isNote = (text: string): boolean => {
  const words = tidy(text)
  return /^(?:[*†‡§#¹²³]|note\b|notes?:|nb\b|source:)/i.test(words) || words.split(' ').length > MOST_LABEL_WORDS
}

/** The theme whose total a label such as `Infrastructure total` or `Total Infrastructure` is. */
export const themeOfTotal = (label: string): string =>
  tidy(label)
    .replace(/^(?:sub[ -]?)?totals?\s*(?:for|of|[-:])?\s*/i, '')
    .replace(/\s*[-:]?\s*(?:sub-?)?totals?:?$/i, '')
