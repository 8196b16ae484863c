import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { FailureCode, Failures } from '../../domain/errors.ts'
import { messages } from '../../domain/messages.ts'
import { pence } from '../../domain/money.ts'
import { findFailure, messageOf } from '../../renderer/lib/failure.ts'

const amounts = { requested: pence(120_000_00), available: pence(100_000_00) }
const examples: { [Code in FailureCode]?: Failures[Code] } = {
  'bad-amount': { text: 'abc' },
  'bad-day': { text: '31 February' },
  'over-allocation': { place: 'Helm', throughYear: 2020, ...amounts },
  'over-authority': { place: 'Helm', throughYear: 2020, ...amounts },
  'closed-year': { year: 2019 },
  'date-order': { earlier: calendarDay('2020-08-20'), later: calendarDay('2020-08-19') },
  'newer-file': { file: 'a.bcf', fileVersion: 3, programVersion: 2 },
  'name-taken': { entity: 'theme', name: 'Infrastructure' },
  stale: { entity: 'scheme', id: '1' },
}

const sentences = Object.entries(examples).map(([code, detail]) =>
  (messages[code as FailureCode] as (detail: unknown) => string)(detail),
)

test('a sentence says what to do in plain words', () => {
  const banned = /\b(please|sorry|invalid|oops|forbidden|error|undefined|null|NaN)\b/i
  expect(sentences.filter((sentence) => banned.test(sentence) || sentence.endsWith('.') || sentence === '')).toEqual([])
})

test('amounts stand in whole pounds and days in full', () => {
  expect(messages['over-authority']({ place: 'House of the Future', throughYear: 2020, ...amounts })).toContain(
    '£120,000',
  )
  expect(messages['date-order']({ earlier: calendarDay('2020-08-20'), later: calendarDay('2020-08-19') })).toContain(
    '20 August 2020',
  )
  expect(messages['closed-year']({ year: 2019 })).toContain('2019/20 is closed')
})

test('a change that was not the one seen is said to be one’s own', () => {
  expect(messages.stale({ entity: 'undo', id: '7' })).toBe(
    'You changed something else since, perhaps in another window, so nothing was undone or redone. Look at your changes, then choose again',
  )
})

test('what the program does not know is no fault of the reader: it was updated after the page was loaded', () => {
  const updated =
    'The program was updated after this page was loaded, so this was not done. Copy what you have typed, then load the page again'
  const fields = (message: string) => ({
    data: { failure: { code: 'bad-request', detail: { fields: [{ path: '', message }] } } },
  })
  const unknown = { data: { failure: { code: 'unknown-operation', detail: { operation: 'plan.fill' } } } }
  expect([messageOf(fields('unrecognized_keys')), messageOf(unknown)]).toEqual([updated, updated])
  expect(messageOf(fields('too_small'))).not.toBe(updated)
})

test('an error of a call gives the sentence of its failure', () => {
  const error = { data: { failure: { code: 'closed-year', detail: { year: 2019 } } } }
  expect(messageOf(error)).toBe(messages['closed-year']({ year: 2019 }))
})

test('what was not meant gives its reference and never the text of an exception', () => {
  const message = messageOf({
    message: 'SQLITE_ERROR',
    data: { failure: { code: 'unexpected', detail: { reference: '7F3K' } } },
  })
  expect(message).toContain('7F3K')
  expect(message).not.toContain('SQLITE')
})

test('a program that does not answer, or answers with a code nobody knows, still gives a sentence', () => {
  expect(findFailure({ data: { failure: { code: 'no-such-code', detail: {} } } })).toBeUndefined()
  expect([messageOf(new TypeError('Failed to fetch')), messageOf(null), messageOf({ data: 3 })]).toEqual(
    Array.from({ length: 3 }, () => expect.stringContaining('does not answer')),
  )
})
