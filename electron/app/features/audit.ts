import { z } from 'zod'
import { accountTitles } from '../../../db/queries/accountTitles.ts'
import {
  type EventFilter,
  type KeptRow,
  listEvents,
  movementsOf,
  rowBefore,
  rowsOf,
} from '../../../db/queries/events.ts'
import { readable } from '../../../db/readable.ts'
import type { EventRow, Reading } from '../../../db/schema.ts'
import { addDays, CalendarDay, endOfDayInLondon } from '../../../domain/calendarDay.ts'
import { canonicalJson } from '../../../domain/canonicalJson.ts'
import { Id } from '../../../domain/id.ts'
import { LARGEST_AMOUNT } from '../../../domain/money.ts'
import { whoActed } from '../../../domain/people/whoActed.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import { ReportName, reportList } from '../../../domain/report/reportList.ts'
import type { Withheld } from './exempt/withheld.ts'
import { namesIn } from './namesIn.ts'

export const AuditInput = z.strictObject({
  /** Pages backwards: events before this number. */
  before: z.int().min(1).nullable(),
  subjectId: Id.nullable(),
  role: z.string().max(60).nullable(),
  operation: z.string().max(100).nullable(),
  from: CalendarDay.nullable(),
  to: CalendarDay.nullable(),
  /** Pence, with either sign. */
  amount: z.int().min(-LARGEST_AMOUNT).max(LARGEST_AMOUNT).nullable(),
})

const PAGE = 50
const ENTRIES_SHOWN = 200

/**
 * One page of the trail, newest first, each event with what it changed field by field and what it posted. Of what is exempt
 * and withheld from its reader there is that it was changed, by whom and when.
 */
export const auditPage = async (
  facts: ProgrammeFacts,
  db: Reading,
  input: z.infer<typeof AuditInput>,
  withheld: Withheld,
) => {
  const filter: EventFilter = {
    before: input.before ?? undefined,
    subjectId: input.subjectId ?? undefined,
    role: input.role ?? undefined,
    operation: input.operation ?? undefined,
    fromInstant: input.from ? endOfDayInLondon(addDays(input.from, -1)) : undefined,
    toInstant: input.to ? endOfDayInLondon(input.to) : undefined,
    amount: input.amount ?? undefined,
  }
  const page = await listEvents(db, filter, PAGE + 1)
  const shown = page.slice(0, PAGE)
  const entries = await movementsOf(
    db,
    shown.map((event) => event.seq),
  )
  const people = await accountTitles(db)
  const names = new Map([...namesIn(facts), ...people.map(({ id, title }): [string, string] => [id, title])])
  const events = []
  for (const event of shown) {
    const changes = await changesOf(db, event, names, withheld)
    const isWithheld = changes.some((change) => change.isWithheld)
    const posted = entries.filter((entry) => entry.seq === event.seq)
    events.push({
      seq: event.seq,
      recordedAt: event.recorded_at,
      role: event.role,
      by: whoActed(people, event),
      operation: event.operation,
      transition: event.transition,
      subject: { kind: event.subject_kind, id: event.subject_id, name: names.get(event.subject_id) ?? nameIn(event) },
      detail: isWithheld ? {} : readable(() => JSON.parse(event.detail_json) as Record<string, unknown>),
      undoesSeq: event.undoes_seq,
      hash: event.hash,
      changes,
      postings: posted.slice(0, ENTRIES_SHOWN).map((entry) => ({
        movementId: entry.movement_id,
        kind: entry.kind,
        reason: entry.reason,
        level: entry.level,
        place: names.get(entry.place_id) ?? '',
        startYear: entry.start_year,
        source: entry.source_id === null ? null : (names.get(entry.source_id) ?? ''),
        amount: entry.amount_pence,
        effectiveOn: entry.effective_on,
      })),
      postingCount: posted.length,
    })
  }
  return { events, next: page.length > PAGE ? (shown.at(-1)?.seq ?? null) : null }
}

/** Fields that say nothing to a reader of the trail. */
const unshown = new Set(['id', 'revision', 'is_removed', 'sort', 'finding_id', 'fingerprint'])

/** Before and after, by field, of every thing that an event saved. */
const changesOf = async (db: Reading, event: EventRow, names: Map<string, string>, withheld: Withheld) => {
  const changes = []
  for (const { kind, row } of rowsOf(event)) {
    const isWithheld = isRowWithheld(kind, row, withheld)
    const before = await rowBefore(db, kind, String(row.id), event.seq)
    const fields = isWithheld
      ? []
      : Object.keys(row).filter((field) => !unshown.has(field) && !isSame(field, before?.[field], row[field]))
    changes.push({
      kind,
      id: String(row.id),
      name: names.get(String(row.id)) ?? titleOf({ kind, row }),
      isNew: before === undefined,
      isRemoved: row.is_removed === 1,
      isWithheld,
      fields: fields.map((field) => ({
        field,
        before: shownValue(field, before?.[field] ?? null, names),
        after: shownValue(field, row[field] ?? null, names),
      })),
    })
  }
  return changes
}

/** Whether a row holds words of something that is withheld: the thing, its paper, or the meeting that it was before. */
const isRowWithheld = (kind: string, row: KeptRow['row'], withheld: Withheld): boolean => {
  if (withheld.size === 0) return false
  if (kind === 'meeting') {
    const items = readable(() => JSON.parse(String(row.items_json)) as { id: Id; subjectId: Id | null }[])
    return items.some(({ id, subjectId }) => withheld.has(subjectId ?? id))
  }
  return withheld.has((kind === 'paper' ? row.subject_id : row.id) as Id)
}

type Value = string | number | null

/** Lists are kept as text, in which the order of keys says nothing. */
const isSame = (field: string, before: Value = null, after: Value = null): boolean =>
  before === after || (isList(field) && canonicalList(before) === canonicalList(after))

const isList = (field: string): boolean => field.endsWith('_json')

const canonicalList = (value: Value): string =>
  canonicalJson(value === null ? null : readable(() => JSON.parse(String(value))))

/** A value with names where ids stand; a list stays text. */
const shownValue = (field: string, value: Value, names: Map<string, string>): Value => {
  if (typeof value !== 'string') return value
  if (!isList(field)) return names.get(value) ?? value
  return JSON.stringify(
    readable(() => JSON.parse(value)),
    (_key, each: unknown) => (typeof each === 'string' ? (names.get(each) ?? each) : each),
  )
}

const titleOf = ({ row }: KeptRow): string => {
  if (typeof row.finding_id === 'string') return `rule ${row.finding_id.split(':')[0]}`
  const report = ReportName.safeParse(row.report)
  if (report.success) return reportList[report.data].title
  return String(row.name ?? row.reference ?? row.what_changes ?? '')
}

const nameIn = (event: EventRow): string => {
  const kept = rowsOf(event).find(({ row }) => row.id === event.subject_id)
  return kept ? titleOf(kept) : ''
}
