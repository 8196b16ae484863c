import type { Part } from '../model/reportModel.ts'

/**
 * Counts the paragraphs and the headings of a chapter on: `4.4.1`, `4.4.2`, or `1`, `2` where the chapter has no number.
 * What stands below a heading of the chapter is that heading's, and is not counted.
 */
export const numbered = (chapter: string | null, parts: readonly Part[]): Part[] => {
  let count = 0
  let isBelowHeading = false
  return parts.map((part) => {
    if (part.kind === 'heading') isBelowHeading = true
    else if (part.kind !== 'paragraph' || isBelowHeading) return part
    count += 1
    return { ...part, number: chapter === null ? String(count) : `${chapter}.${count}` }
  })
}
