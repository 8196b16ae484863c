import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_TOKEN, parseToken, type Token, tokenPattern, writeToken } from '../../../domain/figures/token.ts'
import { plainText } from '../../../domain/reading/plainText.ts'
import { refusalOf } from '../refusalOf.ts'

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,10}$/).filter((each) => each.toLowerCase() !== 'year')
const name = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map(plainText)
  .filter((each) => !/[{}]/.test(each))
const argument: fc.Arbitrary<Token['words'][number]['arguments'][number]> = fc.oneof(
  name.map((each) => ({ kind: 'name' as const, name: each })),
  fc.integer({ min: 1990, max: 2100 }).map((startYear) => ({ kind: 'year' as const, startYear })),
  fc.constant({ kind: 'report-year' as const }),
)
const token: fc.Arbitrary<Token> = fc.record({
  words: fc.array(fc.record({ word, arguments: fc.array(argument, { maxLength: 3 }) }), { minLength: 1, maxLength: 3 }),
  format: fc.option(word.map((each) => each.toLowerCase())),
})

test('a token that is written and read again is the same token', () => {
  fc.assert(
    fc.property(token, (each) => {
      expect(parseToken(writeToken(each))).toEqual(each)
    }),
  )
})

test('a token that is written can be found between its brackets in a text', () => {
  fc.assert(
    fc.property(token, (each) => {
      const written = writeToken(each)
      fc.pre(written.length <= LONGEST_TOKEN)
      const found = [...`Before {{ ${written} }} and {{plan}} after`.matchAll(tokenPattern)].map(([, inside]) => inside)
      expect(found).toEqual([written.trim(), 'plan'])
    }),
  )
})

test('quotes and spaces as a word processor sets them are read like plain ones', () => {
  expect(parseToken('scheme(\u201cMindwell\u201d).plan(2020/21)\u00a0|\u00a0K')).toEqual({
    words: [
      { word: 'scheme', arguments: [{ kind: 'name', name: 'Mindwell' }] },
      { word: 'plan', arguments: [{ kind: 'year', startYear: 2020 }] },
    ],
    format: 'k',
  })
})

test('what cannot be read says where', () => {
  const refusals = [
    '',
    'plan(',
    'plan(2020',
    'plan..k',
    'plan | ',
    'plan 2020',
    'plan(2020/22)',
    'plan(1066)',
    '€5',
  ].map((written) => refusalOf(() => parseToken(written)))
  const refusal = (written: string, why: string, about: string) => ({
    code: 'bad-figure',
    detail: { token: written, why, about },
  })
  expect(refusals).toEqual([
    refusal('', 'unreadable', ''),
    refusal('plan(', 'unreadable', ''),
    refusal('plan(2020', 'unreadable', ''),
    refusal('plan..k', 'unreadable', '.'),
    refusal('plan | ', 'unreadable', ''),
    refusal('plan 2020', 'unreadable', '2020'),
    refusal('plan(2020/22)', 'bad-year', '2020/22'),
    refusal('plan(1066)', 'bad-year', '1066'),
    refusal('€5', 'unreadable', '€'),
  ])
})
