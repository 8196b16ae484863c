import { allOf, type Cause, type Check, statusOf } from '../../lib/checks.ts'
import type { PrintedDocument, PrintedMark } from '../../ui/PrintedTable.tsx'
import type { FundingFacts } from './fundingFacts.ts'

type Place = Check['finding']['place']
type TableName = PrintedDocument['tables'][number]['table']

/** Rules about how the tables are funded, which point at the text of a report. */
const aboutFunding: Check['finding']['subject']['kind'][] = [
  'funder',
  'borrowing-first',
  'grant-left',
  'lapses',
  'funding',
]

/** The printed table that a place stands in. */
const tableOf = (place: Place, printed: readonly PrintedDocument[]): TableName | undefined => {
  if (place.kind !== 'stated') return undefined
  const document = printed.find(({ documentId }) => documentId === place.documentId)
  return document?.tables.find(({ title }) => title === place.at.table)?.table
}

/** Whether a cause says something about the programme's own tables, and not only about how a report adds up. */
export const concernsLedger = (cause: Cause, printed: readonly PrintedDocument[]): boolean =>
  statusOf(cause) !== 'closed' &&
  allOf(cause).some(
    ({ finding }) =>
      aboutFunding.includes(finding.subject.kind) ||
      (tableOf(finding.place, printed) !== undefined && finding.values.some(({ place }) => place.kind === 'ledger')),
  )

/** Whether a cause points into a printed table. */
export const concernsPrinted = (cause: Cause, printed: readonly PrintedDocument[]): boolean =>
  statusOf(cause) !== 'closed' &&
  allOf(cause).some(({ finding }) =>
    [finding.place, ...(finding.explanation?.lines ?? []).map(({ place }) => place)].some(
      (place) => tableOf(place, printed) !== undefined,
    ),
  )

/** The findings that point at an amount of the ledger in one of the programme's own tables. */
export const ledgerFaults = (
  { checks, printed }: Pick<FundingFacts, 'checks' | 'printed'>,
  table: TableName,
  placeId: string,
  startYear: number | null,
): Check[] =>
  checks.findings.filter(
    ({ finding, status }) =>
      status !== 'closed' &&
      tableOf(finding.place, printed) === table &&
      finding.values.some(
        ({ place }) =>
          place.kind === 'ledger' &&
          place.level === 'authority' &&
          place.place?.id === placeId &&
          place.startYear === startYear,
      ),
  )

/** The mark of a printed cell: at fault, or the line that explains a difference elsewhere. */
export const printedFault = (
  checks: readonly Check[],
  documentId: string,
  table: string,
  row: string,
  column: string,
): PrintedMark | undefined => {
  const isHere = (place: Place) =>
    place.kind === 'stated' &&
    place.documentId === documentId &&
    place.at.table === table &&
    (place.at.row ?? '') === row &&
    (place.at.column ?? '') === column
  const open = checks.filter(({ status }) => status !== 'closed')
  const own = open.find(({ finding }) => isHere(finding.place))
  if (own) return { look: 'at-fault', words: `check: ${own.words.what}` }
  const explained = open.find(({ finding }) => finding.explanation?.lines.some(({ place }) => isHere(place)))
  return explained && { look: 'explains', words: `explains: ${explained.words.what}` }
}
