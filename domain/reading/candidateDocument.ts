import { formatColumn } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import type { Pence } from '../money.ts'
import type { StatedClaim, StatedDocument, StatedFigure, StatedMeaning, StatedPlace } from '../tieOut/stated.ts'
import { type CandidateNames, idFor } from './candidateNames.ts'
import { dayOfReading } from './dayOfReading.ts'
import type { ReadClaim, ReadColumn, ReadFigure, ReadPlace, ReadTable, ReportReading } from './reportReading.ts'
import { isShared, labelOf, type SingleRow, singleRows } from './splitRows.ts'

type Cell = Extract<StatedMeaning, { kind: 'cell' }>

/** Where a figure or a claim of the stated document was read. */
export type PlacesOfReading = Map<Id, ReadPlace>

/** What a report states, in the words of the checks: every figure of its tables and its text, and its claims. */
export const candidateDocument = (
  reading: ReportReading,
  names: CandidateNames,
  programmeId: Id,
): { document: StatedDocument; places: PlacesOfReading } => {
  const { cover, narrative, claims } = reading
  const places: PlacesOfReading = new Map()
  const keep = <Stated extends { id: Id }>(stated: Stated, place: ReadPlace): Stated => {
    places.set(stated.id, place)
    return stated
  }
  const figures = [
    ...judgedTables(reading).flatMap((table) => tableFigures(table, names, keep)),
    ...narrative.map((figure) => keep(textFigure(figure, names, programmeId), figure.place)),
  ]
  return {
    document: {
      id: idFor(`document ${cover.subject.text} ${cover.datedOn.text} ${cover.capitalSchemeNumber.text}`),
      title: fitted(cover.subject.value ?? cover.subject.text, 300) || 'Report',
      reportOf: fitted(cover.reportOf.value ?? '', 200),
      reportTo: fitted(cover.reportTo.value ?? '', 200),
      datedOn: dayOfReading(reading),
      capitalSchemeNumber: fitted(cover.capitalSchemeNumber.value ?? '', 40),
      isKeyDecision: cover.isKeyDecision.value,
      decisionId: null,
      figures,
      claims: claims.flatMap((claim) => {
        const stated = statedClaim(claim, reading, names)
        return stated ? [keep(stated, claim.place)] : []
      }),
    },
    places,
  }
}

/** One table of each kind: a second one of a kind says the same again, or what only a reader can tell. */
export const judgedTables = ({ tables }: Pick<ReportReading, 'tables'>): (ReadTable & { kind: Cell['table'] })[] => {
  const kinds = new Set<string>()
  return tables.flatMap((table) => {
    if (table.kind === 'unknown' || kinds.has(table.kind)) return []
    kinds.add(table.kind)
    return [{ ...table, kind: table.kind }]
  })
}

const tableFigures = (
  table: ReadTable & { kind: Cell['table'] },
  names: CandidateNames,
  keep: (figure: StatedFigure, place: ReadPlace) => StatedFigure,
): StatedFigure[] =>
  singleRows(table).flatMap((single, at) => {
    const row = rowMeaning(table, single, names)
    if (!row) return []
    return table.columns
      .filter((column) => column.role === 'amount' && column.meaning)
      .map((column): StatedFigure => {
        const amount = single.amounts.get(column.column)
        const figure: StatedFigure = {
          id: idFor(`${table.key}/${at}/${column.column}`),
          place: {
            section: fitted(table.place.section ?? titleOf(table), 200),
            paragraph: fittedOrNull(table.place.paragraph, 60),
            table: fitted(titleOf(table), 200),
            row: fittedOrNull(single.label, 200),
            column: fitted(column.meaning ? formatColumn(column.meaning) : column.head, 100),
          },
          printed: fitted(amount?.printed ?? '', 60),
          value: amount?.value ?? null,
          unit: amount?.unit ?? column.unit,
          // Of two columns under one heading only the first can be added up.
          meaning:
            column.meaning && isFirstOfItsHead(table, column)
              ? { kind: 'cell', table: table.kind, row, column: column.meaning }
              : null,
        }
        return keep(figure, amount?.place ?? cellPlace(single, column))
      })
  })

const isFirstOfItsHead = ({ columns }: ReadTable, { column, meaning }: ReadColumn): boolean =>
  columns.every((other) => other.column >= column || !other.meaning || !isSameColumn(other.meaning, meaning))

const isSameColumn = (one: Cell['column'], other: ReadColumn['meaning']): boolean =>
  other !== null && formatColumn(one) === formatColumn(other)

const cellPlace = ({ row }: SingleRow, { column, place }: ReadColumn): ReadPlace =>
  row.cells.find((cell) => cell.column === column)?.place ?? { ...place, row: row.place.row }

/** Notes, headings and rows that were not understood state nothing. */
const rowMeaning = (
  table: ReadTable,
  { row, unknownOf, label }: SingleRow,
  names: CandidateNames,
): Cell['row'] | null => {
  if (row.kind === 'total') return { kind: 'total' }
  if (row.kind === 'subtotal' && row.theme !== null) {
    return { kind: 'subtotal', place: { kind: 'theme', id: names.idOf('theme', row.theme) } }
  }
  if (row.kind !== 'line' && row.kind !== 'split') return null
  if (unknownOf !== null) return { kind: 'place', place: { kind: 'scheme', id: idFor(unknownOf) } }
  const kind = row.name?.kind ?? (table.kind === 'funding' ? 'source' : 'scheme')
  const id = names.idOf(kind, row.name?.printed ?? label)
  return kind === 'source' ? { kind: 'source', sourceId: id } : { kind: 'place', place: { kind, id } }
}

const textFigure = (figure: ReadFigure, names: CandidateNames, programmeId: Id): StatedFigure => {
  const place = placeOf(figure.of, names, programmeId)
  return {
    id: idFor(figure.key),
    place: inText(figure.place),
    printed: fitted(figure.printed, 60),
    value: figure.value,
    unit: figure.unit,
    meaning:
      figure.measure && place
        ? { kind: 'narrative', measure: figure.measure, place, startYear: figure.startYear }
        : null,
  }
}

const placeOf = (of: ReadFigure['of'], names: CandidateNames, programmeId: Id): Place | null => {
  if (of === null) return null
  if (of === 'programme') return { kind: 'programme', id: programmeId }
  return of.kind === 'source' ? null : { kind: of.kind, id: names.idOf(of.kind, of.printed) }
}

const statedClaim = (claim: ReadClaim, reading: ReportReading, names: CandidateNames): StatedClaim | null => {
  const said = meaningOfClaim(claim, reading, names)
  return said && { id: idFor(claim.key), place: said.place ?? inText(claim.place), claim: said.claim }
}

const meaningOfClaim = (
  { claim }: ReadClaim,
  reading: ReportReading,
  names: CandidateNames,
): { claim: StatedClaim['claim']; place?: StatedPlace } | null => {
  switch (claim.kind) {
    case 'themes':
      return { claim: { kind: 'themes', names: claim.names.map((name) => fitted(name, 200)) } }
    case 'membership':
      return {
        claim: {
          kind: 'membership',
          schemeId: names.idOf('scheme', claim.scheme),
          themeId: names.idOf('theme', claim.theme),
        },
      }
    case 'named':
      return {
        claim: { kind: 'named', role: fitted(claim.role, 100), names: claim.names.map((name) => fitted(name, 200)) },
      }
    case 'merged-cell':
      return mergedCell(reading, claim.table, claim.row)
    default:
      return { claim }
  }
}

const mergedCell = (reading: ReportReading, tableKey: string, rowKey: string) => {
  const table = judgedTables(reading).find(({ key }) => key === tableKey)
  const row = table?.rows.find(({ key }) => key === rowKey)
  if (!table || !row || !isShared(row) || row.labels.length < 2) return null
  return {
    place: {
      section: fitted(titleOf(table), 200),
      paragraph: null,
      table: fitted(titleOf(table), 200),
      row: fitted(row.theme ?? labelOf(row), 200),
      column: null,
    },
    claim: {
      kind: 'merged-cell' as const,
      labels: row.labels.map(({ name }) => fitted(name, 200)),
      amounts: table.columns.flatMap(({ column, meaning }) => {
        const cell = row.cells.find((each) => each.column === column)
        if (meaning?.kind !== 'year' || !cell) return []
        const values = cell.amounts.flatMap(({ value }): Pence[] => (value === null ? [] : [value]))
        return [{ startYear: meaning.startYear, values }]
      }),
    },
  }
}

const inText = ({ section, paragraph, footnote }: ReadPlace): StatedPlace => ({
  section: fitted(section ?? (footnote === null ? 'Text' : `Footnote ${footnote + 1}`), 200),
  paragraph: fittedOrNull(paragraph, 60),
  table: null,
  row: null,
  column: null,
})

const titleOf = ({ title, kind }: ReadTable): string => title.value ?? (title.text || kind)

const fitted = (text: string, longest: number): string => text.trim().slice(0, longest).trim()

const fittedOrNull = (text: string | null, longest: number): string | null => {
  const fit = fitted(text ?? '', longest)
  return fit === '' ? null : fit
}
