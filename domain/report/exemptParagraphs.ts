import { z } from 'zod'

/**
 * The descriptions of exempt information: Local Government Act 1972, Schedule 12A, Part 1 (England, in force since
 * 2006).
 */
export const exemptParagraphs = {
  1: 'information relating to any individual',
  2: 'information which is likely to reveal the identity of an individual',
  3: 'information relating to the financial or business affairs of any particular person (including the authority holding that information)',
  4: 'information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority',
  5: 'information in respect of which a claim to legal professional privilege could be maintained in legal proceedings',
  6: 'information which reveals that the authority proposes to give under any enactment a notice under or by virtue of which requirements are imposed on a person, or to make an order or direction under any enactment',
  7: 'information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime',
} as const

export const ExemptParagraph = z.literal([1, 2, 3, 4, 5, 6, 7])
export type ExemptParagraph = z.infer<typeof ExemptParagraph>

/** Leeds cites its own rule, whose numbers in brackets are those of the Schedule: `Rule 10.4(3)`. */
const shapes = [/\b10\.4\s*\(?\s*([1-7])\b/, /\bpara(?:graph)?s?\.?\s*([1-7])\b/i, /^\s*\(?([1-7])\)?\s*$/]

/** The paragraph of the Schedule that is named: `3`, `Paragraph 3`, `Rule 10.4(3)`; null where none is. */
export const findParagraph = (text: string): ExemptParagraph | null => {
  for (const shape of shapes) {
    const found = ExemptParagraph.safeParse(Number(shape.exec(text)?.[1]))
    if (found.success) return found.data
  }
  return null
}
