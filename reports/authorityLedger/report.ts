import type { CalendarDay, Instant } from '../../domain/calendarDay.ts'
import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import { formatMoment } from '../../domain/inWords.ts'
import type { MovementKind, Place } from '../../domain/ledger/entry.ts'
import { nameOf } from '../../domain/ledger/movementRules.ts'
import { movementWord } from '../../domain/ledger/movementWord.ts'
import { formatInSentence, type MoneyUnit, type Pence, pence, ZERO } from '../../domain/money.ts'
import { titleOf } from '../../domain/people/actorTitle.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { roleTitles } from '../../domain/roles.ts'
import { amountCell, NONE } from '../cell.ts'
import { headingPart, paragraphPart, tableColumn, tablePart, tableRow } from '../document/parts.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'
import { withTotal } from '../model/withTotal.ts'

/** One entry on authority or its release, with what its level came to once it was posted. Pence. */
export interface LedgerEntry {
  id: number
  seq: number
  level: 'authority' | 'released'
  place: Place
  startYear: StartYear
  amount: Pence
  running: Pence
  effectiveOn: CalendarDay
  kind: MovementKind
  reason: string
  reference: string | null
}

/** An accepted command that posted such entries. */
export interface LedgerEvent {
  seq: number
  recordedAt: Instant
  actor: string
  role: string
  operation: string
  transition: string
  previousHash: string
  hash: string
}

/** The entries, oldest first, with their events and the titles of those who acted. */
export interface AuthorityExtract {
  entries: readonly LedgerEntry[]
  events: readonly LedgerEvent[]
  accounts: readonly { id: string; title: string }[]
}

/** Report 12: every movement of authority and its release with the running balance, who acted, and the chain of hashes. */
export const authorityLedgerReport = (
  facts: ProgrammeFacts,
  extract: AuthorityExtract,
  unit: MoneyUnit,
): ReportContent => {
  const { entries } = extract
  const lastOf = (level: LedgerEntry['level']) => entries.findLast((entry) => entry.level === level)?.running ?? ZERO
  const [authority, released] = [lastOf('authority'), lastOf('released')]
  return {
    orientation: 'landscape',
    unit: '£',
    parts: [
      paragraphPart(
        'summary',
        entries.length === 0
          ? 'Nothing is posted on authority to spend in these years.'
          : `Authority to spend in force comes to ${formatInSentence(authority)}, of which ${formatInSentence(released)} is released and ${formatInSentence(pence(authority - released))} held. ${count(entries.length, 'entry', 'entries')} in ${count(extract.events.length, 'event', 'events')} led there; none was ever changed or taken out.`,
      ),
      headingPart('movements', 1, 'Every movement of authority', '1'),
      ledgerTable(facts, extract, unit),
      headingPart('trail', 1, 'The events that posted them', '2'),
      paragraphPart(
        'chain',
        `Each event holds the hash of the event before it. The last event counted here is ${facts.asAt.seq}, with the hash ${facts.asAt.hash}.`,
      ),
      eventsTable(extract),
    ],
    footnotes: [],
    missing: entries.length === 0 ? ['No authority to spend is recorded in these years.'] : [],
    sections: [],
  }
}

const ledgerTable = (facts: ProgrammeFacts, { entries, events, accounts }: AuthorityExtract, unit: MoneyUnit) => {
  const names = { ...facts, programmes: [facts.programme], day: facts.asAt.day }
  const eventBySeq = new Map(events.map((event) => [event.seq, event]))
  const rows = entries.map((entry) => {
    const event = eventBySeq.get(entry.seq)
    const isAuthority = entry.level === 'authority'
    return tableRow(`entry/${entry.id}`, [
      textCell(String(entry.id)),
      { kind: 'day', day: entry.effectiveOn },
      textCell(event ? formatMoment(event.recordedAt) : ''),
      textCell(movementWord(entry.kind)),
      textCell(nameOf(entry.place, names)),
      textCell(formatYear(entry.startYear)),
      isAuthority ? amountCell(entry.amount) : NONE,
      isAuthority ? NONE : amountCell(entry.amount),
      amountCell(entry.running),
      textCell(entry.reference ?? ''),
      textCell(event ? titleOf(accounts, event.actor) : ''),
      { kind: 'count', count: entry.seq },
      textCell(event?.hash ?? ''),
    ])
  })
  return tablePart({
    id: 'ledger',
    name: 'Authority ledger',
    caption: 'Authority to spend and its release, the oldest entry first',
    unit,
    columns: ledgerColumns,
    rows: withTotal(rows, ledgerColumns, { id: 'entry/total', leftOut: ['running'] }),
    notes: ['The running balance is that of the level of the entry: of authority, or of what is released.'],
  })
}

const ledgerColumns = [
  tableColumn({
    id: 'entry',
    kind: 'text',
    label: 'Entry',
    meaning: 'Number of the entry in the ledger',
    source: 'Ledger',
  }),
  tableColumn({
    id: 'effective',
    kind: 'day',
    label: 'Effective',
    meaning: 'Day from which it counts',
    source: 'Ledger',
  }),
  tableColumn({
    id: 'recorded',
    kind: 'text',
    label: 'Recorded',
    meaning: 'Moment at which it was posted, in London',
    source: 'Trail',
  }),
  tableColumn({ id: 'type', kind: 'text', label: 'Type', meaning: 'Kind of movement', source: 'Ledger' }),
  tableColumn({
    id: 'scheme',
    kind: 'text',
    label: 'Scheme',
    meaning: 'Scheme, theme or programme on which it stands',
    source: 'Ledger',
  }),
  tableColumn({ id: 'year', kind: 'text', label: 'Year', meaning: 'Financial year', source: 'Ledger' }),
  tableColumn({
    id: 'authority',
    kind: 'amount',
    label: 'Authority',
    meaning: 'Authority to spend given or taken back',
    source: 'Ledger, level authority',
  }),
  tableColumn({
    id: 'released',
    kind: 'amount',
    label: 'Released',
    meaning: 'Part of authority set free, or taken back',
    source: 'Ledger, level released',
  }),
  tableColumn({
    id: 'running',
    kind: 'amount',
    label: 'Running balance',
    meaning: 'What the level of the entry comes to once it is posted',
    source: 'Sum of the entries of that level up to it',
  }),
  tableColumn({
    id: 'decision',
    kind: 'text',
    label: 'Decision',
    meaning: 'Reference of the decision behind it',
    source: 'Decision',
  }),
  tableColumn({ id: 'actor', kind: 'text', label: 'Actor', meaning: 'Role title of whoever acted', source: 'Trail' }),
  tableColumn({
    id: 'event',
    kind: 'count',
    label: 'Event',
    meaning: 'Number of the event that posted it',
    source: 'Trail',
  }),
  tableColumn({ id: 'hash', kind: 'text', label: 'Hash', meaning: 'SHA-256 of that event', source: 'Trail' }),
]

const eventsTable = ({ entries, events, accounts }: AuthorityExtract): TablePart => {
  const posted = Map.groupBy(entries, ({ seq }) => seq)
  return tablePart({
    id: 'events',
    name: 'Events',
    caption: 'Events that posted authority or its release',
    columns: eventColumns,
    rows: events.map((event) =>
      tableRow(`event/${event.seq}`, [
        textCell(String(event.seq)),
        textCell(formatMoment(event.recordedAt)),
        textCell(titleOf(accounts, event.actor)),
        textCell((roleTitles as Record<string, string>)[event.role] ?? event.role),
        textCell(event.operation),
        textCell(event.transition),
        { kind: 'count', count: posted.get(event.seq)?.length ?? 0 },
        textCell(event.previousHash),
        textCell(event.hash),
      ]),
    ),
  })
}

const eventColumns = [
  tableColumn({ id: 'event', kind: 'text', label: 'Event', meaning: 'Number in the trail', source: 'Trail' }),
  tableColumn({ id: 'recorded', kind: 'text', label: 'Recorded', meaning: 'Moment, in London', source: 'Trail' }),
  tableColumn({ id: 'actor', kind: 'text', label: 'Actor', meaning: 'Role title of whoever acted', source: 'Trail' }),
  tableColumn({ id: 'role', kind: 'text', label: 'Role', meaning: 'Role in which they acted', source: 'Trail' }),
  tableColumn({ id: 'operation', kind: 'text', label: 'Operation', meaning: 'Accepted command', source: 'Trail' }),
  tableColumn({
    id: 'transition',
    kind: 'text',
    label: 'Transition',
    meaning: 'State before and after',
    source: 'Trail',
  }),
  tableColumn({
    id: 'entries',
    kind: 'count',
    label: 'Entries',
    meaning: 'Entries on authority that it posted in these years',
    source: 'Ledger',
  }),
  tableColumn({
    id: 'previous',
    kind: 'text',
    label: 'Previous hash',
    meaning: 'SHA-256 of the event before it',
    source: 'Trail',
  }),
  tableColumn({ id: 'hash', kind: 'text', label: 'Hash', meaning: 'SHA-256 of the event', source: 'Trail' }),
]

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
