import type { Scheme } from '../programme/scheme.ts'
import { wordsOf } from '../tieOut/rules/nearDuplicates.ts'
import type { Lesson } from './lesson.ts'

/** The lessons in which every word of a text stands, as its beginning; all for an empty text. */
export const findLessons = (lessons: readonly Lesson[], text: string): Lesson[] => {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  return lessons.filter((lesson) => {
    const words = textOf(lesson)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
    return wanted.every((each) => words.some((word) => word.startsWith(each)))
  })
}

/**
 * What to offer to somebody who begins something for a scheme: lessons of other schemes that share telling words with it,
 * those that share most first.
 */
export const lessonsFor = (
  scheme: Pick<Scheme, 'id' | 'name' | 'briefDescription' | 'schemeType' | 'subType' | 'areaOfSpend' | 'tags'>,
  lessons: readonly Lesson[],
  most: number,
): Lesson[] => {
  const { name, briefDescription, schemeType, subType, areaOfSpend, tags } = scheme
  const wanted = new Set(wordsOf([name, briefDescription, schemeType, subType, areaOfSpend, ...tags].join(' ')))
  const shared = (lesson: Lesson) => new Set(wordsOf(textOf(lesson)).filter((word) => wanted.has(word))).size
  return lessons
    .filter(
      (lesson) => lesson.schemeId !== scheme.id && !lesson.adoptedBy.some(({ schemeId }) => schemeId === scheme.id),
    )
    .map((lesson) => ({ lesson, count: shared(lesson) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.lesson.id < b.lesson.id ? 1 : -1))
    .slice(0, most)
    .map(({ lesson }) => lesson)
}

const textOf = ({ title, whatHappened, recommendation, appliesTo }: Lesson): string =>
  [title, appliesTo, recommendation, whatHappened].join(' ')
