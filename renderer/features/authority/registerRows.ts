import type { Place } from '../../../domain/ledger/entry.ts'
import { type Pence, pence, sum } from '../../../domain/money.ts'
import type { RegisterDecision } from './registerFacts.ts'

/** A line of the register: one place under one decision, over the years that are shown. Pence. */
export interface RegisterRow {
  key: string
  /** `D1/2`, the reference of the decision with the number of the line. */
  ref: string
  decision: RegisterDecision
  place: Place
  total: Pence
  released: Pence
  held: Pence
  committed: Pence
  left: Pence
  state: RegisterState
}

export type RegisterState = 'asked' | 'not-yet' | 'called-in' | 'held' | 'partly-released' | 'effective'

/** The lines of the register in the order of its decisions, each place once with its years together. */
export const registerRows = (decisions: readonly RegisterDecision[]): RegisterRow[] =>
  decisions.flatMap((decision) =>
    [...Map.groupBy(decision.lines, ({ place }) => place.id).values()].flatMap((lines, index): RegisterRow[] => {
      const [first] = lines
      if (!first) return []
      const of = (name: 'requested' | 'effective' | 'released' | 'held' | 'committed' | 'left') =>
        sum(lines.map((line) => line[name]))
      const isInForce = decision.status === 'effective'
      const total = isInForce ? of('effective') : of('requested')
      return [
        {
          key: `${decision.id} ${first.place.id}`,
          ref: `${decision.reference}/${index + 1}`,
          decision,
          place: first.place,
          total,
          released: of('released'),
          held: pence(isInForce ? of('held') : 0),
          committed: of('committed'),
          left: of('left'),
          state: stateOf(decision, { total, held: of('held') }),
        },
      ]
    }),
  )

const stateOf = (
  { status }: Pick<RegisterDecision, 'status'>,
  { total, held }: { total: Pence; held: Pence },
): RegisterState => {
  if (status === 'asked') return 'asked'
  if (status === 'made') return 'not-yet'
  if (status === 'called_in') return 'called-in'
  if (held <= 0) return 'effective'
  return held < total ? 'partly-released' : 'held'
}
