import { VisuallyHidden } from '@mantine/core'
import classes from './Documents.module.css'

type Value = 'read' | 'inferred' | 'not-understood'

const glyphs: Record<Value, string> = { read: '✓', inferred: '≈', 'not-understood': '?' }

export const confidenceWords: Record<Value, string> = {
  read: 'read',
  inferred: 'inferred',
  'not-understood': 'not understood',
}

/** How sure a reading is, by glyph and word. What is simply read keeps to its glyph, or the others would drown in it. */
export function Confidence({ value, isFull = false }: { value: Value; isFull?: boolean }) {
  return (
    <span className={classes.confidence} data-confidence={value}>
      <span aria-hidden="true">{glyphs[value]}</span>
      {value === 'read' && !isFull ? (
        <VisuallyHidden>, {confidenceWords[value]}</VisuallyHidden>
      ) : (
        ` ${confidenceWords[value]}`
      )}
    </span>
  )
}
