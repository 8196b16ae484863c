import { describe, expect, test } from 'vitest'
import { bankHolidays } from '../../domain/bankHolidays.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import {
  blankDecision,
  blankRow,
  type DecisionDraft,
  type DraftRow,
  linesSoFar,
  readDays,
  readDecision,
  totalSoFar,
  yearsOf,
} from '../../renderer/features/programme/decisions/decisionDraft.ts'
import { decisionState } from '../../renderer/features/programme/decisions/decisionState.ts'
import { effectiveWords } from '../../renderer/features/programme/decisions/effectiveWords.ts'
import { failureField } from '../../renderer/features/programme/decisions/failureField.ts'
import { roomsFor } from '../../renderer/features/programme/decisions/roomsFor.ts'
import { placeOptions } from '../../renderer/lib/placeOptions.ts'
import { placeText } from '../../renderer/lib/placeText.ts'
import {
  balanceOf,
  decisionNamed,
  idOf,
  membershipOf,
  placeOf,
  programmeOf,
  schemeNamed,
  themeNamed,
} from '../domain/given.ts'

const today = calendarDay('2020-09-01')
const theme = placeText(placeOf('theme', 'T'))

const rowOf = (change: Partial<DraftRow> = {}, text = '400.0', year = 2020): DraftRow => ({
  ...blankRow('1'),
  place: theme,
  amounts: { [year]: { text, unit: '£000' } },
  ...change,
})

const rules = { holidays: bankHolidays, ruleValues: [] }

const draftOf = (change: Partial<DecisionDraft> = {}): DecisionDraft => ({
  ...blankDecision('£000'),
  reference: 'D1',
  title: 'Records',
  decisionTaker: 'Director of Resources',
  madeOn: '20 August 2020',
  publishedOn: '20/8/2020',
  authority: { rows: [rowOf()], stated: { text: '', unit: '£000' } },
  ...change,
})

const errorsOf = (draft: DecisionDraft) =>
  readDecision(draft, rules, today).errors?.map(({ fieldId, message }) => [fieldId, message]) ?? []

describe('a draft becomes a command', () => {
  test('with its days, its lines in pence and the totals that the paper states', () => {
    const draft = draftOf({
      allocation: {
        rows: [rowOf({ sourceId: idOf('GRANT'), nature: 'revenue' }, '(40.5)')],
        stated: { text: '', unit: '£000' },
      },
      allocationKind: 'reduction',
      authority: {
        rows: [rowOf(), rowOf({ key: '2', place: placeText(placeOf('scheme', 'S')) }, '1.2m', 2021)],
        stated: { text: '1600', unit: '£000' },
      },
    })
    expect(readDecision(draft, rules, today)).toEqual({
      value: {
        reference: 'D1',
        title: 'Records',
        decisionTaker: 'Director of Resources',
        kind: 'key',
        madeOn: '2020-08-20',
        publishedOn: '2020-08-20',
        isCallInEligible: true,
        effectiveOn: null,
        allocationKind: 'reduction',
        note: '',
        lines: [
          {
            level: 'allocation',
            place: placeOf('theme', 'T'),
            startYear: 2020,
            sourceId: idOf('GRANT'),
            nature: 'revenue',
            amount: -40_500_00,
          },
          {
            level: 'authority',
            place: placeOf('theme', 'T'),
            startYear: 2020,
            sourceId: null,
            nature: 'capital',
            amount: 400_000_00,
          },
          {
            level: 'authority',
            place: placeOf('scheme', 'S'),
            startYear: 2021,
            sourceId: null,
            nature: 'capital',
            amount: 1_200_000_00,
          },
        ],
        statedTotals: { allocation: null, authority: 1_600_000_00 },
      },
    })
  })

  test('and an amount keeps the unit that it was typed in', () => {
    const draft = draftOf({
      authority: { rows: [rowOf({ amounts: { 2020: { text: '400', unit: '£' } } })], stated: { text: '', unit: '£m' } },
    })
    expect(linesSoFar(draft)[0]?.amount).toBe(400_00)
  })
})

describe('what has to be put right is said at its field', () => {
  test('an empty form asks for each thing once, in the order of the page', () => {
    expect(errorsOf(blankDecision('£000'))).toEqual([
      ['decision-reference', 'Enter the reference of the decision, for example D50001'],
      ['decision-title', 'Enter what is decided'],
      ['decision-taker', 'Enter the role or the body that decides'],
      ['decision-made', 'Enter the date, for example 20 August 2020'],
      ['allocation-1-place', 'Enter at least one amount of allocation or of authority to spend'],
    ])
  })

  test.each<[string, Partial<DecisionDraft>, string, string]>([
    [
      'a day that is none',
      { madeOn: '31 June 2020' },
      'decision-made',
      '“31 June 2020” is not a date. Enter a day, for example 20 August 2020',
    ],
    [
      'a decision of tomorrow',
      { madeOn: '2 September 2020' },
      'decision-made',
      'The decision date must be today, 1 September 2020, or earlier',
    ],
    [
      'no publication although it can be called in',
      { publishedOn: '' },
      'decision-published',
      'Enter the day of publication: the call-in window begins there',
    ],
    [
      'a publication before the decision',
      { publishedOn: '19 August 2020' },
      'decision-published',
      'The later date must be on or after 20 August 2020. It is 19 August 2020 now',
    ],
    [
      'an effect before the call-in window ends',
      { effectiveOn: '27 August 2020' },
      'decision-effective',
      'The later date must be on or after 28 August 2020. It is 27 August 2020 now',
    ],
    [
      'a reference that is too long',
      { reference: 'D'.repeat(61) },
      'decision-reference',
      'Reference must be 60 characters or fewer',
    ],
  ])('%s', (_name, change, fieldId, message) => {
    expect(errorsOf(draftOf(change))).toEqual([[fieldId, message]])
  })

  test.each<[string, DraftRow[], string, string]>([
    [
      'an amount without a place',
      [rowOf({ place: '' })],
      'authority-1-place',
      'Choose where this money stands: the programme, a theme or a scheme',
    ],
    [
      'a place without an amount',
      [rowOf({ amounts: {} })],
      'authority-1-place',
      'Enter an amount for at least one year, or remove the line',
    ],
    [
      'text for an amount',
      [rowOf({}, 'abc')],
      'authority-1-2020',
      '2020/21: “abc” is not an amount. Enter only numbers, for example 400.0',
    ],
    [
      'the same line twice',
      [rowOf(), rowOf({ key: '2' })],
      'authority-2-place',
      'There is a line for this place and source already. Put the amounts together in one line',
    ],
  ])('%s', (_name, rows, fieldId, message) => {
    expect(errorsOf(draftOf({ authority: { rows, stated: { text: '', unit: '£000' } } }))).toEqual([[fieldId, message]])
  })

  test('a stated total that the lines do not add up to (R01)', () => {
    const authority = { rows: [rowOf()], stated: { text: '465', unit: '£000' as const } }
    expect(errorsOf(draftOf({ authority }))).toEqual([
      [
        'authority-stated',
        'The stated total is £465,000 but the lines add up to £400,000. Change the total or the lines',
      ],
    ])
  })

  test('the sign of a reduction and of an injection', () => {
    const rows = (text: string) => ({ rows: [rowOf({}, text)], stated: { text: '', unit: '£000' as const } })
    expect(errorsOf(draftOf({ allocationKind: 'reduction', allocation: rows('40') })).map(([field]) => field)).toEqual([
      'allocation-1-2020',
    ])
    expect(errorsOf(draftOf({ allocationKind: 'injection', allocation: rows('-40') })).map(([field]) => field)).toEqual(
      ['allocation-1-2020'],
    )
    expect(errorsOf(draftOf({ allocationKind: 'correction', allocation: rows('-40') }))).toEqual([])
  })

  test('what the ledger refuses leads to the first cell of its level', () => {
    const draft = draftOf()
    expect(failureField('over-allocation', draft)).toBe('authority-1-2020')
    expect(failureField('not-net-zero', draft)).toBe('allocation-1-place')
    expect(failureField('name-taken', draft)).toBe('decision-reference')
    expect(failureField('file-busy', draft)).toBeUndefined()
  })
})

describe('the effective day is shown with its reason', () => {
  const wordsOf = (change: Partial<DecisionDraft>) => {
    const draft = draftOf(change)
    return effectiveWords({ ...readDays(draft, rules, today), isCallInEligible: draft.isCallInEligible }, rules)
  }
  test.each<[string, Partial<DecisionDraft>, string]>([
    [
      'by the call-in window',
      {},
      'Takes effect on Friday 28 August 2020, the day after the call-in window. It can be called in for 5 working days after its publication on 20 August 2020, until Thursday 27 August 2020.',
    ],
    [
      'over a bank holiday',
      { publishedOn: '28 August 2020' },
      'Takes effect on Tuesday 8 September 2020, the day after the call-in window. It can be called in for 5 working days after its publication on 28 August 2020, until Monday 7 September 2020.',
    ],
    [
      'at once',
      { isCallInEligible: false, publishedOn: '' },
      'Takes effect on Thursday 20 August 2020, the day it is made, because it cannot be called in.',
    ],
    [
      'later, as entered',
      { isCallInEligible: false, effectiveOn: '1 September 2020' },
      'Takes effect on Tuesday 1 September 2020, as entered. It cannot be called in.',
    ],
    [
      'not before its days are there',
      { madeOn: '' },
      'Enter the day it is made and the day it is published to see when it takes effect.',
    ],
  ])('%s', (_name, change, words) => {
    expect(wordsOf(change)).toBe(words)
  })
})

test('the columns are the years of the programme and of the page, and those with an amount', () => {
  const draft = draftOf({ authority: { rows: [rowOf({}, '1', 2017)], stated: { text: '', unit: '£000' } } })
  expect(yearsOf(draft, programmeOf(), { from: 2020, to: 2022 })).toEqual([2017, 2018, 2019, 2020, 2021, 2022])
  expect([totalSoFar(draft, 'authority', 2017), totalSoFar(draft, 'authority', 2020)]).toEqual([1000_00, 0])
})

test('money can stand on the programme, on themes in use with their schemes, and on schemes without a theme', () => {
  const retired = { retiredOn: calendarDay('2020-01-01') }
  const groups = placeOptions(
    {
      programme: programmeOf(),
      themes: [themeNamed('T'), themeNamed('OLD', retired)],
      schemes: [schemeNamed('A'), schemeNamed('B'), schemeNamed('C', { lifecycle: 'cancelled' })],
      memberships: [membershipOf(idOf('A'), idOf('T'))],
    },
    today,
  )
  expect(groups.map(({ label, options }) => [label, options.map((option) => option.label)])).toEqual([
    ['Programme', ['Programme (programme)']],
    ['T', ['T (theme)', 'A']],
    ['No theme', ['B']],
  ])
})

test('a decision is waiting, overdue, effective or reversed by its day and by what stands posted', () => {
  const line = balanceOf('authority', placeOf('theme', 'T'), 2020, 100)
  const decision = decisionNamed('D1', { lines: [{ ...line, level: 'authority' }] })
  const posted = (pounds: number) => [
    { ...balanceOf('authority', placeOf('theme', 'T'), 2020, pounds), decisionId: decision.id },
  ]
  const made = { ...decision, status: 'made' as const }
  expect([
    decisionState(made, [], calendarDay('2020-08-27'), []),
    decisionState(made, [], calendarDay('2020-08-28'), []),
    decisionState(decision, posted(100), today, []),
    decisionState(decision, posted(40), today, []),
    decisionState(decision, posted(0), today, []),
    decisionState({ ...made, status: 'called_in' }, [], today, []),
    decisionState({ ...made, lines: [{ ...line, level: 'released' }] }, [], today, []),
    decisionState({ ...made, lines: [{ ...line, level: 'released' }] }, [], today, [decision.id]),
  ]).toEqual([
    'waiting',
    'overdue',
    'effective',
    'partly-reversed',
    'reversed',
    'called-in',
    'waits-for-authority',
    'waits-for-conditions',
  ])
})

test('what is left counts what other decisions have promised, due by then or not', () => {
  const theme = placeOf('theme', 'T')
  const line = (level: 'allocation' | 'authority', pounds: number) => ({
    ...balanceOf(level, theme, 2020, pounds),
    level,
  })
  const waiting = (reference: string, day: string, level: 'allocation' | 'authority', pounds: number) =>
    decisionNamed(reference, { status: 'made', effectiveOn: calendarDay(day), lines: [line(level, pounds)] })
  const context = {
    balances: [balanceOf('allocation', theme, 2020, 100)],
    programmes: [programmeOf()],
    themes: [themeNamed('T')],
    schemes: [],
    memberships: [],
    sources: [],
    years: [],
    periods: [],
    yearEnds: [],
    benefits: [],
    closures: [],
    day: calendarDay('2020-09-10'),
  }
  const left = (...decisions: ReturnType<typeof waiting>[]) =>
    roomsFor([line('authority', 10)], context, decisions).map((room) => room.left / 100)
  expect(left()).toEqual([90])
  expect(left(waiting('D1', '2020-09-09', 'authority', 30))).toEqual([60])
  expect(left(waiting('D1', '2020-09-30', 'authority', 30))).toEqual([60])
  expect(left(waiting('D1', '2020-09-30', 'allocation', 30))).toEqual([90])
})
