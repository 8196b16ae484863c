/** A text as a CSS string within a style element: every mark that could end either is written by its number. */
export const cssText = (text: string): string =>
  `"${[...text.toWellFormed()].map((character) => (plain.test(character) ? character : `\\${codeOf(character)} `)).join('')}"`

const codeOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16)

const plain = /^[\p{L}\p{N} .,:;/()£%+*?!#@&=_·–-]$/u
