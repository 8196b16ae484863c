import { type Role, roleTitles } from '../roles.ts'
import type { Benefit } from './benefit.ts'

/** Whether a benefit is somebody's own: by the title of the person, or of the role where nobody signs in. */
export const ownsBenefit = (
  { owner }: Pick<Benefit, 'owner'>,
  { person, role }: { person: { title: string } | null; role: Role },
): boolean => owner !== '' && plain(owner) === plain(person?.title ?? roleTitles[role])

const plain = (title: string): string => title.trim().toLowerCase().replaceAll(/\s+/g, ' ')
