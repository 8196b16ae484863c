import { calendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import type { Account, RoleAssignment } from '../../../domain/people/account.ts'
import type { Role } from '../../../domain/roles.ts'

/** A role held from 1 April 2020 on for the whole programme, unless a test says otherwise. */
export const held = (role: Role, change: Partial<RoleAssignment> = {}): RoleAssignment => ({
  role,
  scope: { kind: 'programme', id: null },
  fromOn: calendarDay('2020-04-01'),
  toOn: null,
  delegationLimit: null,
  ...change,
})

export const personWith = (assignments: RoleAssignment[], change: Partial<Account> = {}): Account => ({
  id: idOf('PERS0N'),
  revision: 1,
  isRemoved: false,
  signInName: 'somebody',
  title: 'Somebody',
  organisationId: null,
  assignments,
  endedOn: null,
  ...change,
})

export const idOf = (name: string): Id => name.padEnd(26, '0').replace(/^./, '0') as Id
