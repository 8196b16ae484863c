import type { Finding } from './finding.ts'
import { rules } from './rules.ts'

/** Findings that come from one thing: the one that shows it best, and what follows from it. */
export interface Cause {
  key: string
  isArithmetic: boolean
  main: Finding
  consequences: Finding[]
}

/** Every finding under its cause, in the order in which the causes first appear. */
export const groupByCause = (findings: readonly Finding[]): Cause[] =>
  [...Map.groupBy(findings, (finding) => finding.cause)].flatMap(([key, group]) => {
    const [main, ...consequences] = group.toSorted((one, other) => rank(one) - rank(other))
    return main ? [{ key, isArithmetic: ruleOf(main)?.isArithmetic ?? false, main, consequences }] : []
  })

const ruleOf = (finding: Finding) => rules.find((rule) => rule.id === finding.rule)

const rank = (finding: Finding): number => rules.findIndex((rule) => rule.id === finding.rule)
