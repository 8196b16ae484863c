import { fail } from './errors.ts'

/** What things are called: one line each, which stands in headings, lists, events and file names. */
const names: ReadonlySet<string> = new Set(['name', 'shortName', 'title', 'reference', 'signInName'])

/** All but the tab, which spreadsheets put into what is copied from them. */
const unseen = /[^\P{Cc}\t]/u

/** Throws `control-characters` for a name anywhere in an input that holds what nobody sees, such as a line end or a NUL. */
export const refuseControlCharacters = (input: unknown): void => {
  if (typeof input !== 'object' || input === null) return
  for (const [field, value] of Object.entries(input)) {
    if (typeof value !== 'string') refuseControlCharacters(value)
    else if (names.has(field) && unseen.test(value)) fail('control-characters', { field })
  }
}
