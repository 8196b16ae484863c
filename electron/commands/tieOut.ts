import { formatInSentence } from '../../domain/money.ts'
import { describe, describePlace } from '../../domain/tieOut/describe.ts'
import type { Finding, Line } from '../../domain/tieOut/finding.ts'
import { groupByCause } from '../../domain/tieOut/groupByCause.ts'
import { asAtOf, type Call, print } from './call.ts'

/** `tie-out FILE`: what does not tie, cause by cause, and which line explains it. Exit code 1 where anything was found. */
export const tieOutOf = async (call: Call): Promise<number> => {
  await call.state.open(call.file)
  return await call.state.readChecked(asAtOf(call), (facts, _db, findings) => {
    const causes = groupByCause(findings)
    const text = causes.map(({ main, consequences }) => [inWords(main), ...consequences.map(asConsequence)].join('\n'))
    const count =
      findings.length === 0 ? 'Everything ties.' : `${findings.length} findings from ${causes.length} causes.`
    print(call, { asAt: facts.asAt, findings: findings.map(asJson) }, [...text, count].join('\n\n'))
    return findings.length === 0 ? 0 : 1
  })
}

const asJson = (finding: Finding) => ({
  rule: finding.rule,
  severity: finding.severity,
  place: describePlace(finding.place),
  printed: finding.printed,
  computed: finding.computed,
  difference: finding.difference,
  explanation: {
    ...finding.explanation,
    lines: (finding.explanation?.lines ?? []).map(lineAsJson),
    unique: finding.explanation?.unique ?? false,
    words: describe(finding).why,
  },
  cause: finding.cause,
  what: describe(finding).what,
  id: finding.id,
})

const lineAsJson = ({ label, amount }: Line) => ({ label, amount })

const marks = { stop: 'STOP', warn: 'WARN', note: 'NOTE' }

const inWords = (finding: Finding): string => {
  const { what, why } = describe(finding)
  const difference = finding.difference ? ` (difference ${formatInSentence(finding.difference)})` : ''
  return [`${marks[finding.severity]} ${finding.rule} ${what}${difference}`, ...(why ? [`     ${why}`] : [])].join('\n')
}

const asConsequence = (finding: Finding): string => `     and so: ${describe(finding).what}`
