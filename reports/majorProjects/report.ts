import { inOrder, type Milestone, slipDays } from '../../domain/delivery/milestone.ts'
import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import type { HighlightReport } from '../../domain/forecast/highlightReport.ts'
import type { MonitoringRow } from '../../domain/forecast/monitoring.ts'
import { formatDay } from '../../domain/inWords.ts'
import { formatInSentence, type MoneyUnit, type Pence, pence, sum } from '../../domain/money.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { ratingWord } from '../../domain/programme/ratingWord.ts'
import type { Scheme } from '../../domain/programme/scheme.ts'
import { amountCell, NONE } from '../cell.ts'
import { countInWords } from '../document/listInWords.ts'
import { dayCell, paragraphPart, tablePart, tableRow } from '../document/parts.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { type TableCell, textCell } from '../model/tableCell.ts'
import { majorProjectsColumns } from './columns.ts'

interface MajorProjectsGiven {
  startYear: StartYear
  /** The year's monitoring, by place. */
  monitored: readonly MonitoringRow[]
  milestones: readonly Milestone[]
  /** Of each scheme the report submitted last. */
  highlights: ReadonlyMap<string, HighlightReport>
  unit: MoneyUnit
}

/** Report 21: a row for each scheme in the columns of the government's major projects portfolio. */
export const majorProjectsReport = (facts: ProgrammeFacts, given: MajorProjectsGiven): ReportContent => {
  const { startYear, unit } = given
  const year = formatYear(startYear)
  const schemes = facts.schemes
    .filter(({ lifecycle }) => lifecycle !== 'idea' && lifecycle !== 'unfunded')
    .toSorted((one, other) => one.sort - other.sort || (one.id < other.id ? -1 : 1))
  return {
    about: year,
    orientation: 'landscape',
    unit: '£m',
    parts: [
      paragraphPart(
        'summary',
        `${schemes.length} of ${countInWords(facts.schemes.length, 'scheme')}: those that are ideas or unfunded are left out. Baseline and forecast are of ${year}.`,
      ),
      tablePart({
        id: 'projects',
        name: 'Major projects',
        caption: `Major projects data ${year}`,
        unit,
        columns: majorProjectsColumns(startYear),
        rows: schemes.map((scheme) => projectRow(scheme, facts, given)),
        notes: [
          'Whole-life cost is the capital plan of all years together; running costs are not in the ledger and not in it.',
        ],
      }),
    ],
    footnotes: [],
    missing: missingOf(schemes, given),
    sections: [],
  }
}

const projectRow = (scheme: Scheme, facts: ProgrammeFacts, given: MajorProjectsGiven) => {
  const monitored = given.monitored.find(({ place }) => place.id === scheme.id)
  const highlight = given.highlights.get(scheme.id)
  const budget = monitored?.budget ?? null
  const outturn = monitored?.outturn ?? null
  const planned = facts.balances.filter(({ level, place }) => level === 'plan' && place.id === scheme.id)
  const rating = highlight?.delivery ?? scheme.dca
  return tableRow(`project/${scheme.id}`, [
    orNotRecorded(scheme.bcfSchemeId || scheme.ref || scheme.capitalSchemeNumber),
    textCell(scheme.name),
    orNotRecorded(organisationOf(scheme, facts)),
    orNotRecorded(scheme.briefDescription),
    rating === null ? { kind: 'not-recorded' } : { kind: 'rating', rating, text: ratingWord(rating) },
    orNotRecorded([highlight?.commentary, highlight?.nextMonth].filter(Boolean).join(' ')),
    dayCell(scheme.actual.startOn ?? scheme.forecast.startOn ?? scheme.planned.startOn),
    dayCell(scheme.actual.endOn ?? scheme.forecast.endOn ?? scheme.planned.endOn),
    orNotRecorded(scheduleOf(scheme, given.milestones)),
    budget === null ? NONE : amountCell(budget),
    outturn === null ? { kind: 'not-recorded' } : amountCell(outturn),
    varianceCell(budget, outturn),
    orNotRecorded(monitored ? budgetWords(monitored) : ''),
    planned.length === 0 ? NONE : amountCell(sum(planned.map(({ amount }) => amount))),
    orNotRecorded(scheme.amountsNote),
  ])
}

const orNotRecorded = (words: string): TableCell => (words === '' ? { kind: 'not-recorded' } : textCell(words))

const organisationOf = ({ leadOrganisationId }: Scheme, { organisations, programme }: ProgrammeFacts): string => {
  const wanted = leadOrganisationId ?? programme.accountableOrganisationId
  return organisations.find(({ id }) => id === wanted)?.name ?? ''
}

/** Slip of the end, and the milestones that are late or still to come. */
const scheduleOf = ({ id, planned, forecast, actual }: Scheme, all: readonly Milestone[]): string => {
  const end = actual.endOn ?? forecast.endOn
  const slip = slipDays({ baselineOn: planned.endOn, forecastOn: forecast.endOn, actualOn: actual.endOn })
  const promised =
    planned.endOn === null || end === null || slip === null ? '' : `${slipWords(slip)} of ${formatDay(planned.endOn)}.`
  const milestones = inOrder(all.filter(({ schemeId }) => schemeId === id)).map((milestone) => {
    const { name, actualOn, forecastOn, baselineOn } = milestone
    const comes = actualOn ?? forecastOn ?? baselineOn
    const days = slipDays(milestone)
    const when = comes === null ? 'no day given' : `${actualOn === null ? 'due' : 'reached'} ${formatDay(comes)}`
    return `${name}: ${when}${days === null || days === 0 ? '' : `, ${slipWords(days)}`}.`
  })
  return [promised && `The end is ${promised}`, ...milestones].filter(Boolean).join(' ')
}

const slipWords = (days: number): string => {
  if (days === 0) return 'on the day'
  return `${countInWords(Math.abs(days), 'day')} ${days > 0 ? 'behind' : 'ahead'}`
}

const varianceCell = (budget: Pence | null, outturn: Pence | null): TableCell => {
  if (outturn === null) return { kind: 'not-recorded' }
  if (budget === null || budget === 0) return { kind: 'not-applicable' }
  return { kind: 'percent', basisPoints: Math.round(((outturn - budget) * 10_000) / budget) }
}

const budgetWords = ({ split, note }: MonitoringRow): string => {
  if (split === null || split.variance === 0) return note
  const moved = pence(split.slippage + split.acceleration)
  const parts = [
    moved === 0
      ? ''
      : `${formatInSentence(pence(Math.abs(moved)))} ${moved < 0 ? 'moves to another year' : 'comes from another year'}`,
    split.overspend === 0
      ? ''
      : `${formatInSentence(pence(Math.abs(split.overspend)))} ${split.overspend > 0 ? 'more' : 'less'} than budgeted`,
  ].filter(Boolean)
  return [`${parts.join(', ')}.`.replace(/^./, (first) => first.toUpperCase()), note].filter(Boolean).join(' ')
}

const missingOf = (schemes: readonly Scheme[], { startYear, monitored, highlights }: MajorProjectsGiven): string[] => {
  const lacking = (what: string, isMissing: (scheme: Scheme) => boolean): string[] => {
    const number = schemes.filter(isMissing).length
    return number === 0 ? [] : [`${what} ${number} of ${countInWords(schemes.length, 'scheme')}.`]
  }
  const forecast = new Set(monitored.filter(({ outturn }) => outturn !== null).map(({ place }) => place.id as string))
  return [
    ...lacking('Nobody has rated the delivery of', ({ id, dca }) => (highlights.get(id)?.delivery ?? dca) === null),
    ...lacking('No commentary is submitted for', ({ id }) => !highlights.has(id)),
    ...lacking('No dates are recorded for', ({ planned, forecast: expected, actual }) =>
      [planned, expected, actual].every(({ startOn, endOn }) => startOn === null && endOn === null),
    ),
    ...lacking(`Nobody has forecast ${formatYear(startYear)} for`, ({ id }) => !forecast.has(id)),
  ]
}
