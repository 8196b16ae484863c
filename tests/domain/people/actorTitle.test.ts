import { expect, test } from 'vitest'
import { titleOf } from '../../../domain/people/actorTitle.ts'

const director = { id: '0c0e4a3a-1111-4111-8111-000000000001', title: 'Director of Resources' }

test('an actor is named by the title of the person, of the role alone, of the program or of a recovery', () => {
  const actors = [director.id, 'scheme_lead', 'system', 'recovery']
  expect(actors.map((actor) => titleOf([director], actor))).toEqual([
    'Director of Resources',
    'Scheme lead',
    'System',
    'Recovery at the command line',
  ])
})

test('an actor that nobody knows stays what the event says', () => {
  expect(titleOf([director], 'somebody')).toBe('somebody')
})
