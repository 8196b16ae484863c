import type { Rating } from './scheme.ts'

const words: Record<NonNullable<Rating>, string> = {
  G: 'Green',
  AG: 'Amber/Green',
  A: 'Amber',
  AR: 'Amber/Red',
  R: 'Red',
}

/** The word of a rating, so that it is never told by colour alone. */
export const ratingWord = (rating: Rating): string => (rating === null ? 'Not assessed' : words[rating])
