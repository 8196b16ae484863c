import type { Role } from '../roles.ts'
import type { RoleAssignment } from './account.ts'

type ScopeKind = RoleAssignment['scope']['kind']

const parts: readonly ScopeKind[] = ['programme', 'theme', 'scheme']
const tables: readonly ScopeKind[] = ['programme', 'board']

/** What a role can be given for: those of a board for boards, those about money for parts, the administrator's for all. */
export const scopesOf: Record<Role, readonly ScopeKind[]> = {
  programme_director: parts,
  scheme_lead: parts,
  finance_officer: parts,
  s151_officer: parts,
  board_member: tables,
  board_chair: tables,
  board_secretary: tables,
  decision_taker: parts,
  scrutiny_officer: parts,
  viewer: parts,
  administrator: ['programme'],
}
