import { expect, test } from 'vitest'
import type { ChangeKind } from '../../domain/change/changeRequest.ts'
import { pence } from '../../domain/money.ts'
import { type ChangeDraft, firstMove, type MoveDraft, readChange } from '../../renderer/features/changes/changeDraft.ts'
import type { ChangeFormFacts } from '../../renderer/features/changes/changeFacts.ts'
import { factsOf, idOf, programmeOf, schemeNamed, sourceNamed } from '../domain/given.ts'

const place = `scheme ${idOf('A')}`
const at = place.replace(' ', '.')

const facts: ChangeFormFacts = {
  ...factsOf({
    schemes: [schemeNamed('A'), schemeNamed('B')],
    sources: [sourceNamed('Grant'), sourceNamed('Loan')],
    balances: [20, 60].map((pounds, index) => ({
      level: 'allocation' as const,
      place: { kind: 'programme' as const, id: programmeOf().id },
      startYear: 2020,
      sourceId: idOf(index === 0 ? 'Grant' : 'Loan'),
      nature: 'capital' as const,
      amount: pence(pounds * 100),
    })),
  }),
}

const draft = (kind: ChangeKind, move: Partial<MoveDraft>, change: Partial<ChangeDraft> = {}): ChangeDraft => ({
  kind,
  moves: [{ ...firstMove({ at, year: 2020 }, facts), amount: '10', ...move }],
  lines: null,
  withAuthority: true,
  whatChanges: '',
  reason: 'Late supplier',
  impact: '',
  unit: '£',
  ...change,
})

test('a change from a figure begins at its place, with the year after and the source that is allocated most there', () => {
  const blank = { key: '1', toPlace: '', toSource: '', amount: '' }
  expect([firstMove({ at, year: 2020 }, facts), firstMove({ at, year: 2021 }, facts), firstMove({}, facts)]).toEqual([
    { ...blank, place, year: '2020/21', toYear: '2021/22', source: idOf('Loan') },
    { ...blank, place, year: '2021/22', toYear: '2022/23', source: '' },
    { ...blank, place: '', year: '', toYear: '', source: '' },
  ])
})

test.each<[ChangeKind, Partial<MoveDraft>, string]>([
  ['reprofile', {}, '£10 of A moves from 2020/21 to 2021/22.'],
  ['virement', { toPlace: `scheme ${idOf('B')}` }, '£10 of A goes to B in 2020/21.'],
  ['funding_swap', { toSource: idOf('Grant') }, '£10 of A in 2020/21 is paid from Grant and no longer from Loan.'],
  ['injection', {}, '£10 is added to A in 2020/21.'],
  ['correction', { amount: '-10' }, '£10 is taken from A in 2020/21.'],
])('the figures of a %s say what changes where nobody does', (kind, move, words) => {
  expect(readChange(draft(kind, move), facts).value?.whatChanges).toBe(words)
})

test('words are asked for where there are no figures to say them, and always for the reason', () => {
  const messagesOf = (given: ChangeDraft) => readChange(given, facts).errors?.map(({ message }) => message)
  expect([
    messagesOf(draft('reprofile', { amount: '' }, { reason: '' })),
    messagesOf(draft('reprofile', {}, { lines: [] })),
    messagesOf(draft('reprofile', {}, { whatChanges: 'word '.repeat(101) })),
  ]).toEqual([
    ['Enter the amount, even if it is 0', 'Enter why the money has to move'],
    ['Enter what changes, in plain words'],
    ['What changes must be 100 words or fewer'],
  ])
})
