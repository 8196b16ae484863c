import type { CalendarDay } from '../calendarDay.ts'
import type { Severity } from '../tieOut/finding.ts'

/** A rule that a business case, a request, spend or the ledger is held against (domain A4), and what it does where nobody has laid down anything else. */
export interface ApprovalRule {
  rule: string
  words: string
  severity: Severity
}

/** Stops are law or arithmetic, and no programme relaxes them; a warning may be made a stop or a note (R38). */
export const approvalRules: readonly ApprovalRule[] = [
  { rule: 'R01', words: 'A row adds up to its total', severity: 'stop' },
  { rule: 'R02', words: 'A column adds up to its total', severity: 'stop' },
  { rule: 'R03', words: 'Schemes add up to their theme', severity: 'stop' },
  { rule: 'R04', words: 'Funding equals what it pays for, year by year', severity: 'stop' },
  { rule: 'R05', words: 'Authority is within the allocation', severity: 'stop' },
  { rule: 'R06', words: 'Figures in the text are those of the ledger', severity: 'stop' },
  { rule: 'R07', words: 'No figure is a thousand times another', severity: 'stop' },
  { rule: 'R08', words: 'Spend is within what is released', severity: 'stop' },
  { rule: 'R09', words: 'Nothing is spent before its authority', severity: 'warn' },
  { rule: 'R10', words: 'Every line has an approved business case', severity: 'warn' },
  { rule: 'R11', words: 'A key decision has had 28 clear days of notice', severity: 'stop' },
  { rule: 'R12', words: 'Nothing is spent while a decision can be called in', severity: 'stop' },
  { rule: 'R13', words: 'The threshold is that of the day of the decision', severity: 'stop' },
  { rule: 'R14', words: 'Nobody does two parts that are separate', severity: 'stop' },
  { rule: 'R15', words: 'A board decides with a quorum and without those who have an interest', severity: 'stop' },
  { rule: 'R16', words: 'The decision is within the limit of who takes it', severity: 'stop' },
  {
    rule: 'R17',
    words: 'A virement nets to nothing, and counts with what was moved before in the year',
    severity: 'stop',
  },
  { rule: 'R18', words: 'A reprofile nets to nothing across years and carries its funding', severity: 'stop' },
  { rule: 'R19', words: 'Capital pays for capital, revenue for revenue', severity: 'stop' },
  { rule: 'R20', words: 'Money with a spend-by date is spent by it', severity: 'warn' },
  { rule: 'R22', words: 'The funder in the text is the funder in the table', severity: 'warn' },
  {
    rule: 'R23',
    words: 'A closed period or year takes nothing but dated adjustments in an open one',
    severity: 'stop',
  },
  { rule: 'R24', words: 'Spend to March is what it was when the year was closed', severity: 'stop' },
  { rule: 'R29', words: 'What is kept from the public says under which paragraph', severity: 'stop' },
  { rule: 'R30', words: 'The equality answers agree with each other', severity: 'warn' },
]

/** Only what ships as a warning may be given another severity. */
export const changeableRules: readonly ApprovalRule[] = approvalRules.filter(({ severity }) => severity === 'warn')

/** A severity that was laid down by proposal and acceptance. */
export interface DatedSeverity {
  rule: string
  severity: Severity
  fromOn: CalendarDay
}

/** What a rule does on a day: as accepted last for a day that has come, or as shipped. A rule that is not known stops. */
export const severityOn = (accepted: readonly DatedSeverity[], rule: string, day: CalendarDay): Severity => {
  const newest = accepted
    .filter((each) => each.rule === rule && each.fromOn <= day)
    .reduce<DatedSeverity | undefined>((last, each) => (last && last.fromOn > each.fromOn ? last : each), undefined)
  return newest?.severity ?? approvalRules.find((each) => each.rule === rule)?.severity ?? 'stop'
}
