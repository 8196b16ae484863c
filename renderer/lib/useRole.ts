import { useMutation } from '@tanstack/react-query'
import type { Role } from '../../domain/roles.ts'
import { useSession } from './session.ts'
import { announce } from './status.ts'
import { trpc } from './trpc.ts'

/** The role that acts and the person who does, the roles that can be taken on, and taking one on. */
export const useRole = () => {
  const { role, roles, door } = useSession()
  const actAs = useMutation(trpc.session.actAs.mutationOptions())
  const { person, asksForSignIn, people } = door
  const titleOf = (wanted: string) => roles.find((each) => each.role === wanted)?.title ?? wanted
  const own = person?.held.map((each) => ({
    role: each.role,
    title: each.title,
    extent: each.scopes.some(({ id }) => id === null) ? null : 'for a part of the programme',
  }))
  return {
    role,
    person,
    asksForSignIn,
    /** Whether there are people whose part can be taken, where nobody signs in. */
    hasPeople: people.length > 0,
    roles: own ?? roles.map((each) => ({ ...each, extent: null })),
    title: titleOf(role),
    actAs: (wanted: Role, accountId = person?.id ?? null) =>
      actAs.mutate({ accountId, role: wanted }, { onSuccess: () => announce(`You now act as ${titleOf(wanted)}`) }),
  }
}
