import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { people } from '../../../electron/app/sample/leedsPeople.ts'
import type { TestApp } from '../../support/openTestApp.ts'

/** The people of the Leeds sample by their keys: their ids, and the program as it answers them. */
export const leedsPeople = async (
  app: Pick<TestApp, 'asPerson'> & { as: (role: Role) => ReturnType<TestApp['as']> },
) => {
  const { people: known } = await app.as('viewer').people.screen.query()
  const idOf = (key: string): Id => {
    const title = people.find((person) => person.key === key)?.title
    const found = known.find((person) => person.title === title)
    if (!found) throw new Error(`The sample has nobody called ${key}`)
    return found.id
  }
  return { idOf, person: (key: string, role: Role) => app.asPerson(idOf(key), role) }
}
