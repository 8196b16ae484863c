import { choiceOf, keepChoice } from './choices.ts'
import { ViewSearch } from './view.ts'

const yearsOf = (programmeId: string): string => `years-${programmeId}`

/** The reader's last unit, and last years in this programme. The day is never kept, so that a new window shows today. */
export const readKeptView = (programmeId: string): ViewSearch => {
  const kept = { unit: choiceOf('unit') ?? undefined, fy: choiceOf(yearsOf(programmeId)) ?? undefined }
  return ViewSearch.safeParse(kept).data ?? {}
}

export const keepView = (programmeId: string, { fy, unit }: ViewSearch): void => {
  if (unit) keepChoice('unit', unit)
  if (fy) keepChoice(yearsOf(programmeId), fy)
}
