import { formatYear, yearOf } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { formatDay } from '../inWords.ts'
import { firstDayOfPeriod } from '../period/period.ts'
import type { FundingSource } from '../programme/fundingSource.ts'
import type { RowWarning, SpendFacts } from './dryRun.ts'
import { lineMessage } from './lineMessage.ts'
import type { Mapping, SpendField } from './mapping.ts'
import type { RowMessage } from './rowMessage.ts'
import type { SpendLine } from './spendLine.ts'

/** A line as it would be posted, what is to be known of it, and what forbids it. */
export interface CheckedLine {
  line: SpendLine
  warnings: RowWarning[]
  messages: RowMessage[]
}

/**
 * Holds a line against the rules that look at one line alone: that its place and source are there, R09, R12, R19, R20 and R23.
 * A line whose period is closed is moved to the open one that the mapping names.
 */
export const createLineCheck = (facts: SpendFacts, mapping: Mapping): ((stated: SpendLine) => CheckedLine) => {
  const known: Known = {
    schemes: new Set(facts.ledger.schemes.map(({ id }) => id)),
    sources: new Map(facts.ledger.sources.map((source) => [source.id, source])),
  }
  return (stated) => checkLine(stated, facts, mapping, known)
}

interface Known {
  schemes: ReadonlySet<Id>
  sources: ReadonlyMap<Id, FundingSource>
}

const checkLine = (stated: SpendLine, facts: SpendFacts, mapping: Mapping, known: Known): CheckedLine => {
  const warnings: RowWarning[] = []
  const messages: RowMessage[] = []
  const refuse = (field: SpendField, description: string) => {
    messages.push(lineMessage(stated, field, description, mapping))
  }
  const line = inOpenPeriod(stated, facts, mapping)
  if (line === undefined)
    refuse(
      // The cell that says when: an extract without a column of periods goes by its days.
      mapping.columns.period === null ? 'postedOn' : 'period',
      `${closedWords(stated)}. Choose an open period for rows of closed ones (R23)`,
    )
  else if (line !== stated) {
    warnings.push({
      rule: 'closed-period',
      description: `${closedWords(stated)}; entered in ${periodWords(line)} (R23)`,
    })
  }
  checkPlaces(stated, known, refuse)
  if (stated.kind === 'orders' && stated.amount < 0) refuse('amount', 'An order cannot be of less than nothing')
  checkDay(stated, facts, refuse, warnings)
  checkSource(stated, known, facts, refuse, warnings)
  if (stated.isFormula) {
    warnings.push({
      rule: 'formula',
      description: 'Worked out by a formula when the file was last saved, and may be stale',
    })
  }
  if (stated.isHidden) warnings.push({ rule: 'hidden', description: 'The row is hidden in the workbook, and is read' })
  return { line: line ?? stated, warnings, messages }
}

type Refuse = (field: SpendField, description: string) => void

const periodWords = ({ startYear, period }: Pick<SpendLine, 'startYear' | 'period'>): string =>
  `P${period} of ${formatYear(startYear)}`

const closedWords = (line: SpendLine): string => `${periodWords(line)} is closed`

const inOpenPeriod = (line: SpendLine, facts: SpendFacts, { closedInto }: Mapping): SpendLine | undefined => {
  const isYearClosed = (startYear: number) =>
    facts.ledger.years.some((year) => year.startYear === startYear && year.status === 'closed')
  if (!facts.isClosed(line.startYear, line.period)) {
    // Nothing is dated in a year that is closed, though what is paid early in a year may be (R23).
    return isYearClosed(yearOf(line.postedOn))
      ? { ...line, postedOn: firstDayOfPeriod(line.startYear, Math.min(line.period, 12)) }
      : line
  }
  if (closedInto === null || facts.isClosed(closedInto.startYear, closedInto.period)) return undefined
  const postedOn = firstDayOfPeriod(closedInto.startYear, Math.min(closedInto.period, 12))
  return { ...line, ...closedInto, postedOn: line.postedOn > postedOn ? line.postedOn : postedOn }
}

const checkPlaces = ({ schemeId, sourceId }: SpendLine, { schemes, sources }: Known, refuse: Refuse): void => {
  if (!schemes.has(schemeId)) {
    refuse('costCode', 'The scheme of this code is no longer in the programme. Choose another')
  }
  if (sourceId !== null && !sources.has(sourceId)) {
    refuse('source', 'The funding source of this row is no longer in the programme. Choose another')
  }
}

const checkDay = (line: SpendLine, facts: SpendFacts, refuse: Refuse, warnings: RowWarning[]): void => {
  const { postedOn, schemeId, amount, kind } = line
  if (kind === 'actuals' && postedOn > facts.today) {
    refuse('postedOn', `${formatDay(postedOn)} has not come yet. Enter the day on which it was entered in the ledger`)
    return
  }
  if (amount <= 0) return
  const given = facts.authority.get(schemeId) ?? []
  if (given.some(({ effectiveOn }) => effectiveOn <= postedOn)) return
  const first = given.map(({ effectiveOn }) => effectiveOn).toSorted()[0]
  if (first !== undefined && first > facts.today) {
    refuse(
      'postedOn',
      `The decision on this scheme takes effect on ${formatDay(first)}, and nothing is spent before (R12)`,
    )
    return
  }
  const severity = facts.severityOf('R09')
  const description =
    first === undefined
      ? 'This scheme has no authority to spend (R09)'
      : `${formatDay(postedOn)} is before authority took effect on ${formatDay(first)} (R09)`
  if (severity === 'note' || line.retrospective !== null) warnings.push({ rule: 'R09', description })
  else refuse('postedOn', `${description}. Say why it is brought in all the same, or leave it out`)
}

const checkSource = (
  line: SpendLine,
  { sources }: Known,
  facts: SpendFacts,
  refuse: Refuse,
  warnings: RowWarning[],
): void => {
  const source = line.sourceId === null ? undefined : sources.get(line.sourceId)
  if (!source) return
  const { name, restrictedTo, retiredOn, spendByOn } = source
  if (restrictedTo !== null && restrictedTo !== line.nature) {
    refuse('nature', `${name} pays for ${restrictedTo} only, and this is ${line.nature} (R19)`)
  }
  if (line.amount <= 0) return
  if (retiredOn !== null && retiredOn <= line.postedOn) {
    refuse('source', `${name} is out of use since ${formatDay(retiredOn)}. Choose another source`)
  }
  if (spendByOn !== null && spendByOn < line.postedOn) {
    const description = `${name} was to be spent by ${formatDay(spendByOn)} (R20)`
    if (facts.severityOf('R20') === 'stop') refuse('postedOn', description)
    else warnings.push({ rule: 'R20', description })
  }
}
