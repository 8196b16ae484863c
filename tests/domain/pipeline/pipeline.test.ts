import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { pence, sum } from '../../../domain/money.ts'
import { type Headroom, headroomOf } from '../../../domain/pipeline/headroom.ts'
import type { PipelineCandidate } from '../../../domain/pipeline/pipelineCandidate.ts'
import { rankCandidates } from '../../../domain/pipeline/rankCandidates.ts'
import { criteriaOn, type ScoringCriteria } from '../../../domain/pipeline/scoringCriteria.ts'
import { slotCandidates } from '../../../domain/pipeline/slotCandidates.ts'
import { balanceOf, factsOf, idOf, placeOf, programmeOf } from '../given.ts'

const day = (text: string) => text as CalendarDay

const setFrom = (fromOn: string, weights: Record<string, number>): ScoringCriteria => ({
  id: idOf(fromOn),
  revision: 1,
  isRemoved: false,
  fromOn: day(fromOn),
  source: 'Board',
  criteria: Object.entries(weights).map(([name, weight]) => ({ id: idOf(name), name, guidance: '', weight })),
})

const candidate = (
  name: string,
  scores: Record<string, number>,
  costs: Record<number, number> = {},
): PipelineCandidate => ({
  id: idOf(`C${name}`),
  revision: 1,
  isRemoved: false,
  schemeId: idOf(name),
  costs: Object.entries(costs).map(([year, amount]) => ({
    startYear: Number(year),
    nature: 'capital',
    amount: pence(amount),
  })),
  costsFrom: '',
  scores: Object.entries(scores).map(([criterion, score]) => ({
    criterionId: idOf(criterion),
    score,
    reason: 'Because',
  })),
})

const headroom = (...left: number[]): Headroom => ({
  basis: 'stated',
  years: left.map((amount, at) => ({
    startYear: 2020 + at,
    allocation: pence(0),
    authority: pence(-amount),
    left: pence(amount),
    through: sum(left.slice(0, at + 1)),
  })),
})

describe('the order of the pipeline', () => {
  const set = setFrom('2020-04-01', { Fit: 3, Need: 1 })

  test('is that of the weighted scores; equal ones share a rank, and a half score is none', () => {
    const candidates = [
      candidate('Low', { Fit: 1, Need: 5 }),
      candidate('High', { Fit: 5, Need: 0 }),
      candidate('Same', { Fit: 5, Need: 0 }),
      candidate('Half', { Fit: 5 }),
    ]
    const ids = ['Half', 'Low', 'High', 'Same', 'New'].map(idOf)
    expect(rankCandidates(ids, candidates, set).map(({ schemeId, ...rest }) => rest)).toEqual([
      { scoreBp: 7500, scored: 2, criteria: 2, rank: 1 },
      { scoreBp: 7500, scored: 2, criteria: 2, rank: 1 },
      { scoreBp: 4000, scored: 2, criteria: 2, rank: 3 },
      { scoreBp: null, scored: 1, criteria: 2, rank: null },
      { scoreBp: null, scored: 0, criteria: 2, rank: null },
    ])
  })

  test('is by the criteria of the day, and scores outlast a change of weights', () => {
    const sets = [set, setFrom('2021-04-01', { Need: 1 })]
    const candidates = [candidate('A', { Fit: 5, Need: 0 }), candidate('B', { Fit: 0, Need: 4 })]
    const scores = (on: string) =>
      rankCandidates(['A', 'B'].map(idOf), candidates, criteriaOn(sets, day(on))).map(({ scoreBp }) => scoreBp)
    expect([scores('2020-03-31'), scores('2020-04-01'), scores('2021-04-01')]).toEqual([
      [null, null],
      [7500, 2000],
      [8000, 0],
    ])
  })
})

describe('the headroom', () => {
  const facts = factsOf({
    programme: programmeOf({ annualAllocation: pence(1_800_000_00) }),
    balances: [
      balanceOf('allocation', placeOf('programme', 'P'), 2020, 1_228_000),
      balanceOf('allocation', placeOf('programme', 'P'), 2021, 1_900_000),
      balanceOf('authority', placeOf('programme', 'P'), 2020, 1_228_000),
      balanceOf('authority', placeOf('scheme', 'S'), 2021, 1_821_000),
    ],
  })

  test('is the yearly allocation less authority, £551,000 over the two years of the Leeds report', () => {
    expect(headroomOf(facts, 'stated').years).toEqual([
      { startYear: 2020, allocation: 1_800_000_00, authority: 1_228_000_00, left: 572_000_00, through: 572_000_00 },
      { startYear: 2021, allocation: 1_800_000_00, authority: 1_821_000_00, left: -21_000_00, through: 551_000_00 },
    ])
  })

  test('or the allocation of the ledger less authority', () => {
    expect(headroomOf(facts, 'ledger').years.map(({ left }) => left)).toEqual([0, 79_000_00])
  })
})

describe('slotting', () => {
  const set = setFrom('2020-04-01', { Fit: 1 })
  const slots = (candidates: PipelineCandidate[], room: Headroom) => {
    const ranked = rankCandidates(
      candidates.map(({ schemeId }) => schemeId),
      candidates,
      set,
    )
    return slotCandidates(ranked, candidates, room)
  }

  test('takes the best first, passes over what does not fit, and says why', () => {
    const found = slots(
      [
        candidate('First', { Fit: 5 }, { 2020: 60 }),
        candidate('Too dear', { Fit: 4 }, { 2020: 30, 2021: 30 }),
        candidate('Small', { Fit: 3 }, { 2021: 20 }),
        candidate('Beyond', { Fit: 2 }, { 2021: 1, 2023: 1 }),
        candidate('No estimate', { Fit: 1 }),
        candidate('Not scored', {}, { 2020: 1 }),
      ],
      headroom(100, 0),
    )
    expect(found.slotted.map(({ slot }) => slot)).toEqual([
      { kind: 'fits', needed: 60 },
      { kind: 'too-dear', needed: 60, throughYear: 2021, asked: 60, left: 40 },
      { kind: 'fits', needed: 20 },
      { kind: 'beyond-years', needed: 2, startYear: 2023 },
      { kind: 'no-costs' },
      { kind: 'no-score', scored: 0, criteria: 1 },
    ])
    expect(found.after).toEqual([
      { startYear: 2020, slotted: 60, through: 40 },
      { startYear: 2021, slotted: 20, through: 20 },
    ])
  })

  test('takes nothing in one year that a later year has asked for already', () => {
    expect(slots([candidate('A', { Fit: 5 }, { 2020: 90 })], headroom(100, -20)).slotted[0]?.slot).toEqual({
      kind: 'too-dear',
      needed: 90,
      throughYear: 2021,
      asked: 90,
      left: 80,
    })
  })

  test('never takes in more than there is through any year', () => {
    const costs = fc.dictionary(fc.constantFrom('2020', '2021', '2022'), fc.integer({ min: 1, max: 80 }))
    const many = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), costs), { minLength: 1, maxLength: 10 })
    const room = fc.array(fc.integer({ min: -50, max: 150 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(many, room, (given, left) => {
        const candidates = given.map(([score, own], at) => candidate(`N${at}`, { Fit: score }, own))
        const before = headroom(...left)
        const { slotted, after } = slots(candidates, before)
        const isUntouched = slotted.every(({ slot }) => slot.kind !== 'fits')
        for (const [at, { through }] of after.entries()) {
          const was = before.years[at]?.through ?? 0
          expect(through >= 0 || through === was).toBe(true)
        }
        expect(isUntouched).toBe(sum(after.map((year) => year.slotted)) === 0)
      }),
    )
  })
})
