import { expect, test } from 'vitest'
import { calendarFile } from '../../../domain/authority/calendarFile.ts'
import {
  type LawfulSpend,
  lawfulSpend,
  lawfulSpendInWords,
  type SpendQuestion,
} from '../../../domain/authority/lawfulSpend.ts'
import { bankHolidays } from '../../../domain/bankHolidays.ts'
import { calendarDay, type Instant } from '../../../domain/calendarDay.ts'
import { pence } from '../../../domain/money.ts'

const ask = (kind: SpendQuestion['from']['kind'], on: string, change: Partial<SpendQuestion> = {}): LawfulSpend =>
  lawfulSpend(
    {
      from: { kind, on: calendarDay(on) },
      amount: pence(3_049_000_00),
      isForWards: false,
      noticeRoute: 'notice',
      isCallInEligible: true,
      ...change,
    },
    { own: [], holidays: bankHolidays },
  )

const daysOf = ({ steps }: LawfulSpend) => Object.fromEntries(steps.map(({ step, on }) => [step, on]))

const august2020 = {
  notice: '2020-07-22',
  report: '2020-08-13',
  decision: '2020-08-20',
  call_in_closes: '2020-08-27',
  first_spend: '2020-08-28',
}

test('a decision of 20 August 2020 needed notice by 22 July, and its money may be spent from 28 August', () => {
  const spend = ask('decision', '2020-08-20')
  expect(daysOf(spend)).toEqual(august2020)
  expect([spend.key.isKey, spend.key.threshold, spend.beforeAuthority, spend.forYearStart]).toEqual([
    true,
    500_000_00,
    { startYear: 2020, from: '2020-04-01', to: '2020-08-27', days: 149 },
    { on: '2020-04-01', decisionBy: '2020-03-24', noticeBy: '2020-02-24' },
  ])
})

test('back from the wanted spend and forward from the notice lead to the same days', () => {
  expect([daysOf(ask('spend', '2020-08-28')), daysOf(ask('notice', '2020-07-22'))]).toEqual([august2020, august2020])
})

test.each([
  ['2020-07-29', '2020-08-27'],
  ['2019-07-03', '2019-08-01'],
  ['2018-12-07', '2019-01-05'],
  ['2025-01-09', '2025-02-07'],
  ['2025-01-08', '2025-02-06'],
])('notice published on %s lets a decision be made from %s', (notice, decision) => {
  expect(ask('notice', notice).decisionOn).toBe(decision)
})

test.each([
  ['2020-02-14', '2020-02-21', '2020-02-22'],
  ['2020-08-28', '2020-09-07', '2020-09-08'],
])('published on %s, the window closes on %s and the money may be spent from %s', (decision, closes, spend) => {
  const { call_in_closes, first_spend } = daysOf(ask('decision', decision))
  expect([call_in_closes, first_spend]).toEqual([closes, spend])
})

test('the holidays that were counted stand beside the step', () => {
  const closing = ask('decision', '2020-08-28').steps.find(({ step }) => step === 'call_in_closes')
  expect([closing?.holidays.map(({ on }) => on), closing?.reason]).toEqual([
    ['2020-08-31'],
    '5 working days after publication',
  ])
})

test('a decision that is no key one needs no notice, and one that cannot be called in has effect at once', () => {
  const small = { amount: pence(500_000_00), isCallInEligible: false }
  expect(daysOf(ask('decision', '2020-08-20', small))).toEqual({ decision: '2020-08-20', first_spend: '2020-08-20' })
  expect(ask('decision', '2020-08-20', { ...small, isForWards: true }).key.isKey).toBe(true)
  expect(ask('decision', '2016-08-22', { ...small, amount: pence(400_000_00) }).key.isKey).toBe(true)
})

test('the two exceptions shorten the notice', () => {
  expect([
    daysOf(ask('decision', '2020-08-20', { noticeRoute: 'general_exception' })).notice,
    daysOf(ask('decision', '2020-08-20', { noticeRoute: 'special_urgency' })).notice,
  ]).toEqual(['2020-08-14', '2020-08-20'])
})

test('days after the last year with announced holidays are unsure', () => {
  const spend = ask('decision', '2027-08-20')
  expect([spend.unsureFrom, spend.steps.every(({ isUnsure }) => isUnsure)]).toEqual(['2027-01-01', true])
})

test('the days are said in sentences', () => {
  expect(lawfulSpendInWords(ask('decision', '2020-08-20'))).toEqual([
    'This is a key decision.',
    'Notice published, at the latest: 22 July 2020.',
    'Report published: 13 August 2020.',
    'Decision made and published: 20 August 2020.',
    'Call-in closes: 27 August 2020.',
    'First lawful spend: 28 August 2020.',
    'Spend in 2020/21 from 1 April 2020 to 27 August 2020 (149 days) is before authority.',
  ])
})

test('a calendar file has whole days, escaped texts, folded lines and line ends of RFC 5545', () => {
  const text = calendarFile(
    [
      {
        uid: 'notice-ATS1@bcf',
        on: calendarDay('2020-12-31'),
        summary:
          'Notice; of £3,049,000\nand “more” \\ than a line can hold without being folded, twice — or even thrice, who knows',
        description: '',
      },
    ],
    '2020-08-20T09:00:00.000Z' as Instant,
  )
  const lines = text.split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(text.replaceAll('\r\n', '').includes('\n')).toBe(false)
  expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([])
  expect(text.replaceAll('\r\n ', '').split('\r\n').slice(4, -2)).toEqual([
    'BEGIN:VEVENT',
    'UID:notice-ATS1@bcf',
    'DTSTAMP:20200820T090000Z',
    'DTSTART;VALUE=DATE:20201231',
    'DTEND;VALUE=DATE:20210101',
    'SUMMARY:Notice\\; of £3\\,049\\,000\\nand “more” \\\\ than a line can hold without being folded\\, twice — or even thrice\\, who knows',
    'DESCRIPTION:',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
})
