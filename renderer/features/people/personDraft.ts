import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import type { RoleAssignment } from '../../../domain/people/account.ts'
import { scopesOf } from '../../../domain/people/scopesOf.ts'
import type { Role } from '../../../domain/roles.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readOf, refuseText } from '../../lib/readText.ts'
import { refuseRepeated } from '../../lib/refuseRepeated.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'

/** A role as it stands in the form: `scheme 01…` for its scope, days as typed. */
export interface RoleDraft {
  key: number
  role: Role
  scope: string
  from: string
  to: string
}

export interface PersonDraft {
  title: string
  signInName: string
  organisationId: string
  roles: RoleDraft[]
  /** The first password, empty where none is given yet. */
  password: string
  again: string
}

interface Before {
  title: string
  signInName: string
  organisationId: Id | null
  assignments: RoleAssignment[]
}

export const draftOf = (person: Before | null): PersonDraft => ({
  title: person?.title ?? '',
  signInName: person?.signInName ?? '',
  organisationId: person?.organisationId ?? '',
  roles: (person?.assignments ?? []).map(({ role, scope, fromOn, toOn }, key) => ({
    key,
    role,
    scope: scopeText(scope),
    from: dayText(fromOn),
    to: dayText(toOn),
  })),
  password: '',
  again: '',
})

export const newRole = (roles: readonly RoleDraft[], today: CalendarDay): RoleDraft => ({
  key: Math.max(-1, ...roles.map(({ key }) => key)) + 1,
  role: 'viewer',
  scope: 'programme',
  from: dayText(today),
  to: '',
})

/** Another role in the same row keeps its scope where it can be held there. */
export const withRole = (draft: RoleDraft, role: Role): RoleDraft => {
  const [kind] = draft.scope.split(' ')
  return { ...draft, role, scope: scopesOf[role].some((each) => each === kind) ? draft.scope : 'programme' }
}

export const scopeText = ({ kind, id }: RoleAssignment['scope']): string => (id === null ? kind : `${kind} ${id}`)

/** What the form means, or what has to be put right in it. */
export const readPerson = (draft: PersonDraft) => {
  const errors: (FieldError | null)[] = [
    refuseText('person-title', draft.title, { label: 'Title', ask: 'Enter the title of the office', longest: 200 }),
    refuseText('person-name', draft.signInName, {
      label: 'Sign-in name',
      ask: 'Enter a name to sign in with',
      longest: 60,
    }),
    ...(draft.password === '' ? [] : refuseRepeated(draft.password, draft.again)),
  ]
  const assignments = draft.roles.map((each) => {
    const from = readFormDay(`role-${each.key}-from`, each.from, { isNeeded: true })
    const to = readFormDay(`role-${each.key}-to`, each.to)
    errors.push(from.error, to.error)
    const [kind = 'programme', id = null] = each.scope.split(' ')
    const scope = { kind, id } as RoleAssignment['scope']
    return { role: each.role, scope, fromOn: from.day as CalendarDay, toOn: to.day }
  })
  const value = {
    title: draft.title.trim(),
    signInName: draft.signInName.trim(),
    organisationId: draft.organisationId === '' ? null : (draft.organisationId as Id),
    assignments,
  }
  return readOf(value, errors) satisfies Read<typeof value>
}

/** The field beside which the program's refusal stands. */
export const fieldOfRefusal = (code: string | undefined, roles: readonly RoleDraft[]): string => {
  if (code === 'name-taken') return 'person-name'
  if (code === 'weak-password' || code === 'administrator-first') return 'new-password'
  const ofRoles = ['own-roles', 'held-before', 'last-administrator', 'wrong-scope', 'date-order']
  return ofRoles.includes(code ?? '') ? (roles[0] ? `role-${roles[0].key}-role` : 'add-role') : 'person-title'
}
