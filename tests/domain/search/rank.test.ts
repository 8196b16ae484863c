import { expect, test } from 'vitest'
import { glossary } from '../../../domain/search/glossary.ts'
import { rank } from '../../../domain/search/rank.ts'

const helm = ['Helm Person Held Record', 'PHR', 'Personal health record', 'Care Records and Corporate']

test.each([
  ['helm person', 0],
  ['record helm', 1],
  ['phr', 2],
  ['personal HEALTH', 2],
  ['phr corporate', 3],
  ['helm corp', 3],
])('"%s" finds a scheme by its name, its other names or its theme: rank %i', (query, expected) => {
  expect(rank(query, helm)).toBe(expected)
})

test('every typed word has to begin a word, and nothing typed finds nothing', () => {
  expect(['elm', 'helm house', '', '  ', '!'].map((query) => rank(query, helm))).toEqual(Array(5).fill(undefined))
})

test('capitals, accents, hyphens and apostrophes make no difference', () => {
  expect(rank('cafe leeds', ['Café: Leeds’ care-record'])).toBe(0)
  expect(rank('care-record', ['Café: Leeds’ care-record'])).toBe(1)
})

test('the glossary is in the order of the alphabet and names each word once', () => {
  const words = glossary.map(({ word }) => word)
  expect(words).toEqual([...words].sort((a, b) => a.localeCompare(b, 'en-GB')))
  expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length)
  expect(glossary.filter(({ meaning }) => meaning.length > 140 || !meaning.endsWith('.'))).toEqual([])
})
