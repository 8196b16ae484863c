import { expect, test } from 'vitest'
import { createSessions } from '../../electron/hosts/sessions.ts'

const cookieOf = (cookie: string | undefined): string => cookie ?? expect.fail('The key was refused')

test('the key lets in again and again, each time with another secret of 256 bits', () => {
  const { key, enter, find } = createSessions()
  const [one, other] = [cookieOf(enter(key)), cookieOf(enter(key))]
  expect([key, one, other].map((secret) => Buffer.from(secret, 'base64url').length)).toEqual([32, 32, 32])
  expect(new Set([key, one, other, find(one), find(other)]).size).toBe(5)
})

test.each([
  ['none', () => ''],
  ['one that is short', (key: string) => key.slice(0, -1)],
  ['one that is long', (key: string) => `${key}A`],
  ['one in other letters', (key: string) => key.toUpperCase()],
  ['one with a null', (key: string) => `${key}\0`],
  ['the key of another run', () => createSessions().key],
])('a wrong key does not: %s', (_name, wrong) => {
  const { key, enter } = createSessions()
  expect(enter(wrong(key))).toBeUndefined()
})

test('a ticket lets in once, and not in another run', () => {
  const { makeTicket, enter } = createSessions()
  const ticket = makeTicket()
  expect(createSessions().enter(ticket)).toBeUndefined()
  expect([typeof enter(ticket), enter(ticket)]).toEqual(['string', undefined])
})

test('a session is found by its secret alone, and not by the name that stands for it', () => {
  const { key, enter, find } = createSessions()
  const cookie = cookieOf(enter(key))
  const name = find(cookie)
  expect([name, find(String(name)), find(key), find(''), find(`${cookie} `)]).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}$/),
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('of very many sessions the oldest go', () => {
  const { key, enter, find } = createSessions()
  const cookies = Array.from({ length: 1001 }, () => cookieOf(enter(key)))
  expect(cookies.map((cookie) => find(cookie) !== undefined)).toEqual([false, ...Array(1000).fill(true)])
})
