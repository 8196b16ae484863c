import type { Exempt } from '../../domain/report/exempt.ts'
import { exemptParagraphs, findParagraph } from '../../domain/report/exemptParagraphs.ts'

/** What stands in the place of a figure or a sum by which an exempt amount could be worked out. */
export const WITHHELD = 'withheld'

/**
 * What the public reads in the place of what is exempt: the paragraph in the words of the Act, and the public interest.
 */
export const exemptStatement = ({ paragraph, publicInterest }: Exempt): string =>
  `Exempt information: ${groundsOf(paragraph)}. ${endedWithStop(publicInterest)}`

/** The note under a table with exempt rows or cells. */
export const exemptNote = ({ paragraph, publicInterest }: Exempt): string =>
  `Exempt in this table: ${groundsOf(paragraph)}. ${endedWithStop(publicInterest)}`

/** `Exempt, paragraph 3`: the first cell of a row that is kept from the public. */
export const exemptRowWords = ({ paragraph }: Exempt): string => {
  const known = findParagraph(paragraph)
  return known === null ? 'Exempt' : `Exempt, paragraph ${known}`
}

/** The note under a table in which sums are withheld; their names are public. */
export const withheldNote = (places: readonly string[]): string =>
  `Withheld: ${places.join('; ')}. By what is withheld an exempt amount could be worked out.`

const groundsOf = (paragraph: string): string => {
  const known = findParagraph(paragraph)
  return known === null
    ? paragraph
    : `paragraph ${known} of Schedule 12A to the Local Government Act 1972, ${exemptParagraphs[known]}`
}

const endedWithStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
