import { expect, test } from 'vitest'
import { approvalLines } from '../../../domain/authority/approvalLines.ts'
import { heldRooms, planRelease } from '../../../domain/authority/release.ts'
import type { Place } from '../../../domain/ledger/entry.ts'
import { pence } from '../../../domain/money.ts'
import { balanceOf, idOf, placeOf } from '../given.ts'

const [scheme, theme, programme] = [placeOf('scheme', 'S'), placeOf('theme', 'T'), placeOf('programme', 'P')]
const path = (place: Place) =>
  place.kind === 'scheme' ? [place, theme, programme] : place.kind === 'theme' ? [place, programme] : [place]

const lines = (...amounts: [startYear: number, pounds: number][]) =>
  amounts.map(([startYear, amount]) => ({
    level: 'released' as const,
    place: scheme,
    startYear,
    sourceId: null,
    nature: 'capital' as const,
    amount: pence(amount * 100),
  }))

const plan = (balances: Parameters<typeof heldRooms>[0], ...amounts: [number, number][]) => {
  const { release, waiting } = planRelease(lines(...amounts), [], heldRooms(balances, path), ({ kind }) => kind)
  return { released: release.map(({ startYear }) => startYear), waiting: waiting.map(({ held }) => held) }
}

test('a year is released when enough is held above the scheme, and another waits until there is', () => {
  const balances = [balanceOf('authority', theme, 2020, 400)]
  expect(plan(balances, [2020, 300], [2021, 200])).toEqual({
    released: [2020],
    waiting: [{ place: 'theme', placeId: theme.id, startYear: 2021, requested: 200_00, available: 100_00 }],
  })
})

test('a year is never released in part', () => {
  expect(plan([balanceOf('authority', theme, 2020, 299)], [2020, 300])).toEqual({
    released: [],
    waiting: [{ place: 'theme', placeId: theme.id, startYear: 2020, requested: 300_00, available: 299_00 }],
  })
})

test('nothing is released without authority above, nor twice from the same', () => {
  const given = [balanceOf('authority', programme, 2020, 300), balanceOf('released', placeOf('scheme', 'X'), 2020, 200)]
  expect([plan([], [2020, 1]).released, plan(given, [2020, 101]).released, plan(given, [2020, 100]).released]).toEqual([
    [],
    [],
    [2020],
  ])
})

test('what a later year has released already is not taken by an earlier one', () => {
  const balances = [
    balanceOf('authority', theme, 2020, 100),
    balanceOf('authority', theme, 2021, 100),
    balanceOf('released', scheme, 2021, 150),
  ]
  expect([plan(balances, [2020, 51]).released, plan(balances, [2020, 50]).released]).toEqual([[], [2020]])
})

test('an approval that takes the place of another releases the difference, up or down', () => {
  const cost = (startYear: number, pounds: number) => ({
    startYear,
    sourceId: null,
    nature: 'capital' as const,
    amount: pence(pounds * 100),
  })
  const approved = approvalLines({ schemeId: idOf('S'), approved: [cost(2020, 450), cost(2021, 80)] }, [
    balanceOf('released', scheme, 2020, 400),
    balanceOf('released', scheme, 2021, 100),
    balanceOf('released', scheme, 2022, 10),
  ])
  expect(approved.map(({ startYear, amount }) => [startYear, amount / 100])).toEqual([
    [2020, 50],
    [2021, -20],
    [2022, -10],
  ])
})
