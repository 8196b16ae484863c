import { createHash } from 'node:crypto'
import type { ContentRow } from '../../../../../domain/report/fileContents.ts'
import type { OfficePackage, Relation } from '../../documents/readers/officePackage.ts'

/** The pictures that a part shows, by what their bytes come to. */
export const picturesIn = (opened: OfficePackage, relations: readonly Relation[]): ContentRow[] => {
  const digests = relations
    .filter(({ type }) => type === 'image')
    .flatMap(({ part }) => {
      const bytes = opened.find(part)
      return bytes ? [createHash('sha256').update(bytes).digest('hex').slice(0, SHOWN)] : []
    })
  // One picture may be kept once or once for each place, in any order.
  return [...new Set(digests)]
    .sort()
    .map((text) => ({ place: 'picture', cells: [{ place: 'picture', text, formula: null }] }))
}

/** Of a digest, in characters. */
const SHOWN = 16
