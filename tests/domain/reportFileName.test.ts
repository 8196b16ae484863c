import { expect, test } from 'vitest'
import { reportFileName, safeFileName } from '../../domain/reportFileName.ts'
import { leedsFacts } from '../support/leedsFacts.ts'

test('a report is named by what it is, its scheme number, its day and its event', () => {
  expect(reportFileName('spend', 'xlsx', leedsFacts())).toBe('spend 32210-000-000 2020-08-28 event 100.xlsx')
})

test('a scheme number that is not given leaves no gap', () => {
  const facts = leedsFacts()
  facts.programme.capitalSchemeNumber = ''
  expect(reportFileName('spend', 'csv', facts)).toBe('spend 2020-08-28 event 100.csv')
})

test.each([
  ['../../etc/passwd', '-..-etc-passwd.csv'],
  ['a\\b:c*d?e"f<g>h|i', 'a-b-c-d-e-f-g-h-i.csv'],
  ['  .hidden. ', 'hidden.csv'],
  ['trailing dots...', 'trailing dots.csv'],
  ['CON', 'CON-file.csv'],
  ['nul.txt', 'nul-file.txt.csv'],
  ['com1', 'com1-file.csv'],
  ['LPT¹', 'LPT¹-file.csv'],
  ['console', 'console.csv'],
  ['a\u0000b\nc\u007f', 'abc.csv'],
  ['gpj\u202efdp', 'gpjfdp.csv'],
  ['\ud800', '�.csv'],
  ['', 'report.csv'],
  ['...', 'report.csv'],
  ['Café 🚑', 'Café 🚑.csv'],
])('%j is made safe', (name, safe) => {
  expect(safeFileName(name, 'csv')).toBe(safe)
})

test('a long name is cut without splitting a character', () => {
  const name = safeFileName('🚑'.repeat(300), 'xlsx')
  expect([...name].length).toBe(125)
  expect(name.isWellFormed()).toBe(true)
})
