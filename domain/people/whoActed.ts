import { Role, roleTitles } from '../roles.ts'
import { titleOf } from './actorTitle.ts'

/** Who did what an event says, in words: a person with the role that they acted in, or the role alone. */
export const whoActed = (
  accounts: readonly { id: string; title: string }[],
  { actor, role }: { actor: string; role: string },
): string => {
  const title = titleOf(accounts, actor)
  const known = Role.safeParse(role)
  return known.success && actor !== role ? `${title}, as ${roleTitles[known.data].toLowerCase()}` : title
}
