import { isFootnoteMark } from '../footnoteMark.ts'

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = /[⁰¹²³⁴-⁹]+/g

const digitsOf = (text: string): string => [...text].map((sign) => raisedDigits.indexOf(sign)).join('')

/** A text without the raised digits and bracketed names that refer to footnotes, and what they are. */
export const withoutMarks = (text: string): { text: string; footnotes: string[] } => {
  const footnotes: string[] = []
  const words = text
    .replaceAll(/\[\^([^\]\s]{1,20})\]/g, (_, name: string) => {
      footnotes.push(name)
      return ''
    })
    .replaceAll(raised, (found, at: number, whole: string) => {
      const mark = digitsOf(found)
      if (!isFootnoteMark(mark, whole.slice(0, at))) return found
      footnotes.push(mark)
      return ''
    })
  return { text: words, footnotes }
}

/** The footnote that a line is, with its mark before it. */
export const asFootnote = (line: string): { mark: string; text: string } | undefined => {
  const named = /^\[\^([^\]\s]{1,20})\]:\s*(.+)$/.exec(line)
  if (named?.[1] && named[2]) return { mark: named[1], text: named[2] }
  const [digits] = /^[⁰¹²³⁴-⁹]+/.exec(line) ?? []
  return digits ? { mark: digitsOf(digits), text: line.slice(digits.length).trim() } : undefined
}
