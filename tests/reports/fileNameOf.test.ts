import { expect, test } from 'vitest'
import { fileNameOf } from '../../reports/model/fileNameOf.ts'
import { everyPart } from './support/everyPart.ts'

const nameAbout = (about: string): string => fileNameOf({ ...everyPart.heading, about }, 'docx')

test.each([
  ['what fits stands whole', 'Leeds Better Care Fund digital programme', 'Leeds Better Care Fund digital programme'],
  [
    'of what is longer the words that fit',
    'Supporting virtual care at home for residents with several conditions',
    'Supporting virtual care at home for residents with',
  ],
  ['of one word its beginning', 'a'.repeat(70), 'a'.repeat(50)],
  ['a word that ends where the room does stays', `${'b'.repeat(50)} and more`, 'b'.repeat(50)],
])('the name of a file: %s', (_what, about, inName) => {
  const { order, schemeNumber, asAt } = everyPart.heading
  const rest = [schemeNumber, order.version === 'public' ? 'public' : '', asAt.day, `event ${asAt.seq}`].filter(Boolean)
  expect(nameAbout(about)).toBe(`${[order.report, inName, ...rest].join(' ')}.docx`)
})
