import { useSuspenseQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { Duty } from '../../domain/roles.ts'
import { mayDo } from '../../domain/roles.ts'
import { trpc } from './trpc.ts'
import { useView } from './useView.ts'

/** Who acts and what is open. */
export type Session = inferOutput<typeof trpc.session.screen>
export type OpenProgramme = NonNullable<Session['programme']>

/** How soon a count that is not there yet is asked for again. */
export const COUNT_AGAIN_MS = 2000

let lastOpen: Session | undefined

/** While the session is locked the page behind the lock stays as it was, with all that was typed. */
const asOpen = (session: Session): Session => {
  if (session.door.needs === null) lastOpen = session
  return session.door.needs === 'idle' && lastOpen ? lastOpen : session
}

export const useSession = (): Session =>
  useSuspenseQuery(
    trpc.session.screen.queryOptions(undefined, {
      // The checks of a large programme are counted beside the screens.
      refetchInterval: ({ state }) => (state.data?.programme?.openChecks === null ? COUNT_AGAIN_MS : false),
      select: asOpen,
    }),
  ).data

/** Whether this role may do a thing now: nothing can be changed in the past, or in a file that cannot be written. */
export const useMayDo = (duty: Duty): boolean => {
  const { role, programme } = useSession()
  const { view } = useView()
  return programme !== null && !programme.isReadOnly && view.asAt === null && mayDo(role, duty)
}
