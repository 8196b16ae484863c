import { tidy } from './plainText.ts'
import type { Block, ParagraphBlock } from './readDocument.ts'

/** For each block the heading above it and the number of its paragraph, and which blocks are headings. */
export interface Sections {
  at: { section: string | null; paragraph: string | null; isHeading: boolean }[]
}

/** Headings that council reports have, whatever their format says. */
const usual =
  /^(?:summary(?: of main issues)?|main issues|recommendations?|purpose of (?:this )?report|background(?: information)?|corporate considerations|consultation and engagement|equality and diversity.*|council policies.*|resources(?:,? procurement)? and value for money|capital funding (?:&|and) cash flow|legal implications.*|risk management|conclusions?|background (?:documents|papers)|scheme summar(?:y|ies)|appendix [a-z0-9]{1,2}\b.*|appendices)$/i

/** A heading is hardly longer. */
const LONGEST_HEADING = 120
/** With a point or colon at its end, a heading is no longer than `Equality and diversity:`. */
const MOST_ENDED_WORDS = 3
/** And has hardly more words where only its number tells it. */
const MOST_HEADING_WORDS = 12

const numberAtStart = /^\s*(?:[-–•]\s+)?(\d{1,2}(?:\.\d{1,2})*\.?)(?:\s+|\t)(?=\S)/

/** The number of a paragraph, from its format or from the start of its text, and where the words begin. */
export const numberOf = ({
  number,
  text,
}: Pick<ParagraphBlock, 'number' | 'text'>): { number: string | null; from: number } => {
  if (number !== null && number.trim() !== '') return { number: withoutPoint(number.trim()), from: 0 }
  const match = numberAtStart.exec(text)
  return match?.[1] === undefined
    ? { number: null, from: 0 }
    : { number: withoutPoint(match[1]), from: match[0].length }
}

const withoutPoint = (number: string): string => number.replace(/[.)]$/, '')

/** A line of the first page says what it is before what it says. */
const isCoverLine = (words: string): boolean =>
  /^(?:report (?:of|to)\b|date(?: of [a-z ]+)?:|subject:|capital scheme (?:number|no)\b)/i.test(words)

/** Whether a paragraph is a heading: by its format, by its words, or by its number and length. */
export const isHeading = (block: ParagraphBlock): boolean => {
  const { number, from } = numberOf(block)
  const words = tidy(block.text.slice(from)).replace(/^#+ /, '')
  if (words === '') return false
  // A page tells headings by their looks only, and may take a paragraph for one.
  const isSentence =
    words.length > LONGEST_HEADING || (/[.;,:]$/.test(words) && words.split(' ').length > MOST_ENDED_WORDS)
  if (isSentence || isCoverLine(words)) return false
  if (block.headingLevel !== null) return true
  if (/[.;,]$/.test(words)) return false
  if (usual.test(words.replace(/:$/, ''))) return true
  const isShort = words.split(' ').length <= MOST_HEADING_WORDS && !/\s-\s|:$/.test(words)
  return number !== null && /^\d+(?:\.\d+){0,2}$/.test(number) && isShort && /^\p{Lu}/u.test(words)
}

/** What stands before the first heading. */
export const COVER = 'Cover'

/** Goes through the blocks and keeps in mind the last heading. What stands before the first one is the cover. */
export const sectionsOf = (blocks: Block[]): Sections => {
  let section = blocks.some((block) => block.kind === 'paragraph' && isHeading(block)) ? COVER : null
  let paragraph: string | null = null
  return {
    at: blocks.map((block) => {
      if (block.kind === 'table') return { section, paragraph, isHeading: false }
      const { number, from } = numberOf(block)
      if (isHeading(block)) {
        section = tidy(block.text.slice(from)).replace(/^#+ /, '')
        paragraph = number
        return { section, paragraph, isHeading: true }
      }
      // A paragraph without a number goes on with the one before it.
      paragraph = number ?? paragraph
      return { section, paragraph, isHeading: false }
    }),
  }
}
