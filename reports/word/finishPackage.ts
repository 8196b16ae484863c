import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Instant } from '../../domain/calendarDay.ts'

/** The package with its dates from the ledger instead of the clock, so that the same report gives the same bytes. */
export const finishPackage = (bytes: Uint8Array, at: Instant): Uint8Array => {
  // A zip file holds local time, which would differ from place to place.
  const mtime = at.slice(0, 10)
  const files: Zippable = {}
  for (const [name, content] of Object.entries(unzipSync(bytes)).sort(([one], [other]) => (one < other ? -1 : 1))) {
    files[name] = [name === 'docProps/core.xml' ? strToU8(datedAt(strFromU8(content), at)) : content, { mtime }]
  }
  return zipSync(files, { level: 6 })
}

const datedAt = (core: string, at: Instant): string =>
  core.replace(/(<dcterms:(created|modified)\b[^>]*>)[^<]*/g, (_, open: string) => `${open}${at}`)
