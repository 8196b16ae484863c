import { roleTitles } from '../roles.ts'

/** The actor of an act by which an administrator's lost password is replaced, outside the running program. */
export const RECOVERY = 'recovery'

const recoveryTitle = 'Recovery at the command line'

/** Who an event names, in words: a person's title, the role where nobody signs in, the program itself, or a recovery. */
export const titleOf = (accounts: readonly { id: string; title: string }[], actor: string): string =>
  accounts.find(({ id }) => id === actor)?.title ??
  (actor === RECOVERY ? recoveryTitle : ((roleTitles as Record<string, string>)[actor] ?? actor))
