import type { RoleAssignment } from '../../../domain/people/account.ts'
import type { PeopleData } from './PeopleScreen.tsx'

/** What a role is held for, in words. */
export const scopeWords = ({ kind, id }: RoleAssignment['scope'], data: PeopleData): string =>
  kind === 'programme'
    ? 'whole programme'
    : `${kind} ${placesOf(kind, data).find((each) => each.id === id)?.name ?? 'no longer there'}`

/** The things of one kind that a role can be held for. */
export const placesOf = (kind: 'theme' | 'scheme' | 'board', data: PeopleData) =>
  ({ theme: data.themes, scheme: data.schemes, board: data.boards })[kind]
