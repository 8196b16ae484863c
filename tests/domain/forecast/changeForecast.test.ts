import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import {
  changeForecast,
  draftAfter,
  type ForecastCell,
  submitForecast,
} from '../../../domain/forecast/changeForecast.ts'
import { forecastYear } from '../../../domain/forecast/forecastYear.ts'
import { idOf } from '../given.ts'
import { refusalOf } from '../refusalOf.ts'
import { forecastOf, ledgerYearOf, linesOf, pounds } from './givenForecast.ts'

const cell = (period: number, was: number | null, amount: number, startYear = 2020): ForecastCell => ({
  startYear,
  period,
  was: was === null ? null : pounds(was),
  amount: pounds(amount),
})
const ledgerOf = (startYear: number) => ledgerYearOf({ 1: 4 }, { closedThrough: 1, startYear })

describe('writing a forecast', () => {
  test('takes periods and years as a whole beside each other, in order', () => {
    const lines = changeForecast('S', [], [cell(0, null, 9, 2022), cell(3, null, 2), cell(2, null, 1)], ledgerOf)
    expect(lines).toEqual([...linesOf({ 2: 1, 3: 2 }), ...linesOf({ 0: 9 }, 2022)])
  })

  test('leaves the other months their share where one of a year as a whole is entered, so that the year loses nothing', () => {
    const before = linesOf({ 0: 114 })
    const lines = changeForecast('S', before, [cell(2, 10, 25)], ledgerOf)
    expect([lines, forecastYear(lines, ledgerOf(2020)).outturn]).toEqual([
      linesOf({ 2: 25, 3: 10, 4: 10, 5: 10, 6: 10, 7: 10, 8: 10, 9: 10, 10: 10, 11: 10, 12: 10 }),
      pounds(129),
    ])
  })

  test('drops what was forecast for periods that have closed since, as the ledger has the say there', () => {
    expect(changeForecast('S', linesOf({ 1: 5, 2: 5 }), [cell(2, 5, 6)], ledgerOf)).toEqual(linesOf({ 2: 6 }))
  })

  test('is refused over a closed period and in a closed year', () => {
    const closed = (startYear: number) => ledgerYearOf({}, { closedThrough: 13, startYear })
    expect([
      refusalOf(() => changeForecast('S', [], [cell(1, null, 5)], ledgerOf)),
      refusalOf(() => changeForecast('S', [], [cell(0, null, 5)], closed)),
    ]).toEqual([
      { code: 'forecast-closed', detail: { year: 2020, period: 1 } },
      { code: 'forecast-closed', detail: { year: 2020, period: 0 } },
    ])
  })

  test('is refused as a whole over periods, and over a cell that is no longer what its reader saw', () => {
    expect([
      refusalOf(() => changeForecast('S', linesOf({ 2: 5 }), [cell(0, null, 5)], ledgerOf)),
      refusalOf(() => changeForecast('S', linesOf({ 2: 5 }), [cell(2, 4, 6)], ledgerOf)),
      refusalOf(() => changeForecast('S', [], [cell(2, null, 5), cell(2, null, 6)], ledgerOf)),
    ]).toEqual([
      { code: 'forecast-by-period', detail: { year: 2020 } },
      { code: 'stale', detail: { entity: 'forecast', id: 'S' } },
      { code: 'stale', detail: { entity: 'forecast', id: 'S' } },
    ])
  })
})

describe('versions', () => {
  const writing = { id: idOf('N'), schemeId: idOf('S'), writtenBy: 'finance_officer' }

  test('the first draft is version 1, a draft is written on, and after a submitted version the next one begins with its lines', () => {
    const submitted = forecastOf(linesOf({ 2: 5 }), { version: 3, note: 'As agreed' })
    const inShort = ({ id, revision, version, status, lines, note, submittedOn }: ReturnType<typeof draftAfter>) => ({
      id,
      revision,
      version,
      status,
      lines,
      note,
      submittedOn,
    })
    const begun = { id: idOf('N'), revision: 1, status: 'draft', note: '', submittedOn: null }
    expect([
      inShort(draftAfter(undefined, writing)),
      inShort(draftAfter(submitted, writing)),
      inShort(draftAfter({ ...draftAfter(submitted, writing), id: idOf('D') }, writing)),
    ]).toEqual([
      { ...begun, version: 1, lines: [] },
      { ...begun, version: 4, lines: submitted.lines },
      { ...begun, id: idOf('D'), revision: 2, version: 4, lines: submitted.lines },
    ])
  })

  test('a draft is submitted once, and not while it says nothing', () => {
    const given = { note: 'September', by: 'scheme_lead', on: calendarDay('2020-09-01') }
    const draft = { ...draftAfter(undefined, writing), lines: linesOf({ 2: 5 }) }
    const submitted = submitForecast(draft, given)
    expect([
      submitted,
      refusalOf(() => submitForecast(submitted, given)),
      refusalOf(() => submitForecast({ ...draft, lines: [] }, given)),
    ]).toEqual([
      {
        ...draft,
        revision: 2,
        status: 'submitted',
        note: 'September',
        submittedBy: 'scheme_lead',
        submittedOn: '2020-09-01',
      },
      { code: 'wrong-status', detail: { is: 'submitted', needs: 'draft' } },
      { code: 'forecast-empty', detail: {} },
    ])
  })
})
