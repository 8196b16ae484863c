import type { Placing } from './placing.ts'
import type { ReadDocument } from './readDocument.ts'
import type { ReadParagraph, ReadPlace } from './reportReading.ts'
import { COVER, numberOf, type Sections } from './sections.ts'

/** A paragraph with the way to the places of its characters. */
export interface Passage extends ReadParagraph {
  key: string
  at: (start: number, end: number) => ReadPlace
}

const isRecommendation = (section: string | null): boolean => /^recommendations?\b/i.test(section ?? '')

/** All text outside the cells of tables, in the order of the document. */
export const readPassages = (document: ReadDocument, sections: Sections, placing: Placing): Passage[] => [
  ...document.blocks.flatMap((block, index): Passage[] => {
    if (block.kind === 'table') {
      if (!block.caption?.trim()) return []
      const place = placing.ofBlock(index)
      const at = (start: number, end: number) => placing.ofBlock(index, { start, end })
      return [{ key: `${index}`, kind: 'caption', number: null, text: block.caption, place, at }]
    }
    const { number, from } = numberOf(block)
    const text = block.text.slice(from)
    if (text.trim() === '') return []
    const { section = null, isHeading = false } = sections.at[index] ?? {}
    const kind = isHeading
      ? 'heading'
      : section === COVER
        ? 'cover'
        : isRecommendation(section)
          ? 'recommendation'
          : 'paragraph'
    const at = (start: number, end: number) => placing.ofBlock(index, { start: from + start, end: from + end })
    return [{ key: `${index}`, kind, number, text, place: placing.ofBlock(index), at }]
  }),
  ...document.footnotes.map(
    ({ mark, text }, index): Passage => ({
      key: `footnote ${index}`,
      kind: 'footnote',
      number: mark,
      text,
      place: placing.ofFootnote(index),
      at: (start, end) => placing.ofFootnote(index, { start, end }),
    }),
  ),
]

/** A sentence of a passage, by its characters. */
export interface Sentence {
  start: number
  end: number
  text: string
}

/** A point after which no sentence ends. */
const abbreviation = /\b(?:e\.g|i\.e|etc|no|nos|ref|approx|para|paras|incl?|vs|st|dr|p\.a)\.$/i

export const sentencesOf = (text: string): Sentence[] => {
  const sentences: Sentence[] = []
  let start = 0
  for (const { index } of text.matchAll(/(?<=[.!?])\s+(?=[\p{Lu}*'"‘“(\d£])/gu)) {
    if (abbreviation.test(text.slice(start, index))) continue
    sentences.push({ start, end: index, text: text.slice(start, index) })
    start = index
  }
  return [...sentences, { start, end: text.length, text: text.slice(start) }].filter(
    ({ text: own }) => own.trim() !== '',
  )
}
