import { useMutation } from '@tanstack/react-query'
import type { Role } from '../../domain/roles.ts'
import { useSession } from '../lib/session.ts'
import { announce } from '../lib/status.ts'
import { trpc } from '../lib/trpc.ts'

/** The role that acts, and taking on another, which is kept with each change. */
export const useRole = () => {
  const { role, roles, door } = useSession()
  const actAs = useMutation(trpc.session.actAs.mutationOptions())
  const titleOf = (wanted: string) => roles.find((each) => each.role === wanted)?.title ?? wanted
  return {
    role,
    roles,
    title: titleOf(role),
    actAs: (wanted: Role) =>
      actAs.mutate(
        { accountId: door.person?.id ?? null, role: wanted },
        { onSuccess: () => announce(`You now act as ${titleOf(wanted)}`) },
      ),
  }
}
