import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { MoneyUnit, Pence } from '../../domain/money.ts'
import type { Exempt } from '../../domain/report/exempt.ts'
import type { Description } from '../../domain/tieOut/describe.ts'
import type { Finding, Severity } from '../../domain/tieOut/finding.ts'
import type { FindingStatus } from '../../domain/tieOut/findingStatus.ts'
import type { Rule } from '../../domain/tieOut/rules.ts'
import { amountCell } from '../cell.ts'
import { countInWords } from '../document/listInWords.ts'
import { headingPart, paragraphPart, tableColumn, tablePart, tableRow } from '../document/parts.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { type TableCell, textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'

/** A finding in words with what people did about it. */
export interface TiedFinding {
  finding: Finding
  words: Description
  where: string
  status: FindingStatus
  answer: string
  closedBecause: string
}

/** A rule that was let pass on one thing. */
export interface GivenWaiver {
  id: string
  rule: string
  /** What it was let pass on. */
  subject: string
  reason: string
  /** The title of who gave or refused it; empty while nobody has. */
  approver: string
  status: 'asked' | 'approved' | 'refused'
  expiresOn: CalendarDay
  /** Why its subject is kept from the public; null where it is not. */
  exempt: Exempt | null
}

interface TieOutGiven {
  rules: readonly Omit<Rule, 'find'>[]
  findings: readonly TiedFinding[]
  waivers: readonly GivenWaiver[]
  unit: MoneyUnit
  /** Whether any document of the council is on record whose printed figures can be held against the ledger. */
  hasDocuments: boolean
}

const severityWords: Record<Severity, string> = { stop: 'Stop', warn: 'Warning', note: 'Note' }
const statusWords: Record<FindingStatus, string> = { open: 'Open', answered: 'Answered', closed: 'Closed' }
const waiverWords: Record<GivenWaiver['status'], string> = { asked: 'Asked for', approved: 'Given', refused: 'Refused' }

/** Report 20: every rule with its result, both numbers of every difference, why they differ, and what was let pass. */
export const tieOutReport = ({ rules, findings, waivers, unit, hasDocuments }: TieOutGiven): ReportContent => {
  const open = findings.filter(({ status }) => status !== 'closed')
  const closed = findings.length - open.length
  const stops = open.filter(({ finding }) => finding.severity === 'stop').length
  const broken = new Set(open.map(({ finding }) => finding.rule)).size
  return {
    orientation: 'landscape',
    unit: '£',
    parts: [
      paragraphPart(
        'summary',
        findings.length === 0
          ? `All ${rules.length} rules hold: every printed figure ties with the ledger.`
          : `${rules.length - broken} of ${rules.length} rules hold. ${countInWords(open.length, 'finding')} ${open.length === 1 ? 'is' : 'are'} open, ${countInWords(stops, 'of them a Stop', 'of them Stops')}; ${closed === 0 ? 'none is closed' : `${closed} closed`}.`,
      ),
      headingPart('rules-heading', 1, 'Every rule and its result', '1'),
      rulesTable(rules, findings, waivers),
      headingPart('findings-heading', 1, 'What does not tie', '2'),
      findingsTable(findings, unit),
      headingPart('waivers-heading', 1, 'What was let pass', '3'),
      waivers.length === 0 ? paragraphPart('no-waivers', 'No rule was let pass on anything.') : waiversTable(waivers),
    ],
    footnotes: [],
    missing: hasDocuments
      ? []
      : ['No report of the council is on record, so no printed figure could be held against the ledger.'],
    sections: [],
  }
}

const rulesTable = (
  rules: TieOutGiven['rules'],
  findings: readonly TiedFinding[],
  waivers: readonly GivenWaiver[],
): TablePart =>
  tablePart({
    id: 'rules',
    name: 'Rules',
    caption: 'Rules and their results',
    columns: [
      tableColumn({ id: 'rule', kind: 'text', label: 'Rule', meaning: 'Number of the rule', source: 'Rule catalogue' }),
      tableColumn({ id: 'name', kind: 'wide-text', label: 'What has to hold', source: 'Rule catalogue' }),
      tableColumn({ id: 'severity', kind: 'text', label: 'Severity', source: 'Rule catalogue' }),
      tableColumn({ id: 'result', kind: 'text', label: 'Result', source: 'Checks' }),
      tableColumn({ id: 'findings', kind: 'count', label: 'Findings', source: 'Checks' }),
      tableColumn({
        id: 'open',
        kind: 'count',
        label: 'Open',
        meaning: 'Findings that nobody has closed',
        source: 'Checks',
      }),
      tableColumn({ id: 'waivers', kind: 'count', label: 'Let pass', meaning: 'Waivers in force', source: 'Waivers' }),
      tableColumn({ id: 'source', kind: 'text', label: 'Where it comes from', source: 'Rule catalogue' }),
    ],
    rows: rules.map(({ id, name, severity, source }) => {
      const own = findings.filter(({ finding }) => finding.rule === id)
      const open = own.filter(({ status }) => status !== 'closed').length
      return tableRow(`rule/${id}`, [
        textCell(id),
        textCell(name),
        textCell(severityWords[severity]),
        textCell(own.length === 0 ? 'Holds' : open === 0 ? 'Closed' : 'Does not hold'),
        { kind: 'count', count: own.length },
        { kind: 'count', count: open },
        { kind: 'count', count: waivers.filter((each) => each.rule === id && each.status === 'approved').length },
        textCell(source),
      ])
    }),
  })

const findingsTable = (findings: readonly TiedFinding[], unit: MoneyUnit): TablePart =>
  tablePart({
    id: 'findings',
    name: 'Findings',
    caption: 'Both numbers of every finding, the difference and why',
    unit,
    columns: [
      tableColumn({ id: 'rule', kind: 'text', label: 'Rule', source: 'Rule catalogue' }),
      tableColumn({ id: 'severity', kind: 'text', label: 'Severity', source: 'Rule catalogue' }),
      tableColumn({ id: 'where', kind: 'text', label: 'Where', meaning: 'Where the figure stands', source: 'Checks' }),
      tableColumn({
        id: 'printed',
        kind: 'amount',
        label: 'Printed',
        meaning: 'What is stated there',
        source: 'Document',
      }),
      tableColumn({
        id: 'computed',
        kind: 'amount',
        label: 'Computed',
        meaning: 'What it should be',
        source: 'Ledger',
      }),
      tableColumn({
        id: 'difference',
        kind: 'amount',
        label: 'Difference',
        meaning: 'How far they are apart',
        source: 'Checks',
      }),
      tableColumn({
        id: 'explanation',
        kind: 'wide-text',
        label: 'Explanation',
        meaning: 'What does not agree, and the lines that explain it',
        source: 'Checks',
      }),
      tableColumn({ id: 'status', kind: 'text', label: 'Status', source: 'Checks' }),
      tableColumn({
        id: 'answer',
        kind: 'wide-text',
        label: 'Answer',
        meaning: 'What was answered, and why it was closed',
        source: 'Checks',
      }),
    ],
    rows: findings.map(({ finding, words, where, status, answer, closedBecause }) =>
      tableRow(`finding/${finding.id}`, [
        textCell(finding.rule),
        textCell(severityWords[finding.severity]),
        textCell(where),
        figureCell(finding.printed),
        figureCell(finding.computed),
        figureCell(finding.difference),
        textCell(words.why === null ? words.what : `${words.what}. ${words.why}`),
        textCell(statusWords[status]),
        textCell([answer, closedBecause && `Closed: ${closedBecause}`].filter(Boolean).join(' ')),
      ]),
    ),
  })

/** What is no calculation has no figures. */
const figureCell = (figure: Pence | null): TableCell =>
  figure === null ? { kind: 'not-applicable' } : amountCell(figure)

const waiversTable = (waivers: readonly GivenWaiver[]): TablePart =>
  tablePart({
    id: 'waivers',
    name: 'Waivers',
    caption: 'Rules that were let pass, or that somebody asked to be',
    columns: [
      tableColumn({ id: 'rule', kind: 'text', label: 'Rule', source: 'Waiver' }),
      tableColumn({ id: 'subject', kind: 'text', label: 'On what', source: 'Waiver' }),
      tableColumn({ id: 'reason', kind: 'wide-text', label: 'Reason', source: 'Waiver' }),
      tableColumn({ id: 'status', kind: 'text', label: 'State', source: 'Waiver' }),
      tableColumn({ id: 'approver', kind: 'text', label: 'Approver', source: 'Waiver' }),
      tableColumn({
        id: 'expires',
        kind: 'day',
        label: 'Until',
        meaning: 'Last day on which it counts',
        source: 'Waiver',
      }),
    ],
    rows: waivers.map(({ id, rule, subject, reason, approver, status, expiresOn, exempt }) =>
      tableRow(
        `waiver/${id}`,
        [
          textCell(rule),
          textCell(subject),
          textCell(reason),
          textCell(waiverWords[status]),
          textCell(approver),
          { kind: 'day', day: expiresOn },
        ],
        { exempt },
      ),
    ),
  })
