import fc from 'fast-check'
import { Level } from '../../../domain/ledger/entry.ts'
import { pence } from '../../../domain/money.ts'
import type { BalanceLine, PostedLine, ProgrammeFacts } from '../../../domain/programme/facts.ts'
import { leedsFacts } from '../../support/leedsFacts.ts'

/** The Leeds programme with any amounts, at any level, place, year and source. Up to £10 billion a line. */
export const anyFacts = (): fc.Arbitrary<ProgrammeFacts> => {
  const facts = leedsFacts()
  const [decision] = facts.decisions.toReversed()
  if (decision === undefined) throw new Error('the sample has no decision')
  const places = [
    { kind: 'programme' as const, id: facts.programme.id },
    ...facts.themes.map(({ id }) => ({ kind: 'theme' as const, id })),
    ...facts.schemes.map(({ id }) => ({ kind: 'scheme' as const, id })),
  ]
  const line: fc.Arbitrary<BalanceLine> = fc.record({
    level: fc.constantFrom(...Level.options),
    place: fc.constantFrom(...places),
    startYear: fc.integer({ min: 2015, max: 2026 }),
    sourceId: fc.constantFrom(null, ...facts.sources.map(({ id }) => id)),
    nature: fc.constantFrom('capital', 'revenue'),
    amount: fc.integer({ min: -1e12, max: 1e12 }).map(pence),
  })
  const lines = fc.array(line, { maxLength: 60 })
  return fc.record({ balances: lines, decided: lines, posted: lines }).map(
    ({ balances, decided, posted }): ProgrammeFacts => ({
      ...facts,
      balances,
      decisions: facts.decisions.map((each) =>
        each.id === decision.id ? { ...each, lines: decided.flatMap((one) => (isDecided(one) ? [one] : [])) } : each,
      ),
      posted: posted.map((one): PostedLine => ({ ...one, decisionId: facts.decisions[0]?.id ?? decision.id })),
    }),
  )
}

type DecidedLine = BalanceLine & { level: 'allocation' | 'authority' }

const isDecided = (line: BalanceLine): line is DecidedLine => line.level === 'allocation' || line.level === 'authority'
