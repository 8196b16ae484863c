const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const spaces = /[\u00a0\u2007\u2009\u202f\t\r\n]/g
const dashes = /[\u2010-\u2015\u2212]/g
const quotes = /[\u2018\u2019\u201b\u2032]/g
const doubleQuotes = /[\u201c\u201d\u2033]/g

/** The text with one kind of space, dash and quote, character by character where it can, so that patterns need know only one. */
export const plainText = (text: string): string =>
  text.replace(unseen, '').replace(spaces, ' ').replace(dashes, '-').replace(quotes, "'").replace(doubleQuotes, '"')

/** The same with single spaces only and none at its ends. */
export const tidy = (text: string): string => plainText(text).replace(/ +/g, ' ').trim()
