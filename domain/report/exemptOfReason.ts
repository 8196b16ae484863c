import type { Exempt } from './exempt.ts'
import { findParagraph } from './exemptParagraphs.ts'

const LONGEST_PARAGRAPH = 100

/**
 * What a reason in one text says: of `Paragraph 3: prices` the paragraph and the rest; of any other text the whole as
 * why.
 */
export const exemptOfReason = (reason: string): Exempt => {
  const text = reason.trim() || 'Not stated'
  const known = findParagraph(text)
  const [first = '', ...rest] = text.split(': ')
  const isSplit = rest.length > 0 && findParagraph(first) !== null
  return {
    paragraph: known === null ? text.slice(0, LONGEST_PARAGRAPH) : `Paragraph ${known}`,
    publicInterest: (isSplit ? rest.join(': ') : text).slice(0, 2000),
  }
}
