import type { Risk } from './risk.ts'

/** How many open risks stand at each likelihood and impact: `matrix[likelihood - 1][impact - 1]`. */
export const matrix = (risks: readonly Risk[]): number[][] => {
  const counts = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => 0))
  for (const { status, likelihood, impact } of risks) {
    const row = likelihood === null ? undefined : counts[likelihood - 1]
    if (status === 'closed' || !row || impact === null) continue
    row[impact - 1] = (row[impact - 1] ?? 0) + 1
  }
  return counts
}

export type Severity = 'low' | 'medium' | 'high' | 'very_high'

/** The bands of a five by five matrix, by score. */
export const severityOf = (score: number): Severity => {
  if (score >= 15) return 'very_high'
  if (score >= 8) return 'high'
  return score >= 4 ? 'medium' : 'low'
}
