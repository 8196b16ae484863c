import type { Judged } from '../../../domain/reading/judge.ts'
import type { Explanation, Finding, Line } from '../../../domain/tieOut/finding.ts'
import type { PrintedReport } from './councilReport.ts'
import type { FaultKind, PlantedFault } from './plantFault.ts'

/** What a fault may be called, by the kind of the explanation; null is a finding that needs none. */
const called: Record<FaultKind, (Explanation['kind'] | null)[]> = {
  'wrong cell': ['wrong-figure', 'keying'],
  'missing amount': ['wrong-figure'],
  'wrong row total': ['wrong-figure', 'keying'],
  'wrong column total': ['wrong-figure', 'keying', 'subset'],
  'wrong subtotal': ['wrong-figure', 'keying', 'subset', 'none'],
  'wrong grand total': ['wrong-figure', 'keying'],
  'shifted column': ['shifted-column'],
  'line left out of the total': ['subset'],
  'line under another theme': ['cancels'],
  'figure cut off': ['truncation'],
  'thousandfold figure of the text': ['thousandfold'],
  'thousandfold cell': ['thousandfold'],
  'swapped digits': ['keying'],
  'repeated line': ['repeated-line'],
  'funding that is not authority': ['wrong-figure', 'keying'],
  'wrong previous block': [null],
  'wrong figure of the text': ['none', 'subset', 'other-basis', 'keying'],
}

/** Whether a planted fault was found, named by kind and place, and nothing else accused; else what is amiss, in words. */
export const verdict = ({ causes }: Judged, fault: PlantedFault, report: PrintedReport): 'found' | string => {
  const [cause, ...others] = causes
  if (!cause) return 'nothing was found'
  if (others.length > 0) return `accused beside it: ${others.map(({ main }) => `${main.rule} ${main.id}`).join(', ')}`
  const { main } = cause
  const explanations = main.explanation ? [main.explanation, ...(main.explanation.others ?? [])] : [null]
  const named = explanations.filter((each) => called[fault.kind].includes(each?.kind ?? null))
  if (named.length === 0) return `called ${explanations.map((each) => each?.kind ?? main.rule).join(', ')}`
  const isThere = named.some((each) => standsAt(main, each, fault, report))
  return isThere
    ? 'found'
    : `placed at ${named.flatMap((each) => each?.lines.map(({ label }) => label) ?? main.id).join(', ')}`
}

const standsAt = (
  main: Finding,
  explanation: Explanation | null,
  fault: PlantedFault,
  report: PrintedReport,
): boolean => {
  if (fault.table === 'text') {
    return main.place.kind === 'stated' && main.place.at.paragraph === fault.row
  }
  if (explanation === null || explanation.lines.length === 0) {
    return main.place.kind === 'stated' && main.place.at.row === fault.row
  }
  const others = explanation.kind === 'subset' ? explanation.search.alternatives.flat() : []
  return [...explanation.lines, ...others].some((line) => isCell(line, fault, report))
}

const isCell = ({ place }: Line, { table, row, column, kind }: PlantedFault, report: PrintedReport): boolean => {
  if (place.kind !== 'stated') return false
  const title = [...report.tables, report.appendix].find(({ name }) => name === table)?.title
  // A line that stands there twice, or under another theme, is one line whatever its column.
  const isWholeLine = kind === 'repeated line' || kind === 'line under another theme'
  return place.at.table === title && place.at.row === row && (isWholeLine || place.at.column === column)
}
