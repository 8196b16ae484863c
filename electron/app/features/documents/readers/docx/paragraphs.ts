import { splitNumber } from '../printedNumber.ts'
import { findElement, type XmlElement } from '../xml.ts'
import { newWords, readWords, type Words } from './runs.ts'
import type { Story } from './story.ts'
import { headingLevelOf, numberIn } from './styles.ts'

/** A paragraph as it is read, before it goes to the document or into a cell. */
export interface ReadParagraph extends Words {
  number: string | null
  headingLevel: number | null
  isCaption: boolean
}

/**
 * Reads paragraphs one after the other. One whose end was deleted goes on in the next, as it will once the change is accepted;
 * undefined until then.
 */
export const paragraphReader = (story: Story) => {
  let carried: Words | undefined
  const read = (paragraph: XmlElement): ReadParagraph | undefined => {
    const words = readWords(paragraph, story, carried ?? newWords(story))
    carried = undefined
    if (isEndDeleted(paragraph)) {
      story.collector.remark('tracked-changes')
      carried = words
      return undefined
    }
    return { ...words, ...standingOf(paragraph, words, story) }
  }
  /** What is left where a deleted end has nothing to go on in. */
  const rest = (): ReadParagraph | undefined =>
    carried && { ...carried, number: null, headingLevel: null, isCaption: false }
  return { read, rest }
}

const isEndDeleted = (paragraph: XmlElement): boolean => {
  const mark = findElement(paragraph, 'pPr', 'rPr')
  return findElement(mark, 'del') !== undefined || findElement(mark, 'moveFrom') !== undefined
}

const standingOf = (paragraph: XmlElement, words: Words, story: Story) => {
  const properties = findElement(paragraph, 'pPr')
  const styleId = findElement(properties, 'pStyle')?.attributes.val
  const style = story.styleOf(styleId)
  return {
    number: words.text.trim() === '' ? null : listNumber(properties, styleId, story),
    headingLevel: headingLevelOf('', properties) ?? style.headingLevel,
    isCaption: style.isCaption,
  }
}

/** `0` takes a paragraph out of its style's list. */
const NO_LIST = '0'

const listNumber = (properties: XmlElement | undefined, styleId: string | undefined, story: Story): string | null => {
  const style = story.styleOf(styleId)
  const own = findElement(properties, 'numPr')
  const numberId = findElement(own, 'numId')?.attributes.val ?? style.numberId
  if (numberId === null || numberId === NO_LIST) return null
  const ofStyle = styleId === undefined ? null : story.lists.levelOfStyle(numberId, styleId)
  const level = numberIn(findElement(own, 'ilvl')) ?? ofStyle ?? style.numberLevel ?? 0
  return story.lists.next(numberId, level)
}

/** A paragraph as a block: a number that was typed before it is its number where no list counts it. */
export const asBlock = ({ text, number, headingLevel, footnotes, page }: ReadParagraph) => {
  const typed = number === null ? splitNumber(text.trim()) : { number, text: text.trim() }
  return { ...typed, headingLevel, footnotes, place: { page } }
}
