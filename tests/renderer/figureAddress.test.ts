import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Id } from '../../domain/id.ts'
import { Level } from '../../domain/ledger/entry.ts'
import type { FigureAddress } from '../../renderer/lib/explain.ts'
import { readFigure, writeFigure } from '../../renderer/lib/figureAddress.ts'

const id = Id.parse('01E5AMP1E00000000000000014')

test('a figure in an address is plain text, and is read back as it was', () => {
  const figure: FigureAddress = {
    levels: ['authority', 'released'],
    place: { kind: 'theme', id },
    withBelow: true,
    from: 2020,
    to: null,
    sourceId: null,
  }
  expect(writeFigure(figure)).toBe(`authority_released.theme.${id}.with.2020.all.none.all`)
  expect(readFigure(writeFigure(figure))).toEqual(figure)
})

test('every figure that can be asked about survives its address', () => {
  const year = fc.option(fc.integer({ min: 1990, max: 2100 }))
  const figures = fc.record(
    {
      levels: fc.subarray(Level.options, { minLength: 1 }),
      place: fc.record({
        kind: fc.constantFrom('programme' as const, 'theme' as const, 'scheme' as const),
        id: fc.constant(id),
      }),
      withBelow: fc.boolean(),
      from: year,
      to: year,
      sourceId: fc.constantFrom(id, null),
      decisionIds: fc.array(fc.constant(id), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['levels', 'place', 'withBelow', 'from', 'to'] },
  )
  fc.assert(
    fc.property(figures, (figure) => {
      expect(readFigure(writeFigure(figure))).toEqual(figure)
    }),
  )
})

test('what is no figure asks nothing', () => {
  const written = `plan.scheme.${id}.own.2020.2020.all.all`
  const broken = [
    '',
    'plan',
    written.replace('plan', 'profit'),
    written.replace('own', ''),
    `${written}.more`,
    written.replace('2020', '20x'),
  ]
  expect(broken.map(readFigure)).toEqual(broken.map(() => undefined))
})
