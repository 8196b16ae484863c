import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import {
  balancesOf,
  changed,
  decisionOf,
  grant,
  lineOn,
  nowhere,
  on,
  pounds,
  programmeApp,
} from '../support/programmeApp.ts'

/** A grant of £1,000 for the scheme in 2020/21, and a loan without an allocation. */
const fundedApp = async () => {
  const app = await programmeApp()
  const { me, scheme, source } = app
  await me.decisions.record.mutate(
    decisionOf('D1', [{ ...lineOn('allocation', scheme.id, 1_000), sourceId: source.id }]),
  )
  const loan = changed(await me.sources.add.mutate({ ...grant, name: 'Loan', category: 'departmental_borrowing' }))
  const swap = {
    placeId: scheme.id,
    startYear: 2020,
    nature: 'capital' as const,
    fromSourceId: source.id,
    toSourceId: loan.id,
    amount: pounds(400),
  }
  return { ...app, loan, swap }
}

const terms = {
  revision: 1,
  conditions: '',
  restrictedTo: null,
  spendByOn: null,
  securedStatus: 'secured' as const,
  interestRateBp: null,
  assetLifeYears: null,
}

describe('the terms of a source', () => {
  test('are recorded by a finance officer, and the rest of it stays', async () => {
    const { as, loan } = await fundedApp()
    const said = {
      ...terms,
      conditions: 'Digital only',
      restrictedTo: 'capital' as const,
      spendByOn: on('2023-03-31'),
      securedStatus: 'at_risk' as const,
      interestRateBp: 425,
      assetLifeYears: 7,
    }
    expect(await as('finance_officer').sources.recordTerms.mutate({ id: loan.id, ...said })).toEqual({
      value: { ...loan, ...said, revision: 2 },
    })
  })

  test('hold no rate and no asset life of what is not borrowed', async () => {
    const { me, source } = await fundedApp()
    expect(await refusalOf(me.sources.recordTerms.mutate({ id: source.id, ...terms, interestRateBp: 400 }))).toEqual({
      code: 'no-borrowing-terms',
      detail: { source: 'Grant' },
    })
  })

  test('keep no source from what it pays for already (R19)', async () => {
    const { me, source } = await fundedApp()
    const refusal = { code: 'wrong-nature', detail: { source: 'Grant', nature: 'capital' } }
    expect(
      await refusalOf(me.sources.recordTerms.mutate({ id: source.id, ...terms, restrictedTo: 'revenue' })),
    ).toEqual(refusal)
    const { isRemoved: _removed, retiredOn: _retired, ...given } = source
    expect(await refusalOf(me.sources.change.mutate({ ...given, restrictedTo: 'revenue' }))).toEqual(refusal)
  })

  test('are not saved over somebody else’s', async () => {
    const { me, source } = await fundedApp()
    expect(await refusalOf(me.sources.recordTerms.mutate({ id: source.id, ...terms, revision: 2 }))).toEqual({
      code: 'stale',
      detail: { entity: 'funding_source', id: source.id },
    })
  })
})

describe('the policy order', () => {
  test('is that in which the sources are put', async () => {
    const { me, source, loan } = await fundedApp()
    await me.sources.reorder.mutate({ ids: [loan.id, source.id] })
    const { sources } = await me.funding.planner.query({ asAt: null })
    expect(sources.map(({ name, sort }) => [name, sort])).toEqual([
      ['Loan', 1],
      ['Grant', 2],
    ])
    expect(await me.sources.reorder.mutate({ ids: [loan.id, source.id] })).toEqual({ value: null })
  })

  test('names every source', async () => {
    const { me, source, loan } = await fundedApp()
    expect(await refusalOf(me.sources.reorder.mutate({ ids: [source.id] }))).toEqual({
      code: 'stale',
      detail: { entity: 'funding_source', id: loan.id },
    })
  })
})

describe('the planner', () => {
  test('is given the allocation by source, and the plan and the authority that it pays for', async () => {
    const { me, scheme, source, programme } = await fundedApp()
    const { pots, needs, places, withoutSource } = await me.funding.planner.query({ asAt: null })
    const line = { startYear: 2020, nature: 'capital', amount: pounds(1_000) }
    expect({ pots, needs, places, withoutSource }).toEqual({
      pots: [{ ...line, placeId: scheme.id, sourceId: source.id }],
      needs: { plan: [], authority: [] },
      places: [{ id: scheme.id, name: 'Portal' }],
      withoutSource: [],
    })
    await me.decisions.record.mutate(
      decisionOf('D2', [{ ...lineOn('authority', scheme.id, 700), sourceId: source.id }]),
    )
    expect((await me.funding.planner.query({ asAt: null })).needs.authority).toEqual([
      { ...line, path: [scheme.id, programme.id], amount: pounds(700) },
    ])
  })
})

describe('a funding swap', () => {
  const words = { whatChanges: 'A loan pays for part of the portal', reason: 'The grant is needed elsewhere' }

  test('is asked for as a change that moves nothing until somebody else approves it', async () => {
    const { me, scheme, source, loan, swap } = await fundedApp()
    const raised = changed(await me.funding.raiseSwap.mutate({ ...words, swaps: [swap] }))
    const line = {
      level: 'allocation',
      place: { kind: 'scheme', id: scheme.id },
      startYear: 2020,
      nature: 'capital',
    }
    expect(raised).toMatchObject({
      ...words,
      kind: 'funding_swap',
      status: 'sent',
      lines: [
        { ...line, sourceId: source.id, amount: pounds(-400) },
        { ...line, sourceId: loan.id, amount: pounds(400) },
      ],
    })
    const { pots } = await me.funding.planner.query({ asAt: null })
    expect(pots.map(({ amount }) => amount)).toEqual([pounds(1_000)])
  })

  test('takes along the authority that stands on the source, and is posted once somebody else approves it', async () => {
    const { me, as, scheme, source, swap } = await fundedApp()
    const authority = lineOn('authority', scheme.id, 900, { sourceId: source.id })
    await me.decisions.record.mutate(decisionOf('D2', [authority]))
    const { id, revision } = changed(await me.funding.raiseSwap.mutate({ ...words, swaps: [swap] }))
    await as('s151_officer').changes.approve.mutate({ id, revision, answer: '' })
    expect((await balancesOf(me)).sort()).toEqual([
      'allocation 2020 400',
      'allocation 2020 600',
      'authority 2020 300',
      'authority 2020 600',
    ])
  })

  test('takes no more than the source has, and puts in none that may not pay', async () => {
    const { me, source, loan, swap } = await fundedApp()
    const refused = (change: Partial<typeof swap>) =>
      refusalOf(me.funding.raiseSwap.mutate({ ...words, swaps: [{ ...swap, ...change }] }))
    expect(await refused({ amount: pounds(1_001) })).toEqual({
      code: 'over-source',
      detail: { source: 'Grant', year: 2020, requested: pounds(1_001), available: pounds(1_000) },
    })
    expect(await refused({ toSourceId: source.id })).toEqual({
      code: 'cannot-pay',
      detail: { source: 'Grant', year: 2020, why: 'same-source' },
    })
    expect(await refused({ toSourceId: nowhere })).toEqual({
      code: 'cannot-pay',
      detail: { source: '', year: 2020, why: 'same-source' },
    })
    await me.sources.recordTerms.mutate({ id: loan.id, ...terms, restrictedTo: 'revenue' })
    expect(await refused({})).toEqual({ code: 'wrong-nature', detail: { source: 'Loan', nature: 'capital' } })
    expect(await refused({ amount: pounds(-1) })).toMatchObject({ code: 'bad-request' })
  })
})
