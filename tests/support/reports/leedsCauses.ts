import type { Finding } from '../../../domain/tieOut/finding.ts'
import { groupByCause } from '../../../domain/tieOut/groupByCause.ts'
import { tieOut } from '../../../domain/tieOut/tieOut.ts'
import { leedsFacts } from '../leedsFacts.ts'

/** The lines of a cell that several labels share are called by their place. */
const byPlace = (label: string): string =>
  label.replace('Apps assessment tools', 'Second amount of the Data and intelligence cell')

const whatItSays = ({ rule, severity, subject, printed, computed, explanation }: Finding) => ({
  rule,
  severity,
  about: subject.kind,
  printed,
  computed,
  because: explanation?.kind,
  isUnique: explanation?.unique,
  lines: explanation?.lines.map(({ label }) => byPlace(label)),
})

/** What a reader is told of findings, cause by cause, in an order that does not depend on ids. */
export const causesInOrder = (findings: Finding[]) =>
  groupByCause(findings)
    .map(({ key, isArithmetic, main, consequences }) => ({
      kind: key.split(':')[0],
      isArithmetic,
      main: whatItSays(main),
      consequences: consequences.map(whatItSays).toSorted(inOrder),
    }))
    .toSorted(inOrder)

/** The same of the Leeds data as the sample has it. */
export const causesOfTheData = () => causesInOrder(tieOut(leedsFacts()))

const inOrder = (one: unknown, other: unknown): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)
