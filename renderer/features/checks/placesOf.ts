import type { Check } from '../../lib/checks.ts'
import type { PrintedDocument, PrintedMark, PrintedTableValue } from '../../ui/PrintedTable.tsx'

type Finding = Check['finding']
type FindingPlace = Finding['place']
type StatedAt = Extract<FindingPlace, { kind: 'stated' }>
type Value = Finding['values'][number]

/** A figure that a finding names, with the number of its ring. */
export interface Named {
  number: number
  look: PrintedMark['look']
  label: string
  amount: Value['amount']
}

export interface Places {
  /** The printed tables in which figures stand, with what is to be marked in them. */
  tables: { document: PrintedDocument; table: PrintedTableValue; marks: Map<string, PrintedMark> }[]
  /** The ringed figures, in the order of their numbers. */
  named: Named[]
  /** Figures that stand in the text of a document. */
  inText: Value[]
  /** Figures of the ledger. */
  inLedger: (Value & { place: Extract<FindingPlace, { kind: 'ledger' }> })[]
}

export const cellKey = (row: string, column: string): string => `${row}\n${column}`

/** Where the figures of a finding stand: those at fault and those that explain it ringed, the others that were counted tinted. */
export const placesOf = ({ finding }: Check, printed: readonly PrintedDocument[]): Places => {
  const places: Places = { tables: [], named: [], inText: [], inLedger: [] }
  const at = (place: StatedAt) => {
    const document = printed.find(({ documentId }) => documentId === place.documentId)
    const table = document?.tables.find(({ title }) => title === place.at.table)
    const [row, column] = [place.at.row ?? '', place.at.column ?? '']
    const isCell = table?.rows.some(({ label }) => label === row) && table.columns.some(({ label }) => label === column)
    if (!document || !table || !isCell) return undefined
    let found = places.tables.find((known) => known.table === table)
    if (!found) {
      found = { document, table, marks: new Map() }
      places.tables.push(found)
    }
    return { marks: found.marks, key: cellKey(row, column) }
  }
  const ring = (place: FindingPlace, look: 'at-fault' | 'explains', label: string, amount: Value['amount']) => {
    if (place.kind !== 'stated') return
    const cell = at(place)
    if (!cell || (cell.marks.get(cell.key)?.number ?? 0) > 0) return
    const number = places.named.length + 1
    cell.marks.set(cell.key, { look, number, words: look === 'at-fault' ? 'at fault' : 'explains the difference' })
    places.named.push({ number, look, label, amount })
  }

  const own = finding.values.find(({ place }) => JSON.stringify(place) === JSON.stringify(finding.place))
  ring(finding.place, 'at-fault', own?.label ?? '', own?.amount ?? finding.printed)
  for (const line of finding.explanation?.lines ?? []) ring(line.place, 'explains', line.label, line.amount)
  for (const value of finding.values) {
    if (value.place.kind === 'ledger') {
      places.inLedger.push({ ...value, place: value.place })
      continue
    }
    const cell = at(value.place)
    if (!cell) places.inText.push(value)
    else if (!cell.marks.has(cell.key)) cell.marks.set(cell.key, { look: 'counted', words: 'counted' })
  }
  return places
}
