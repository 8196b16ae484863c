import { z } from 'zod'
import { choiceOf, keepChoice } from '../../lib/choices.ts'

const MOST_KEPT = 6
const recentOf = (programmeId: string): string => `recent-${programmeId}`

const Recent = z.array(
  z.object({
    words: z.string(),
    destination: z.object({ path: z.string(), search: z.record(z.string(), z.string()).optional() }),
  }),
)
export type Recent = z.infer<typeof Recent>

/** What was opened last in this programme, the newest first. */
export const readRecent = (programmeId: string): Recent => {
  try {
    return Recent.parse(JSON.parse(choiceOf(recentOf(programmeId)) ?? '[]'))
  } catch {
    return []
  }
}

export const keepRecent = (programmeId: string, opened: Recent[number]): void => {
  const others = readRecent(programmeId).filter(({ words }) => words !== opened.words)
  keepChoice(recentOf(programmeId), JSON.stringify([opened, ...others].slice(0, MOST_KEPT)))
}
