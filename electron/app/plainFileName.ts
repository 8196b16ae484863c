import { safeFileName } from '../../domain/reportFileName.ts'

/** A name without anything that a system refuses; it is only a label, and what the file holds says what it is. */
export const plainFileName = (given: string): string => {
  const [, stem = given, ending = ''] = /^(.*)\.([A-Za-z0-9]{1,8})$/.exec(given) ?? []
  return ending === '' ? safeFileName(stem, 'txt').slice(0, -'.txt'.length) : safeFileName(stem, ending)
}
