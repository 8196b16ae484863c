import type { BoundFigure } from './boundValue.ts'
import { roundToStep, stepOf } from './statedTable.ts'

const THOUSAND = 1000

/** Whether a figure of the text is what it should state, but a thousand times too small or too large. */
export const isThousandfold = ({
  figure,
  value,
  stated,
}: Pick<BoundFigure, 'figure' | 'value' | 'stated'>): boolean => {
  if (stated === null || value === 0 || value === stated) return false
  return value * THOUSAND === roundToStep(stated, stepOf(figure) * THOUSAND) || value === stated * THOUSAND
}
