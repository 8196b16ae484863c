import type { ReturnField } from './returnTemplate.ts'

/** A yellow field of a return that takes any text and is always needed, unless it says otherwise. */
export const textField = (
  id: string,
  heading: string,
  meaning: string,
  { needed = 'always', words = [], source = 'Scheme' }: Partial<Pick<ReturnField, 'needed' | 'words' | 'source'>> = {},
): ReturnField => ({
  id,
  heading,
  kind: 'text',
  colour: 'yellow',
  needed,
  limits: null,
  words,
  meaning,
  source,
})
