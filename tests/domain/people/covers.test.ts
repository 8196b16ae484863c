import { expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { covers, coversAll, type Touched } from '../../../domain/people/covers.ts'
import type { Role } from '../../../domain/roles.ts'
import { held, idOf, personWith } from './givenPeople.ts'

const today = calendarDay('2020-09-01')
const [theme, scheme, board, other] = ['THEME', 'SCHEME', 'B0ARD', 'THER'].map(idOf)

const things: Record<string, Touched> = {
  programme: { kind: 'programme', ids: [other] as string[] },
  'own scheme': { kind: 'scheme', ids: [scheme, theme] as string[] },
  'other scheme': { kind: 'scheme', ids: [other] as string[] },
  'own board': { kind: 'board', ids: [board] as string[] },
  'other board': { kind: 'board', ids: [other] as string[] },
}

const reached = (role: Role, scopes: Parameters<typeof held>[1][]) => {
  const person = personWith(scopes.map((scope) => held(role, scope)))
  return Object.keys(things).filter((name) => covers(person, role, today, [things[name] as Touched]))
}

test('a role reaches what it was given for: everything, a theme with its schemes, a scheme, or a board', () => {
  expect({
    programme: reached('scheme_lead', [{}]),
    theme: reached('scheme_lead', [{ scope: { kind: 'theme', id: theme as never } }]),
    scheme: reached('scheme_lead', [{ scope: { kind: 'scheme', id: scheme as never } }]),
    board: reached('board_chair', [{ scope: { kind: 'board', id: board as never } }]),
    nothing: reached('scheme_lead', []),
  }).toEqual({
    programme: Object.keys(things),
    theme: ['own scheme'],
    scheme: ['own scheme'],
    // What a board decides about is limited by what stands on its agenda.
    board: ['programme', 'own scheme', 'other scheme', 'own board'],
    nothing: [],
  })
})

test('an act that touches two things has to be reached in both', () => {
  const lead = personWith([held('scheme_lead', { scope: { kind: 'scheme', id: scheme as never } })])
  expect(covers(lead, 'scheme_lead', today, [things['own scheme'], things['other scheme']] as Touched[])).toBe(false)
})

test('a role reaches nothing before its first day and after its last', () => {
  const lead = personWith([held('viewer', { toOn: today })])
  const days = ['2020-03-31', '2020-04-01', '2020-09-01', '2020-09-02'].map(calendarDay)
  expect(days.map((day) => coversAll(lead, 'viewer', day))).toEqual([false, true, true, false])
})
