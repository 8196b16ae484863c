import { expect, test } from 'vitest'
import { checkPassword } from '../../../domain/people/checkPassword.ts'
import { refusalOf } from '../refusalOf.ts'

const why = (password: string) => refusalOf(() => checkPassword(password, 'scheme.lead'))

test('a password of twelve characters that nobody guesses first is taken', () => {
  expect(['violet stamp', 'grün über Öl 9', 'horse-battery-staple'].map(why)).toEqual([undefined, undefined, undefined])
})

test('a short password is refused, however many bytes its letters take', () => {
  expect(['', 'elevenchars', '🦊🦊🦊🦊🦊🦊'].map(why)).toEqual(
    Array(3).fill({ code: 'weak-password', detail: { why: 'short' } }),
  )
})

test('a common password is refused whatever its capitals and spaces', () => {
  expect(['Password1234', 'qwerty 123456', 'LetMeInLetMeIn'].map(why)).toEqual(
    Array(3).fill({ code: 'weak-password', detail: { why: 'common' } }),
  )
})

test('one to four characters over and over are a common password', () => {
  expect(['aaaaaaaaaaaa', 'abcabcabcabc', '123412341234', 'ababababababa'].map(why)).toEqual(
    Array(4).fill({ code: 'weak-password', detail: { why: 'common' } }),
  )
})

test('the sign-in name with little beside it is refused', () => {
  expect(['scheme.lead12', 'Scheme.Lead!2026'].map(why)).toEqual(
    Array(2).fill({ code: 'weak-password', detail: { why: 'own-name' } }),
  )
})
