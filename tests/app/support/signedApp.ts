import { openTestApp } from '../../support/openTestApp.ts'
import { newProgramme } from './programmeApp.ts'

export const secret = 'violet stamp 9'

/** A programme in which people sign in: its first person is administrator and programme director. */
export const signedApp = async () => {
  const app = await openTestApp()
  const desk = app.as(undefined, 'desk')
  await desk.programme.create.mutate({
    fileName: 'Own',
    programme: { ...newProgramme, startYear: 2020, years: 3 },
    administrator: {
      title: 'Head of partnerships',
      signInName: 'head',
      password: secret,
      role: 'programme_director',
    },
  })
  const [head] = (await desk.people.screen.query()).people
  if (!head) throw new Error('The programme has nobody')
  return { ...app, desk, head, door: async () => (await desk.session.screen.query()).door }
}

export const wholeProgramme = { kind: 'programme' as const, id: null }

/** A person without a password, as an administrator adds one. */
export const newPerson = <Change extends object>(signInName: string, change?: Change) => ({
  signInName,
  title: `Office of ${signInName}`,
  organisationId: null,
  assignments: [],
  password: null as string | null,
  ...change,
})
