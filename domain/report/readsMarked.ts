import type { Role } from '../roles.ts'

/**
 * Whether a role reads what is marked as exempt in a report: all who write, decide or scrutinise; no viewer and no
 * administrator.
 */
export const readsMarked = (role: Role): boolean => role !== 'viewer' && role !== 'administrator'
