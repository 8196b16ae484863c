import { WORDS_SIZE } from './textWidth.ts'

interface WordsProps {
  x: number
  /** The middle of the line. */
  y: number
  anchor?: 'start' | 'middle' | 'end'
  /** A colour of the product, by its token. */
  colour?: string
  isBold?: boolean
  children: string
}

/** A line of words in a picture. */
export function Words({ x, y, anchor = 'start', colour = 'text', isBold = false, children }: WordsProps) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      dominantBaseline="central"
      fill={`var(--${colour})`}
      fontSize={WORDS_SIZE}
      fontWeight={isBold ? 700 : 400}
    >
      {children}
    </text>
  )
}
