import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { pence } from '../../domain/money.ts'
import { linePath, rowsOf, yearsShown } from '../../renderer/features/authority/amountPaths.ts'
import { AuthoritySearch, afterOf } from '../../renderer/features/authority/authoritySearch.ts'
import { balanceWords } from '../../renderer/features/authority/balanceWords.ts'
import { amendedOf, proposedDecision, readDecision } from '../../renderer/features/authority/decideDraft.ts'
import { proposedNotice, readNotice } from '../../renderer/features/authority/noticeDraft.ts'
import type { RegisterDecision } from '../../renderer/features/authority/registerFacts.ts'
import { registerRows } from '../../renderer/features/authority/registerRows.ts'
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
