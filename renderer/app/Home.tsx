import type { Role } from '../../domain/roles.ts'
import { useSession } from '../lib/session.ts'
import { GoTo } from './GoTo.tsx'

/** Those whose work comes to them: what waits for them is where they begin. */
const atInbox: readonly Role[] = ['board_member', 'board_chair', 'board_secretary', 'decision_taker']

export function Home() {
  const { role } = useSession()
  return <GoTo to={atInbox.includes(role) ? '/inbox' : '/portfolio'} />
}
