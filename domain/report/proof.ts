import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'
import { ReportOrder } from './reportOrder.ts'
import { scopeKey } from './scopeKey.ts'

/** What a printed report says of itself: the snapshot that was issued, or the order and the moment that make it again. */
export type Proof =
  | { kind: 'issued'; snapshotId: Id; version: ReportOrder['version'] }
  | { kind: 'draft'; order: ReportOrder; seq: number; day: CalendarDay }

/**
 * `BCF-issued/SNAPSHOT/full`, or `BCF-draft/spend/programme/2019-2022/£000/full/12/2020-08-28`: one line without spaces that
 * survives Word, PDF, Excel and CSV, and that a person can read.
 */
export const proofText = (proof: Proof): string => {
  if (proof.kind === 'issued') return ['BCF-issued', proof.snapshotId, proof.version].join('/')
  const { order, seq, day } = proof
  const { report, scope, from, to, unit, version } = order
  return ['BCF-draft', report, scopeKey(scope), `${from ?? ''}-${to ?? ''}`, unit ?? '', version, seq, day].join('/')
}

const shape = /BCF-(?:issued|draft)\/[\w£:./-]+/

/** The first proof in a text; null where there is none that can be read. */
export const readProof = (text: string): Proof | null => {
  const [kind, ...fields] = (shape.exec(text)?.[0] ?? '').split('/')
  if (kind === 'BCF-issued') {
    const snapshotId = Id.safeParse(fields[0])
    const version = ReportOrder.shape.version.safeParse(fields[1])
    return snapshotId.success && version.success
      ? { kind: 'issued', snapshotId: snapshotId.data, version: version.data }
      : null
  }
  if (kind !== 'BCF-draft') return null
  const [report, about = '', years = '', unit, version, seq, dayText] = fields
  const [scopeKind, id] = about.split(':')
  const [from, to] = years.split('-')
  const order = ReportOrder.safeParse({
    report,
    scope:
      scopeKind === 'programme'
        ? { kind: 'programme' }
        : scopeKind === 'year'
          ? { kind: 'year', startYear: Number(id) }
          : { kind: scopeKind, id },
    from: from ? Number(from) : null,
    to: to ? Number(to) : null,
    unit: unit || null,
    version,
  })
  const day = CalendarDay.safeParse(dayText)
  return order.success && day.success && /^\d+$/.test(seq ?? '')
    ? { kind: 'draft', order: order.data, seq: Number(seq), day: day.data }
    : null
}
