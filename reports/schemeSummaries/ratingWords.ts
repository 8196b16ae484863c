import type { Rating } from '../../domain/programme/scheme.ts'

/** A rating in words, so that nobody has to tell colours apart. */
export const ratingWords: Record<NonNullable<Rating>, string> = {
  G: 'green',
  AG: 'amber-green',
  A: 'amber',
  AR: 'amber-red',
  R: 'red',
}
