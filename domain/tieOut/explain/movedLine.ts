import { pence } from '../../money.ts'
import { type Explained, type Explaining, keysOf } from '../explaining.ts'
import type { Discrepancy } from '../finding.ts'

/** Two themes that are off by the same amount in one year, one up and one down: a line is in one theme here, in the other there. */
export const explainMovedLine = ({ all, search }: Explaining, discrepancy: Discrepancy): Explained | undefined => {
  const { id, subject, difference, evidence } = discrepancy
  if (subject.kind !== 'theme-lines' || !difference) return undefined
  const partner = all.find(
    (other) =>
      other.rule === 'R03' &&
      other.subject.kind === 'theme-lines' &&
      other.subject.startYear === subject.startYear &&
      other.evidence.document === evidence.document &&
      other.difference === -difference,
  )
  if (partner?.subject.kind !== 'theme-lines') return undefined
  const { lines, unique, report } = search(evidence.pool, pence(Math.abs(difference)))
  // The plan has the line where it adds to more than the authority.
  const [from, to] = difference > 0 ? [subject.name, partner.subject.name] : [partner.subject.name, subject.name]
  return {
    explanation: { kind: 'cancels', lines, unique, withFinding: partner.id, from, to, search: report },
    cause: unique ? `moved:${keysOf(lines)}` : `moved:${[id, partner.id].toSorted().join('+')}`,
  }
}
