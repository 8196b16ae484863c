import { expect, test } from 'vitest'
import { lawfulSpend } from '../../domain/authority/lawfulSpend.ts'
import { bankHolidays } from '../../domain/bankHolidays.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import { pence } from '../../domain/money.ts'
import { forwardPlanRows, type PlannedDecision } from '../../renderer/features/timeline/forwardPlanRows.ts'
import { monthBarOf } from '../../renderer/features/timeline/monthBar.ts'
import { lateNotice, nextWords } from '../../renderer/features/timeline/spendWords.ts'
import { questionOf, type SpendQuestion, TimelineSearch } from '../../renderer/features/timeline/timelineSearch.ts'

const day = calendarDay

test('the bar covers whole weeks around the days, with its months, holidays and periods where they fall', () => {
  const sheet = monthBarOf({
    steps: [
      { step: 'decision', on: day('2020-08-20') },
      { step: 'call_in_closes', on: day('2020-08-27') },
      { step: 'first_spend', on: day('2020-08-28') },
    ],
    holidays: [{ on: day('2020-08-31') }, { on: day('2020-12-25') }],
    today: day('2021-01-01'),
  })
  const at = (share: number) => expect.closeTo((share / 21) * 100, 6)
  expect({ ...sheet, weekends: sheet?.weekends.length }).toEqual({
    from: '2020-08-17',
    to: '2020-09-06',
    months: [
      { key: '2020-08-17', left: 0, width: at(15), label: 'August 2020' },
      { key: '2020-09-01', left: at(15), width: at(6), label: 'September 2020' },
    ],
    weekends: 3,
    holidays: [{ key: '2020-08-31', left: at(14), width: at(1) }],
    periods: [
      { key: 'decision', label: 'Decision', left: at(3), width: at(1) },
      { key: 'call_in', label: 'Call-in', left: at(4), width: at(7) },
      { key: 'spend', label: 'Spend is lawful', left: at(11), width: at(10) },
    ],
    today: null,
  })
})

test('the question stands in the address; what it cannot read falls back to a decision today', () => {
  const today = day('2020-08-01')
  expect([
    questionOf(
      TimelineSearch.parse({
        start: 'notice',
        on: '2020-07-22',
        amount: '304900000',
        notice: 'special_urgency',
        callIn: 'no',
      }),
      today,
    ),
    questionOf(TimelineSearch.parse({ start: 'whenever', on: '31 June', amount: 'much' }), today),
  ]).toEqual([
    {
      from: { kind: 'notice', on: '2020-07-22' },
      amount: 304_900_000,
      isForWards: false,
      noticeRoute: 'special_urgency',
      isCallInEligible: false,
    },
    {
      from: { kind: 'decision', on: '2020-08-01' },
      amount: 100_000_000,
      isForWards: false,
      noticeRoute: 'notice',
      isCallInEligible: true,
    },
  ])
})

test('the forward plan has the columns of the council, and no cell that a spreadsheet runs', () => {
  const planned: PlannedDecision = {
    id: '01E5AMP1E00000000000000137' as PlannedDecision['id'],
    title: '=Portal',
    reference: 'A1',
    noticePublishedOn: day('2020-07-22'),
    noticeDueBy: null,
    isNoticeNext: false,
    isUrgent: true,
    status: 'report_published',
    decisionDueOn: null,
    decisionTaker: 'Director',
    amount: pence(1),
  }
  expect(forwardPlanRows([planned])).toEqual([
    ['Title', 'Ref', 'Notice published', 'Urgent?', 'Status', 'Decision due'],
    ["'=Portal", 'A1', '2020-07-22', 'Yes', 'Report published', ''],
  ])
})

test('what is next of the days is a day that can still be kept, and a notice that comes too late says from when one does not', () => {
  const today = day('2020-07-30')
  const spendOf = (
    kind: 'spend' | 'decision' | 'notice',
    on: string,
    noticeRoute: SpendQuestion['noticeRoute'] = 'notice',
  ) => {
    const rest = { amount: pence(3_049_000_00), isForWards: false, isCallInEligible: true, noticeRoute }
    const question = { from: { kind, on: day(on) }, ...rest }
    const spend = lawfulSpend(question, { own: [], holidays: bankHolidays })
    return lateNotice(spend, question, today) ?? nextWords(spend, today)
  }
  expect([
    spendOf('decision', '2020-08-20'),
    spendOf('decision', '2020-08-20', 'general_exception'),
    spendOf('decision', '2020-08-03', 'general_exception'),
    spendOf('notice', '2020-07-22'),
    spendOf('decision', '2020-09-24'),
    spendOf('decision', '2020-07-30', 'special_urgency'),
    spendOf('decision', '2020-02-20'),
  ]).toEqual([
    'it is too late for this notice, which had to be out by Wednesday 22 July 2020. With notice today the decision can be made from Friday 28 August 2020.',
    'publish the notice by Friday 14 August 2020.',
    'it is too late for this notice, which had to be out by Tuesday 28 July 2020. With notice today the decision can be made from Wednesday 5 August 2020.',
    'publish the report by Thursday 13 August 2020.',
    'publish the notice by Wednesday 26 August 2020.',
    'publish the notice by Thursday 30 July 2020.',
    'all of these days have passed. If each was kept, spend is lawful since 28 February 2020.',
  ])
})
