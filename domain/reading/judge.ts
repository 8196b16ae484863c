import type { CalendarDay, Instant } from '../calendarDay.ts'
import { firstDay, type StartYear } from '../financialYear.ts'
import type { Place } from '../ledger/entry.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { discrepanciesOf } from '../tieOut/discrepancies.ts'
import type { Finding } from '../tieOut/finding.ts'
import { type Cause, groupByCause } from '../tieOut/groupByCause.ts'
import { faultsIn } from '../tieOut/repairs/repairs.ts'
import type { StatedDocument } from '../tieOut/stated.ts'
import { documentTables } from '../tieOut/statedTable.ts'
import { tieOut } from '../tieOut/tieOut.ts'
import { candidateDocument, type PlacesOfReading } from './candidateDocument.ts'
import { askedDecisionId, candidateLedger } from './candidateLedger.ts'
import { candidateNames, idFor } from './candidateNames.ts'
import { candidateThings } from './candidateThings.ts'
import type { ReportReading } from './reportReading.ts'

/** What is to be said of a report that was read. */
export interface Judged {
  /** The programme that the report describes, or the present one with the report beside it. */
  facts: ProgrammeFacts
  document: StatedDocument
  /** Where each figure and each claim of the document was read. */
  places: PlacesOfReading
  findings: Finding[]
  causes: Cause[]
}

/**
 * Holds a report against itself, or against a present programme whose things its names were matched to. Nothing is added to
 * that programme: what it does not know stays unknown.
 */
export const judge = (reading: ReportReading, against: ProgrammeFacts | null): Judged => {
  const known = new Set<string>(
    against ? [...against.themes, ...against.schemes, ...against.sources].map(({ id }) => id) : [],
  )
  const names = candidateNames(reading, known)
  const programmeId = against?.programme.id ?? idFor('programme')
  const { document, places } = candidateDocument(reading, names, programmeId)
  const facts = against ? { ...against, documents: [document] } : candidateFacts(reading, document, names)
  const said = facts.documents[0] ?? document
  const findings = tieOut(facts).filter((finding) => (against ? isAbout(finding, said) : isStated(finding, facts)))
  return { facts, document: said, places, findings, causes: groupByCause(findings) }
}

const candidateFacts = (
  reading: ReportReading,
  read: StatedDocument,
  names: ReturnType<typeof candidateNames>,
): ProgrammeFacts => {
  const programme: Place = { kind: 'programme', id: idFor('programme') }
  const years = plannedYears(read)
  const from = earlierOf(firstDay(years.startYear), read.datedOn)
  const things = candidateThings(reading, names, from)
  const factsOf = (followed: StatedDocument): ProgrammeFacts => {
    const ledger = candidateLedger(followed, programme)
    const isAsked = ledger.decisions.some(({ id }) => id === askedDecisionId(read))
    return { ...common, ...ledger, documents: [{ ...read, decisionId: isAsked ? askedDecisionId(read) : null }] }
  }
  const common = {
    asAt: { seq: 0, recordedAt: `${read.datedOn}T12:00:00.000Z` as Instant, hash: '0'.repeat(64), day: read.datedOn },
    programme: {
      id: programme.id,
      revision: 1,
      isRemoved: false,
      name: read.title.slice(0, 200).trim(),
      capitalSchemeNumber: read.capitalSchemeNumber,
      accountableOrganisationId: null,
      partnerOrganisationId: null,
      ...years,
      isSample: false,
      note: '',
      annualAllocation: annualAllocation(read),
    },
    organisations: [],
    ...things,
    cases: [],
    years: [],
    periods: [],
    yearEnds: [],
    benefits: [],
    closures: [],
  }
  return factsOf(asMeant(read, factsOf(read)))
}

/**
 * The tables of authority and funding with their certain slips set right: what they ask for is not what a slip of theirs
 * says. The plan stays as it is printed.
 */
const asMeant = (document: StatedDocument, facts: ProgrammeFacts): StatedDocument => {
  const certain = faultsIn(facts, discrepanciesOf(facts)).filter(({ explanation }) => explanation.unique)
  const meant = new Map(
    certain.flatMap(({ repair }) => repair.changes.map(({ figure, value }) => [figure.id, value] as const)),
  )
  return {
    ...document,
    figures: document.figures.map((figure) => {
      const isPlan = figure.meaning?.kind !== 'cell' || figure.meaning.table === 'expenditure-plan'
      const value = meant.get(figure.id)
      return isPlan || value === undefined ? figure : { ...figure, value }
    }),
  }
}

const earlierOf = (one: CalendarDay, other: CalendarDay): CalendarDay => (one < other ? one : other)

/** The years in which any table has an amount; the years of its columns where none has. */
const plannedYears = (document: StatedDocument): { startYear: StartYear; endYear: StartYear } => {
  const inYears = documentTables(document).flatMap(({ rows, columns }) =>
    columns.flatMap(({ key, meaning }) =>
      meaning.kind === 'year'
        ? [{ year: meaning.startYear, isUsed: rows.some((row) => row.cells.get(key)?.value) }]
        : [],
    ),
  )
  const used = inYears.filter(({ isUsed }) => isUsed)
  const years = (used.length > 0 ? used : inYears).map(({ year }) => year)
  const ownYear = Number(document.datedOn.slice(0, 4))
  return years.length === 0
    ? { startYear: ownYear, endYear: ownYear }
    : { startYear: Math.min(...years), endYear: Math.max(...years) }
}

const annualAllocation = (document: StatedDocument): number | null =>
  document.figures.find(
    ({ meaning, value }) => meaning?.kind === 'narrative' && meaning.measure === 'annual-allocation' && value !== null,
  )?.value ?? null

/** A document on its own is not asked about what only a ledger knows: of cases it is, once it speaks of any. */
const isStated = ({ subject }: Finding, { caseStatuses }: ProgrammeFacts): boolean =>
  subject.kind !== 'cases-not-stated' || caseStatuses.length > 0

/** Whether the document has a part in a finding. */
const isAbout = ({ place, values }: Finding, { id }: StatedDocument): boolean =>
  [place, ...values.map((value) => value.place)].some((each) => each.kind === 'stated' && each.documentId === id)
