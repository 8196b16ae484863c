import { firstDay, formatYear, type StartYear, yearOf } from '../../domain/financialYear.ts'
import { formatDay } from '../../domain/inWords.ts'
import type { Scheme } from '../../domain/programme/scheme.ts'
import { benefitTable } from '../document/benefitTable.ts'
import { lessonTable } from '../document/lessonTable.ts'
import { listInWords, stateInWords } from '../document/listInWords.ts'
import { numbered } from '../document/numbered.ts'
import { headingPart, paragraphPart, strongRun, tablePart, tableRow, textRun } from '../document/parts.ts'
import { type WrittenSection, writeSection } from '../document/section.ts'
import { takeFootnotes } from '../document/takeFootnotes.ts'
import type { Part, ReportContent } from '../model/reportModel.ts'
import { textCell } from '../model/tableCell.ts'
import { placesOf } from '../places.ts'
import { schemeSummary } from '../schemeSummaries/summary.ts'
import type { AnnualReportGiven } from './given.ts'
import { yearByTheme } from './money.ts'

/** Report 18: a year of the programme for the health and wellbeing board and the public, in plain English. */
export const annualReport = (given: AnnualReportGiven): ReportContent => {
  const { startYear, facts } = given
  const texts = writtenTexts(given)
  const chapters: [title: string, parts: Part[]][] = [
    ['The year in brief', texts.brief.parts],
    ['What was done, theme by theme', progressParts(given)],
    ['Money', [...texts.money.parts, ...moneyParts(given)]],
    ['What it brings', benefitParts(given)],
    ['What was learned', lessonParts(given)],
    ['Equality', [...texts.equality.parts, equalityTable(facts.schemes)]],
    [`The year ahead, ${formatYear(startYear + 1)}`, [...texts.ahead.parts, ...aheadParts(given)]],
  ]
  return {
    about: formatYear(startYear),
    unit: '£',
    orientation: 'portrait',
    ...takeFootnotes(
      chapters.flatMap(([title, parts], at) => [
        headingPart(`chapter-${at + 1}`, 1, title, String(at + 1)),
        ...numbered(String(at + 1), parts),
      ]),
    ),
    missing: [...missingOf(given), ...Object.values(texts).flatMap(({ missing }) => missing ?? [])],
    sections: Object.values(texts).map(({ section }) => section),
  }
}

/** Proposed in words of the program's own; their amounts are bound to the ledger. */
const writtenTexts = (given: AnnualReportGiven): Record<'brief' | 'money' | 'equality' | 'ahead', WrittenSection> => {
  const { facts } = given
  const next = `${given.startYear + 1}`
  const schemes = facts.schemes.filter(({ lifecycle }) => lifecycle !== 'unfunded').length === 1 ? 'scheme' : 'schemes'
  const themes = facts.themes.length === 1 ? 'theme' : 'themes'
  return {
    brief: writeSection(given, {
      id: 'brief',
      heading: 'The year in brief',
      proposed:
        'This report says what {{programme.name}} did in {{year}}, for the health and wellbeing board and for everybody who uses ' +
        `or gives care. It has {{programme.schemes}} ${schemes} in {{programme.themes}} ${themes}. The plan for the year was ` +
        '{{plan(year)}}, and {{spent(year)}} was spent.',
      absent: 'Nothing is written of the year as a whole.',
    }),
    money: writeSection(given, {
      id: 'money',
      heading: 'Money',
      proposed:
        'Authority to spend in the year comes to {{authority.given(year)}}, of which {{authority.held(year)}} is held until business cases are approved.',
      absent: 'Nothing is written of the money beside the figures.',
    }),
    equality: writeSection(given, {
      id: 'equality',
      heading: 'Equality',
      proposed: '',
      absent: 'Nobody has written yet what the year meant for people who are treated less well than others.',
    }),
    ahead: writeSection(given, {
      id: 'ahead',
      heading: 'The year ahead',
      proposed: `The plan for the next year is {{plan(${next})}}.`,
      absent: 'Nothing is written of the year ahead.',
    }),
  }
}

const isIn = (day: string | null, startYear: StartYear): boolean =>
  day !== null && firstDay(startYear) <= day && day < firstDay(startYear + 1)

const progressParts = (given: AnnualReportGiven): Part[] => {
  const { facts } = given
  const places = placesOf(facts)
  return [...places.themes, null].flatMap((theme) => {
    const own = places.schemes.filter(
      (scheme) => scheme.lifecycle !== 'unfunded' && (places.themeOf(scheme.id)?.id ?? null) === (theme?.id ?? null),
    )
    return own.length === 0
      ? []
      : [
          headingPart(`theme/${theme?.id ?? 'none'}`, 2, theme?.name ?? 'No theme'),
          ...own.flatMap((scheme) => {
            const words = progressOf(given, scheme)
            return words === ''
              ? []
              : [paragraphPart(`progress/${scheme.id}`, [strongRun(scheme.name), textRun(`. ${words}`)])]
          }),
          ...silentPart(
            theme?.id ?? 'none',
            own.filter((scheme) => progressOf(given, scheme) === ''),
          ),
        ]
  })
}

/** What its last report of the year said, the milestones that came in it, and where its case stands. */
const progressOf = ({ facts, startYear, highlights, milestones }: AnnualReportGiven, scheme: Scheme): string => {
  const last = highlights
    .filter((report) => report.schemeId === scheme.id && report.startYear === startYear)
    .sort((one, other) => one.period - other.period || one.version - other.version)
    .at(-1)
  const reached = milestones.filter(({ schemeId, actualOn }) => schemeId === scheme.id && isIn(actualOn, startYear))
  const { status, businessCase } = schemeSummary(facts, scheme)
  const came = reached.map(({ name, actualOn }) => `${name} on ${actualOn === null ? '' : formatDay(actualOn)}`)
  const words = [
    last?.commentary ?? '',
    came.length === 0 ? '' : `Reached: ${listInWords(came)}.`,
    businessCase,
    status,
  ].filter(Boolean)
  return words.join(' ')
}

const silentPart = (theme: string, schemes: readonly Scheme[]): Part[] =>
  schemes.length === 0
    ? []
    : [
        paragraphPart(
          `silent/${theme}`,
          `Nothing is recorded for the year of ${listInWords(schemes.map(({ name }) => name))}.`,
        ),
      ]

const moneyParts = ({ facts, startYear, funding }: AnnualReportGiven): Part[] => [
  yearByTheme(facts, startYear, { id: 'money', caption: `Money by theme, ${formatYear(startYear)}` }, [
    ['plan', 'Plan', 'What was to be spent'],
    ['authority', 'Authority', 'What may be spent'],
    ['commitment', 'Ordered', 'What is ordered and not paid yet'],
    ['actual', 'Spent', 'What was paid'],
  ]),
  funding ?? paragraphPart('funding/absent', 'No funding is allocated.'),
]

const benefitParts = ({ benefits, facts }: AnnualReportGiven): Part[] =>
  benefits.length === 0
    ? [
        paragraphPart(
          'benefits/absent',
          'No benefits are recorded, so that this report cannot say what the money brought.',
        ),
      ]
    : [
        benefitTable(
          { id: 'benefits', caption: 'Benefits and how far they have come' },
          benefits.map((benefit) => ({
            benefit,
            scheme: facts.schemes.find(({ id }) => id === benefit.schemeId)?.name ?? '',
          })),
        ),
      ]

const lessonParts = ({ lessons, facts, startYear }: AnnualReportGiven): Part[] => {
  const own = lessons.filter(({ learnedOn }) => isIn(learnedOn, startYear))
  return own.length === 0
    ? [paragraphPart('lessons/absent', 'No lessons were recorded in the year.')]
    : [lessonTable({ id: 'lessons', caption: 'Lessons of the year' }, own, facts.schemes)]
}

/** Where the assessment of each scheme stands. */
const equalityTable = (schemes: readonly Scheme[]): Part =>
  tablePart({
    id: 'equality',
    caption: 'Assessments of equality, diversity, cohesion and integration',
    columns: [
      { id: 'scheme', label: 'Scheme', kind: 'text' },
      { id: 'state', label: 'Where its assessment stands', kind: 'text' },
    ],
    rows: schemes
      .filter(({ lifecycle }) => lifecycle !== 'unfunded')
      .map(({ id, name, edci }) =>
        tableRow(`equality/${id}`, [
          textCell(name),
          edci === 'not_recorded' ? { kind: 'not-recorded' } : textCell(stateInWords(edci)),
        ]),
      ),
  })

const aheadParts = ({ facts, startYear, milestones }: AnnualReportGiven): Part[] => {
  const next = startYear + 1
  const coming = milestones.filter(
    ({ actualOn, forecastOn, baselineOn }) => actualOn === null && isIn(forecastOn ?? baselineOn, next),
  )
  const named = coming.map(({ name, schemeId, forecastOn, baselineOn }) => {
    const on = forecastOn ?? baselineOn
    const scheme = facts.schemes.find(({ id }) => id === schemeId)?.name ?? ''
    return `${name} (${scheme}${on === null ? '' : `, ${formatDay(on)}`})`
  })
  return [
    yearByTheme(facts, next, { id: 'ahead', caption: `Plan by theme, ${formatYear(next)}` }, [
      ['plan', 'Plan', 'What is to be spent'],
      ['authority', 'Authority', 'What may be spent'],
    ]),
    paragraphPart(
      'ahead/milestones',
      named.length === 0 ? 'No milestones are recorded for it.' : `Expected in it: ${listInWords(named)}.`,
    ),
  ]
}

const missingOf = ({ facts, startYear, highlights }: AnnualReportGiven): string[] => {
  const isOver = yearOf(facts.asAt.day) > startYear
  const hasSpend = facts.balances.some((line) => line.level === 'actual' && line.startYear === startYear)
  return [
    ...(isOver ? [] : [`${formatYear(startYear)} is not over on the day of these figures.`]),
    ...(hasSpend ? [] : ['No spend is recorded in the year.']),
    ...(highlights.some((report) => report.startYear === startYear)
      ? []
      : ['No scheme has submitted a monthly report in the year.']),
    ...(facts.benefits.length === 0 ? ['No benefits are recorded.'] : []),
  ]
}
