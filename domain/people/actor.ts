import type { Role } from '../roles.ts'
import type { Account } from './account.ts'

/** Who acts: a person in one of their roles, or a role alone where nobody signs in. */
export interface Actor {
  /** What events name them by: the account's id, or the role. */
  id: string
  role: Role
  account: Account | null
}

/** A role alone: whoever sits at the desk of a programme in which nobody signs in. */
export const roleAlone = (role: Role): Actor => ({ id: role, role, account: null })
