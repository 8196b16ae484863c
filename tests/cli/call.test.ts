import { expect, test } from 'vitest'
import { asAtOf, type Call, roleOf, wholeNumberOf, yearOf } from '../../electron/commands/call.ts'
import { UsageError } from '../../electron/commands/usage.ts'

const call = (options: Record<string, string>): Call => ({
  options,
  rest: [],
  file: '',
  path: (given) => given,
  // Reading an option needs no programme.
  state: undefined as never,
  ports: undefined as never,
})

/** What is read, or that the call does not fit. */
const readBy = (read: (call: Call) => unknown, options: Record<string, string>): unknown => {
  try {
    return read(call(options))
  } catch (error) {
    if (error instanceof UsageError) return `refused: ${error.message.split('\n').length} line`
    throw error
  }
}

const refused = 'refused: 1 line'

test.each([
  ['2020-08-28', '2020-08-28'],
  ['2020-08-28T09:00:00Z', '2020-08-28T09:00:00.000Z'],
  ['2020-08-28T09:00:00.5Z', '2020-08-28T09:00:00.500Z'],
  ['2020-08-28T10:00:00+01:00', '2020-08-28T09:00:00.000Z'],
  ['2020-08-28T09:00', refused],
  ['2020-08-28T09:00:00', refused],
  ['2020-02-30', refused],
  ['2020-02-30T09:00:00Z', refused],
  ['2020-08-28T25:00:00Z', refused],
  ['yesterday', refused],
  ['28 August 2020', refused],
  ['', refused],
])('--as-at %s is read as %s', (text, read) => {
  expect(readBy(asAtOf, { 'as-at': text })).toEqual(read)
})

test.each([
  ['2020', 2020],
  ['2020/21', 2020],
  ['1999/00', 1999],
  ['2020/22', refused],
  ['1989', refused],
  ['2101', refused],
  ['20', refused],
  ['2020/2021', refused],
  ['', refused],
])('--from %s is read as %s', (text, read) => {
  expect(readBy((given) => yearOf(given, 'from'), { from: text })).toEqual(read)
})

test.each([
  ['finance_officer', 'finance_officer'],
  ['Finance officer', 'finance_officer'],
  ['s151-officer', 's151_officer'],
  ['root', refused],
  ['system', refused],
  ['__proto__', refused],
])('--as %s is read as %s', (text, read) => {
  expect(readBy(roleOf, { as: text })).toEqual(read)
})

test.each([
  ['0', 0],
  ['8080', 8080],
  ['-1', refused],
  ['1e3', refused],
  ['1.5', refused],
  ['9999999999', refused],
])('--port %s is read as %s', (text, read) => {
  expect(readBy((given) => wholeNumberOf(given, 'port'), { port: text })).toEqual(read)
})

test('what is not given is left open', () => {
  expect([readBy(asAtOf, {}), readBy((given) => yearOf(given, 'from'), {}), readBy(roleOf, {})]).toEqual([
    null,
    undefined,
    'programme_director',
  ])
})
