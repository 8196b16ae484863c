import { z } from 'zod'

export const Role = z.enum([
  'programme_director',
  'scheme_lead',
  'finance_officer',
  's151_officer',
  'board_member',
  'board_secretary',
  'decision_taker',
  'viewer',
  'administrator',
])
export type Role = z.infer<typeof Role>

export const roleTitles: Record<Role | 'system', string> = {
  programme_director: 'Programme director',
  scheme_lead: 'Scheme lead',
  finance_officer: 'Finance officer',
  s151_officer: 'Section 151 officer',
  board_member: 'Board member',
  board_secretary: 'Board secretary',
  decision_taker: 'Decision taker',
  viewer: 'Viewer',
  administrator: 'Administrator',
  system: 'System',
}

/** What a role may change. All roles read the same figures; an administrator never touches money (R14). */
export const duties = {
  /** The programme's name, themes, schemes, sources, organisations and years. */
  structure: ['programme_director', 'administrator'],
  scheme: ['programme_director', 'scheme_lead', 'administrator'],
  plan: ['programme_director', 'scheme_lead', 'finance_officer'],
  money: ['programme_director', 'finance_officer'],
  checks: ['programme_director', 'scheme_lead', 'finance_officer', 's151_officer'],
  /** When backups are made, and going back to one. */
  file: ['administrator'],
  /** Everybody who may change what can be undone; each takes back what is their own. */
  undo: ['programme_director', 'scheme_lead', 'finance_officer', 'administrator'],
} as const satisfies Record<string, readonly Role[]>
export type Duty = keyof typeof duties

export const mayDo = (role: Role, duty: Duty): boolean => (duties[duty] as readonly Role[]).includes(role)
