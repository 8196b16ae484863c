import { expect, test } from 'vitest'
import type { CaseState } from '../../domain/businessCase/businessCase.ts'
import { schemeMoney } from '../../domain/portfolio/schemeMoney.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { CaseStatus } from '../../domain/programme/scheme.ts'
import { nextStepOf } from '../../renderer/features/scheme/nextStepOf.ts'
import { leedsFacts, leedsId } from '../support/leedsFacts.ts'

const leeds = leedsFacts()

/** What happens next with a scheme of the Leeds sample. */
const stepOf = (
  key: string,
  {
    status,
    facts = leeds,
    cases = facts.cases.filter(({ schemeId }) => schemeId === leedsId(key)),
  }: {
    status?: CaseStatus['status']
    facts?: ProgrammeFacts
    cases?: { status: CaseState; reference: string }[]
  } = {},
) => {
  const id = leedsId(key)
  const scheme = facts.schemes.find((each) => each.id === id)
  if (!scheme) throw new Error(`No scheme ${key}`)
  const known = facts.caseStatuses.filter(({ schemeId }) => schemeId === id)
  return nextStepOf({
    scheme,
    caseStatuses: status ? known.map((each) => ({ ...each, status })) : known,
    cases,
    money: schemeMoney(facts, id),
    plan: facts.balances.filter((line) => line.level === 'plan' && line.place.id === id),
  })
}

test('what is held at the theme waits for the case beside what is the scheme’s own, by the plan that hangs on it', () => {
  expect(stepOf('EB')).toBe(
    'the scheme lead writes the business case. £150,000, and what is held at the theme for the £95,000 planned in 2020/21, stays held until it is approved.',
  )
  expect(stepOf('EB', { status: 'recommended' })).toMatch(
    /^the recommended business case waits for approval. £150,000, and /,
  )
  expect(stepOf('EB', { status: 'approved' })).toBe(
    'the business case is approved. £150,000, and what is held at the theme for the £95,000 planned in 2020/21, can be released.',
  )
})

test('where all of it stands at the theme, the years are named that it is planned for', () => {
  expect(stepOf('LOOP')).toBe(
    'no business case is on record. What is held at the theme for the £295,000 planned in 2020/21 and 2021/22 stays held until one is approved.',
  )
})

test('where the theme ties to its plan, or the authority is its own, the sum says it all', () => {
  expect([stepOf('LCR'), stepOf('PHR')]).toEqual([
    'the recommended business case waits for approval. £800,000 stays held until it is approved.',
    'no business case is on record. £591,000 stays held until one is approved.',
  ])
})

test('before authority was given nothing waits to be released', () => {
  const facts = leedsFacts('2020-08-20')
  expect([stepOf('EB', { facts }), stepOf('LOOP', { facts }), stepOf('EB', { facts, status: 'approved' })]).toEqual([
    'the scheme lead writes the business case.',
    'no business case is on record. The scheme lead writes it.',
    'the scheme lead delivers what was approved.',
  ])
})

test('a case that was written here comes before what is stated of one, and says whose turn it is', () => {
  const first = (status: CaseState) =>
    stepOf('EB', { cases: [{ status, reference: 'BC004' }], status: 'not_yet_developed' }).split('.')[0]
  expect(
    (['draft', 'submitted', 'returned', 'in_review', 'recommended', 'approved_with_conditions'] as const).map(first),
  ).toEqual([
    'its writers go on with the business case BC004',
    'the board secretary accepts the business case BC004, or returns it',
    'the business case BC004 was returned',
    'the business case BC004 waits for its board',
    'the recommended business case waits for approval',
    'the conditions of the approved business case BC004 are met and discharged',
  ])
  expect(first('withdrawn')).toBe('the scheme lead writes the business case')
})

test('a scheme whose work is done waits for its closure, whatever is still held', () => {
  const of = (lifecycle: 'practically_complete' | 'financially_closed') => {
    const facts = leedsFacts()
    const schemes = facts.schemes.map((each) => (each.id === leedsId('PHR') ? { ...each, lifecycle } : each))
    return stepOf('PHR', { facts: { ...facts, schemes } })
  }
  const closing = 'the work is done, and the scheme is being closed. The Closure tab says whose turn it is.'
  expect([of('practically_complete'), of('financially_closed')]).toEqual([closing, closing])
})
