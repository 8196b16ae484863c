import type { Id } from '../id.ts'
import { fingerprint } from '../tieOut/fingerprint.ts'
import type { NameKind, ReportReading } from './reportReading.ts'

/** What the printed names of a document stand for. */
export interface CandidateNames {
  /** The same for every name of one thing, and on every reading of the same document. */
  idOf(kind: NameKind, printed: string): Id
  nameOf(kind: NameKind, printed: string): string
  /** Every other way in which the document prints the name. */
  aliasesOf(kind: NameKind, printed: string): string[]
}

/** An id for a thing that nothing has stored yet: the same whenever the key is. */
export const idFor = (key: string): Id => `01READ0000${fingerprint(key).toUpperCase()}` as Id

/** `known` are the ids of a present programme; what a document names beside them gets an id of its own. */
export const candidateNames = ({ names }: Pick<ReportReading, 'names'>, known: ReadonlySet<string>): CandidateNames => {
  const matches = new Map(names.map((match) => [`${match.kind} ${match.printed}`, match]))
  const find = (kind: NameKind, printed: string) => matches.get(`${kind} ${printed}`)
  const keyOf = (kind: NameKind, printed: string) => find(kind, printed)?.to ?? `${kind} ${printed}`
  return {
    idOf: (kind, printed) => {
      const key = keyOf(kind, printed)
      return known.has(key) ? (key as Id) : idFor(key)
    },
    nameOf: (kind, printed) => find(kind, printed)?.name ?? printed,
    aliasesOf: (kind, printed) => {
      const key = keyOf(kind, printed)
      return names.filter((match) => match.kind === kind && match.to === key).map((match) => match.printed)
    },
  }
}
