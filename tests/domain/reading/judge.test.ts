import { describe, expect, test } from 'vitest'
import { judge } from '../../../domain/reading/judge.ts'
import type { ReportReading } from '../../../domain/reading/reportReading.ts'
import { type PrintedReport, printedReport } from '../../support/reports/councilReport.ts'
import { withCell } from '../../support/reports/otherReports.ts'
import { readingOf } from '../../support/reports/readingOf.ts'
import { tyingProgramme } from '../../support/reports/tyingReport.ts'

const layout = { tables: 'a-grid-each', hasThousandsCommas: true, rowsBegin: '', totalsWord: 'TOTALS' } as const
const tying = printedReport(tyingProgramme, layout)
const read = (report: PrintedReport = tying) => readingOf(report, '2021-03-02')

const subjects = (reading: ReportReading) => judge(reading, null).findings.map(({ subject }) => subject)

describe('a report that was read', () => {
  test('that agrees has nothing to be said of it', () => {
    expect(judge(read(), null).findings).toEqual([])
  })

  test('describes a programme: its themes, its schemes under them, its sources and its years', () => {
    const { facts } = judge(read(), null)
    const themeOf = (id: string) =>
      facts.themes.find((theme) => facts.memberships.some((each) => each.schemeId === id && each.themeId === theme.id))
        ?.name
    expect({
      years: [facts.programme.startYear, facts.programme.endYear],
      number: facts.programme.capitalSchemeNumber,
      themes: facts.themes.map(({ name }) => name),
      schemes: facts.schemes.map(({ id, name }) => [name, themeOf(id)]),
      sources: facts.sources.map(({ name, category }) => [name, category]),
    }).toEqual({
      years: [2021, 2022],
      number: '40100/000/000',
      themes: ['Shared records', 'Places and networks', 'Insight'],
      schemes: tyingProgramme.themes.flatMap(({ name, schemes }) => schemes.map((scheme) => [scheme.name, name])),
      sources: [
        ['Better Care Fund grant', 'grant'],
        ['Prudential borrowing', 'prudential_borrowing'],
      ],
    })
  })

  test('asks for authority that is not in force yet, beside what it says was given before', () => {
    const { facts } = judge(read(), null)
    const sumOf = (level: string, status: string) =>
      facts.decisions
        .filter((decision) => decision.status === status)
        .flatMap(({ lines }) => lines)
        .reduce((sum, line) => (line.level === level ? sum + line.amount : sum), 0)
    expect([sumOf('authority', 'made'), sumOf('authority', 'effective'), sumOf('allocation', 'effective')]).toEqual([
      1_264_800_00,
      500_000_00,
      (900_000 + 1_264_800) * 100,
    ])
  })

  test('has the same ids on every reading, so that a correction of one cell leaves the other findings what they were', () => {
    const wrong = withCell(tying, 'authority', 'Insight', '2021/22', '77.7')
    const corrected = withCell(wrong, 'funding', 'Prudential borrowing', '2022/23', '')
    const ids = judge(read(corrected), null).findings.map(({ id }) => id)
    expect(judge(read(wrong), null).findings.filter(({ id }) => !ids.includes(id))).toEqual([])
  })

  test('is asked nothing of business cases that it does not speak of', () => {
    expect(judge(read(), null).facts.caseStatuses).toEqual([])
    const reading = read()
    const place = {
      ...reading.narrative[0]?.place,
      section: 'Scheme summary',
    } as ReportReading['paragraphs'][number]['place']
    const text = 'Home sensors – Damp is seen early. Its business case is yet to be developed.'
    const said = { ...reading, paragraphs: [{ kind: 'paragraph' as const, number: null, text, place }] }
    expect(subjects(said)).toMatchObject([
      { kind: 'case-missing', name: 'Home sensors', status: 'not_yet_developed', amount: 178_300_00 },
      { kind: 'cases-not-stated', schemes: 6, amount: (1_264_800 - 178_300) * 100 },
    ])
  })
})

describe('columns that do not follow each other', () => {
  const withMeaning = (head: string, startYear: number): ReportReading => {
    const reading = read()
    return {
      ...reading,
      tables: reading.tables.map((table) =>
        table.kind !== 'funding'
          ? table
          : {
              ...table,
              columns: table.columns.map((column) =>
                column.head === head && column.meaning && column.meaning.kind !== 'total'
                  ? { ...column, meaning: { ...column.meaning, startYear } }
                  : column,
              ),
            },
      ),
    }
  }
  const problems = (reading: ReportReading) =>
    subjects(reading).flatMap((subject) => (subject.kind === 'year-columns' ? [subject.problem] : []))

  test('overlap where the years before end after the years begin', () => {
    expect(problems(withMeaning('TO MARCH 2020', 2021))).toEqual(['to-march'])
  })

  test('leave a gap before the years after', () => {
    expect(problems(withMeaning('2023 on', 2024))).toEqual(['beyond-start'])
  })

  test('have one year twice, of which only the first is added up', () => {
    expect(problems(withMeaning('2022/23', 2021))).toEqual(['twice', 'beyond-start'])
  })

  test('leave out a year', () => {
    expect(problems(withMeaning('2022/23', 2023))).toContain('gap')
  })
})

describe('against a present programme', () => {
  const { facts } = judge(read(), null)
  const known = (reading: ReportReading): ReportReading => ({
    ...reading,
    names: reading.names.map((match) => {
      const thing = [...facts.themes, ...facts.schemes, ...facts.sources].find(({ name }) => name === match.printed)
      return thing ? { ...match, to: thing.id, how: 'same' } : match
    }),
  })

  test('names stand for its things, and nothing is added to it', () => {
    const judged = judge(known(read()), facts)
    expect([judged.findings, judged.facts.schemes, judged.facts.balances]).toEqual([[], facts.schemes, facts.balances])
  })

  test('only what the document has a part in is told', () => {
    const wrong = known(read(withCell(tying, 'authority', 'Insight', '2021/22', '77.7')))
    const { findings, document } = judge(wrong, facts)
    expect(findings.map(({ rule }) => rule)).toEqual(['R01', 'R02', 'R03'])
    expect(findings.every(({ id }) => id.includes(document.id))).toBe(true)
  })
})
