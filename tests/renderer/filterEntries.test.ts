import { expect, test } from 'vitest'
import type { Entry } from '../../renderer/app/palette/entry.ts'
import { filterEntries } from '../../renderer/app/palette/filterEntries.ts'

const entry = (group: Entry['group'], words: string, alsoCalled: string[] = []): Entry => ({
  id: words,
  group,
  words,
  alsoCalled,
})

const entries = [
  entry('Words', 'Held'),
  entry('Schemes and themes', 'House of the Future'),
  entry('Schemes and themes', 'Helm Person Held Record', ['PHR']),
  entry('Do', 'Help somebody'),
  entry('Go to', 'Portfolio', ['home']),
]

const listed = (query: string, of = entries) =>
  filterEntries(of, query).map(({ group, entries: own }) => [group, ...own.map(({ words }) => words)])

test('the groups stand in their order, and in each the best comes first', () => {
  expect(listed('h')).toEqual([
    ['Do', 'Help somebody'],
    ['Go to', 'Portfolio'],
    ['Schemes and themes', 'House of the Future', 'Helm Person Held Record'],
    ['Words', 'Held'],
  ])
  expect(listed('held')).toEqual([
    ['Schemes and themes', 'Helm Person Held Record'],
    ['Words', 'Held'],
  ])
  expect(listed('phr')).toEqual([['Schemes and themes', 'Helm Person Held Record']])
})

test('without a query everything stands as it came', () => {
  expect(listed('  ').flat()).toHaveLength(entries.length + 4)
})

test('figures that equal an amount come first, and none is left out', () => {
  const figures = Array.from({ length: 30 }, (_, index) => entry('Figures', `£591,000 · ${index}`))
  const found = filterEntries([...figures, entry('Checks', 'The total is 591')], '591')
  expect(found.map(({ group, entries: own, more }) => [group, own.length, more])).toEqual([
    ['Figures', 30, 0],
    ['Checks', 1, 0],
  ])
})

test('of a long group the best dozen are listed and the rest are counted', () => {
  const many = Array.from({ length: 20 }, (_, index) => entry('Words', `Word ${index}`))
  expect(filterEntries(many, 'word').map(({ entries: own, more }) => [own.length, more])).toEqual([[12, 8]])
})
