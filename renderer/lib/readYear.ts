import { StartYear } from '../../domain/financialYear.ts'

/** Reads `2020/21`, `2020-21`, `2020/2021` and `2020` as the year that starts in 2020; undefined for anything else. */
export const readYear = (text: string): StartYear | undefined => {
  const match = /^(\d{4})(?:\s*[/-]\s*(\d{2}|\d{4}))?$/.exec(text.trim())
  const year = StartYear.safeParse(Number(match?.[1]))
  if (!match || !year.success) return undefined
  const end = match[2]
  return end === undefined || Number(end) === (end.length === 2 ? (year.data + 1) % 100 : year.data + 1)
    ? year.data
    : undefined
}
