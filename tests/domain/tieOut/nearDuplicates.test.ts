import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '../../../domain/id.ts'
import { blankScheme } from '../../../domain/programme/blankScheme.ts'
import type { Scheme } from '../../../domain/programme/scheme.ts'
import { nearDuplicates } from '../../../domain/tieOut/rules/nearDuplicates.ts'
import { consistentFacts } from '../../support/leedsFacts.ts'

const words = fc.array(fc.constantFrom('care', 'record', 'portal', 'north', 'south', 'phase', '2', 'the'), {
  minLength: 1,
  maxLength: 5,
})

const schemesOf = (texts: { name: string[]; description: string[] }[]): Scheme[] =>
  texts.map(({ name, description }, index) => ({
    ...blankScheme,
    ...{ id: `S${String(index).padStart(3, '0')}` as Id, revision: 1, isRemoved: false },
    ...{ sort: index, lifecycle: 'live', name: name.join(' '), briefDescription: description.join(' ') },
  }))

test('of many schemes the same pairs are found as of each two of them alone', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ name: words, description: words }), { maxLength: 6 }), (texts) => {
      const facts = consistentFacts()
      const schemes = schemesOf(texts)
      const found = (of: Scheme[]) =>
        nearDuplicates({ ...facts, schemes: of }).map(({ key, subject }) => [key, subject])
      const pairs = schemes.flatMap((one, index) => schemes.slice(index + 1).flatMap((other) => found([one, other])))
      const byKey = (list: unknown[][]) => list.toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1))
      expect(found(schemes)).toEqual(byKey(pairs))
    }),
  )
})
