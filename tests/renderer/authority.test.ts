import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { pence } from '../../domain/money.ts'
import { linePath, rowsOf, yearsShown } from '../../renderer/features/authority/amountPaths.ts'
import { AuthoritySearch, afterOf } from '../../renderer/features/authority/authoritySearch.ts'
import { balanceWords } from '../../renderer/features/authority/balanceWords.ts'
import {
  amendedOf,
  changedDecision,
  proposedDecision,
  readDecision,
} from '../../renderer/features/authority/decideDraft.ts'
import { proposedNotice, readNotice } from '../../renderer/features/authority/noticeDraft.ts'
import type { RegisterDecision } from '../../renderer/features/authority/registerFacts.ts'
import { registerRows } from '../../renderer/features/authority/registerRows.ts'
import { requestNextStep } from '../../renderer/features/authority/requestNextStep.ts'
import { stageInSentence } from '../../renderer/features/authority/stageWords.ts'
import { blankStart, readStart } from '../../renderer/features/authority/startDraft.ts'

const id = '01E5AMP1E00000000000000137' as Id
const theme = '01E5AMP1E00000000000000138' as Id
const place = { kind: 'theme' as const, id: theme }

const decisionOf = (status: RegisterDecision['status'], released: number): RegisterDecision => {
  const line = (startYear: number) => ({
    place,
    startYear,
    requested: pence(100_00),
    effective: pence(status === 'effective' ? 100_00 : 0),
    released: pence(released),
    held: pence(status === 'effective' ? 100_00 - released : 0),
    committed: pence(0),
    spent: pence(0),
    left: pence(released),
  })
  return {
    id,
    reference: 'D1',
    title: 'Authority',
    decisionTaker: 'Director',
    kind: 'key',
    madeOn: calendarDay('2020-08-20'),
    publishedOn: null,
    effectiveOn: calendarDay('2020-08-28'),
    status,
    about: null,
    lines: [line(2020), line(2021)],
  }
}

describe('the register', () => {
  test('counts the years of a place together, and what is not in force as asked for with nothing held', () => {
    const told = (decision: RegisterDecision) =>
      registerRows([decision]).map(({ ref, total, released, held, state }) => ({ ref, total, released, held, state }))
    expect([
      told(decisionOf('effective', 0)),
      told(decisionOf('effective', 40_00)),
      told(decisionOf('effective', 100_00)),
      told(decisionOf('made', 0)),
      told(decisionOf('called_in', 0)),
    ]).toEqual([
      [{ ref: 'D1/1', total: 200_00, released: 0, held: 200_00, state: 'held' }],
      [{ ref: 'D1/1', total: 200_00, released: 80_00, held: 120_00, state: 'partly-released' }],
      [{ ref: 'D1/1', total: 200_00, released: 200_00, held: 0, state: 'effective' }],
      [{ ref: 'D1/1', total: 200_00, released: 0, held: 0, state: 'not-yet' }],
      [{ ref: 'D1/1', total: 200_00, released: 0, held: 0, state: 'called-in' }],
    ])
  })

  test('reads an older page from its address, and drops what is none', () => {
    expect([
      afterOf(AuthoritySearch.parse({ after: `2020-08-20_${id}` })),
      afterOf(AuthoritySearch.parse({ after: '2020-02-31_x', list: 'other', state: 'draft' })),
    ]).toEqual([{ madeOn: '2020-08-20', id }, null])
  })
})

test('a request is begun with a reference and what it is for; who decides and when may be said later', () => {
  expect([
    readStart({ ...blankStart, reference: ' A1 ', title: 'Portal' }).value,
    readStart({ ...blankStart, dueOn: '31 February' }).errors?.map(({ fieldId }) => fieldId),
  ]).toEqual([
    { reference: 'A1', title: 'Portal', decisionTaker: '', decisionDueOn: null, linesBy: 'scheme' },
    ['request-reference', 'request-title', 'request-due'],
  ])
})

test('the balance of a year is said in words', () => {
  expect([pence(0), pence(-112_400_00), pence(5_00)].map(balanceWords)).toEqual([
    'Balanced',
    'Short by £112,400',
    'Over by £5',
  ])
})

describe('what is written by amount', () => {
  const line = (startYear: number, amount: number) => ({
    place,
    startYear,
    sourceId: null,
    nature: 'capital' as const,
    amount: pence(amount),
  })

  test('has one row a place with its own address for each year, and every year of the programme', () => {
    const rows = rowsOf([line(2020, 1), line(2023, 1)])
    expect([
      rows.map((row) => linePath(row, 2020)),
      yearsShown({ startYear: 2020, endYear: 2021 }, [line(2023, 1)]),
    ]).toEqual([[`lines.theme.${theme}.2020.none.capital`], [2020, 2021, 2023]])
  })

  test('is amended line by line; a line that is taken to nothing is left out', () => {
    const request = {
      lines: [line(2020, 100_00), line(2021, 50_00)],
      funding: [{ sourceId: id, startYear: 2020, amount: pence(100_00) }],
    }
    const path = (year: number) => `lines.theme.${theme}.${year}.none.capital`
    expect(amendedOf(request, { [path(2020)]: pence(80_00), [path(2021)]: null })).toEqual({
      lines: [line(2020, 80_00)],
      funding: [{ sourceId: id, startYear: 2020, amount: 100_00 }],
    })
  })
})

test('a decision says what was decided, and why where it gives nothing', () => {
  const narrative = { recommendations: 'Approve it.' }
  const draft = proposedDecision({ request: { narrative }, key: { amount: pence(100) } } as never)
  const request = { lines: [], funding: [] }
  expect([
    readDecision(draft, request).errors?.map(({ fieldId }) => fieldId),
    readDecision({ ...draft, outcome: 'refused' }, request).errors?.map(({ fieldId }) => fieldId),
    readDecision({ ...draft, outcome: 'approved' }, request).value,
  ]).toEqual([
    ['decide-outcome'],
    ['decide-reason'],
    { on: null, outcome: 'approved', wording: 'Approve it.', reason: '', amended: null },
  ])
})

test('a notice is proposed from the request; an exception asks who agreed, on which day, and why', () => {
  const draft = proposedNotice({
    request: { title: 'Portal', decisionTaker: 'Director', decisionDueOn: calendarDay('2020-08-20') },
    key: { amount: pence(600_000_00) },
    programme: { name: 'City Digital' },
  } as never)
  const complete = { ...draft, copiesFrom: 'Town hall', requestDocumentsFrom: 'Town hall' }
  expect([
    readNotice(draft).errors?.map(({ fieldId }) => fieldId),
    readNotice({ ...complete, route: 'special_urgency' }).errors?.map(({ fieldId }) => fieldId),
    readNotice(complete).value?.notice.matter,
  ]).toEqual([
    ['notice-copiesFrom', 'notice-requestDocumentsFrom'],
    ['notice-agreed-by', 'notice-agreed-on', 'notice-reason'],
    'Portal: authority to spend £600,000 for City Digital',
  ])
})

test('the wording of a decision follows what is decided until its taker has written one', () => {
  const line = { place, startYear: 2020, sourceId: null, nature: 'capital' as const, amount: pence(500_00) }
  const request = { narrative: { recommendations: 'Give £500.' }, lines: [line], funding: [] }
  const facts = { request, key: { amount: pence(500_00) } } as never
  const begun = proposedDecision(facts)
  const amended = changedDecision(facts, begun, { outcome: 'approved_as_amended' })
  const lower = changedDecision(facts, amended, { amounts: { [linePath(line, 2020)]: pence(400_00) } })
  const written = changedDecision(facts, lower, { wording: 'Give £400.' })
  expect(
    [begun, amended, lower, changedDecision(facts, lower, { outcome: 'refused' }), written]
      .concat(changedDecision(facts, written, { outcome: 'deferred' }))
      .map(({ wording }) => wording),
  ).toEqual([
    'Give £500.',
    'Authority to spend £500 is given, of the £500 that was asked for.',
    'Authority to spend £400 is given, of the £500 that was asked for.',
    'Authority to spend £500 is refused.',
    'Give £400.',
    'Give £400.',
  ])
})

describe('what happens next with a request', () => {
  const board = { id, name: 'Integrated Care Executive' }
  const said = (change: object, about: object = {}) =>
    requestNextStep({
      asAt: { day: calendarDay('2020-09-10') },
      request: {
        status: 'cleared',
        decisionTaker: 'Director of Resources',
        decisionDueOn: null,
        notice: null,
        ...change,
      },
      stages: [],
      boards: [board],
      clock: { steps: [], firstSpendOn: calendarDay('2020-10-01') },
      key: { isKey: true },
      decision: { effectiveOn: calendarDay('2020-08-28') },
      ...about,
    } as never)
  const decide = { act: 'decide', name: 'Decision of the Director', by: { kind: 'role', role: 'decision_taker' } }

  test('names the board or the office whose turn it is, until when, and from when the notice lets it decide', () => {
    const dueOn = (day: string) => ({ decisionDueOn: calendarDay(day) })
    const notice = (day: string) => ({ notice: { route: 'notice', publishedOn: calendarDay(day) } })
    expect([
      said(dueOn('2020-09-24'), { nextStage: { act: 'decide', name: 'Approval', by: { kind: 'board', boardId: id } } }),
      said({ ...dueOn('2020-10-20'), ...notice('2020-09-09') }, { nextStage: decide }),
      said({ ...dueOn('2020-09-01'), ...notice('2020-08-01'), status: 'referred_back' }, { nextStage: decide }),
      stageInSentence('BCF Board recommends'),
    ]).toEqual([
      'decision of the Integrated Care Executive, by Thursday 24 September 2020.',
      'decision of the Director of Resources, by Tuesday 20 October 2020. After its notice it can be made from Thursday 8 October 2020.',
      'decision of the Director of Resources, which was due by Tuesday 1 September 2020. Or begin a new version.',
      'BCF Board recommends',
    ])
  })

  test('says of authority in force what of it is held, released and left', () => {
    const standing = (effective: number, released: number, left = 0) =>
      said({ status: 'effective' }, { standing: { effective, released, held: effective - released, left } })
    expect([
      standing(500_00, 0),
      standing(500_00, 200_00, 200_00),
      standing(500_00, 500_00, 100_00),
      standing(500_00, 500_00),
      standing(0, 0),
      standing(-300_00, 0),
    ]).toEqual([
      '£500 is authorised since 28 August 2020. All of it is held until business cases are approved; then it is released to them by itself.',
      '£500 is authorised since 28 August 2020. £200 of it is released, and £300 is held until business cases are approved.',
      '£500 is authorised since 28 August 2020. All of it is released, and £100 is left to commit.',
      'nothing. £500 is authorised since 28 August 2020. All of it is committed or spent.',
      'nothing. What it gave was taken back, and nothing may be spent under it.',
      'nothing. £300 of authority is taken back since 28 August 2020.',
    ])
  })

  test('says where a call-in is heard', () => {
    const callIn = { scrutinyBoard: 'Scrutiny Board', hearingOn: calendarDay('2020-12-01'), outcome: null }
    expect([
      said({ status: 'called_in', callIn }),
      said({ status: 'called_in', callIn: { ...callIn, outcome: 'full_council' } }),
    ]).toEqual([
      'Scrutiny Board hears the call-in on Tuesday 1 December 2020, and releases the decision, refers it back or sends it to full council. Until then it has no effect.',
      'full council releases the decision or refers it back. Until then it has no effect.',
    ])
  })
})
