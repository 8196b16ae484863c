import { ViewSearch } from './view.ts'

const unitKey = 'bcf-unit'
const yearsKey = (programmeId: string): string => `bcf-years-${programmeId}`

/** The reader's last unit, and last years in this programme. The day is never kept, so that a new window shows today. */
export const readKeptView = (programmeId: string): ViewSearch => {
  try {
    const kept = {
      unit: localStorage.getItem(unitKey) ?? undefined,
      fy: localStorage.getItem(yearsKey(programmeId)) ?? undefined,
    }
    return ViewSearch.parse(kept)
  } catch {
    return {}
  }
}

export const keepView = (programmeId: string, { fy, unit }: ViewSearch): void => {
  // A browser that keeps nothing costs a choice made again, no more.
  try {
    if (unit) localStorage.setItem(unitKey, unit)
    if (fy) localStorage.setItem(yearsKey(programmeId), fy)
  } catch {}
}
