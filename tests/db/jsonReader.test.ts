import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { jsonReader } from '../../db/jsonReader.ts'

test('what is read of a text is the same each time, and whoever reads it has it for themselves', () => {
  const values = fc.oneof(
    fc.array(fc.string()),
    fc.record({ startOn: fc.option(fc.string()), endOn: fc.option(fc.string()) }),
    fc.array(fc.record({ title: fc.string(), tags: fc.array(fc.string()) }), { minLength: 1 }),
  )
  fc.assert(
    fc.property(values, (value) => {
      const read = jsonReader(z.unknown())
      const text = JSON.stringify(value)
      for (let time = 0; time < 3; time += 1) {
        const own = read(text) as object
        expect(own).toEqual(JSON.parse(text))
        spoil(own)
      }
    }),
  )
})

/** Changes a value wherever it can be changed. */
const spoil = (value: object): void => {
  for (const each of Object.values(value)) if (typeof each === 'object' && each !== null) spoil(each)
  Object.assign(value, { 0: 'other', startOn: 'other', title: 'other' })
}

test('a text that the schema refuses is refused each time', () => {
  const read = jsonReader(z.array(z.string()))
  for (let time = 0; time < 3; time += 1) expect(() => read('[1]')).toThrow()
  expect(read('[]')).toEqual([])
  expect(() => read(null)).toThrow()
})
