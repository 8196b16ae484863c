import { z } from 'zod'

export const Role = z.enum([
  'programme_director',
  'scheme_lead',
  'finance_officer',
  's151_officer',
  'board_member',
  'board_chair',
  'board_secretary',
  'decision_taker',
  'scrutiny_officer',
  'viewer',
  'administrator',
])
export type Role = z.infer<typeof Role>

export const roleOrder: readonly Role[] = Role.options

export const roleTitles: Record<Role | 'system', string> = {
  programme_director: 'Programme director',
  scheme_lead: 'Scheme lead',
  finance_officer: 'Finance officer',
  s151_officer: 'Section 151 officer',
  board_member: 'Board member',
  board_chair: 'Board chair',
  board_secretary: 'Board secretary',
  decision_taker: 'Decision taker',
  scrutiny_officer: 'Scrutiny officer',
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
  /** What a scheme expects to spend. */
  forecast: ['programme_director', 'scheme_lead', 'finance_officer'],
  /** What a scheme reports each month. */
  highlight: ['programme_director', 'scheme_lead'],
  /** Benefits, risks, milestones, lessons and the closure of schemes. */
  delivery: ['programme_director', 'scheme_lead'],
  /** Entering what came of a benefit: its owner in whatever role, and whoever may change it. */
  benefitActuals: Role.options,
  /** Bringing in what the finance system paid and ordered, and taking it back. */
  spend: ['finance_officer'],
  /** Closing a period, and asking and agreeing, as two people, to open it again (R14, R23). */
  period: ['finance_officer', 's151_officer'],
  /** Closing a financial year, once all that stands in the way is done. */
  closeYear: ['programme_director', 'finance_officer', 's151_officer'],
  checks: ['programme_director', 'scheme_lead', 'finance_officer', 's151_officer'],
  /** Holding a document against the programme from now on. */
  document: ['programme_director', 'finance_officer'],
  /** When backups are made, and going back to one. */
  file: ['administrator'],
  /** Everybody who may change what can be undone; each takes back what is their own. */
  undo: ['programme_director', 'scheme_lead', 'finance_officer', 'administrator'],
  /** Accounts and the roles that people hold. */
  people: ['administrator'],
  boards: ['administrator', 'board_secretary'],
  /** Proposing a change of a route, a limit or a rule, and, as a second person, accepting it (R38). */
  rules: ['administrator'],
  acceptRules: ['administrator', 's151_officer'],
  /** Writing, submitting and withdrawing a business case. */
  writeCase: ['programme_director', 'scheme_lead'],
  /** Accepting or returning a submitted case, and discharging the conditions of an approved one. */
  handleCase: ['board_secretary'],
  meeting: ['board_secretary'],
  vote: ['board_member', 'board_chair'],
  /** Declaring an interest: a member their own, the secretary what a member says in the room. */
  interest: ['board_member', 'board_chair', 'board_secretary'],
  /** Confirming the record of a meeting, by which its outcomes take effect. */
  confirm: ['board_chair'],
  /** Writing a request for authority to spend. */
  request: ['programme_director', 'finance_officer'],
  financeCheck: ['finance_officer', 's151_officer'],
  legalCheck: ['s151_officer', 'board_secretary'],
  /** The notice of a key decision, its report, and the publication of what was decided. */
  notice: ['programme_director', 'board_secretary'],
  decide: ['decision_taker'],
  callIn: ['scrutiny_officer'],
  /** Asking that a warning be let pass, and, as somebody else, letting it pass. */
  askWaiver: ['programme_director', 'scheme_lead', 'finance_officer'],
  waive: ['s151_officer'],
  /** Asking for a change of the money, and trying one in a scenario. */
  raiseChange: ['programme_director', 'scheme_lead', 'finance_officer', 's151_officer'],
  /** Approving, refusing and reversing a change, as somebody else and up to one’s limit. */
  approveChange: ['programme_director', 's151_officer', 'decision_taker'],
  /** Writing, preparing and issuing reports; a board secretary those of boards and decisions. */
  prepareReport: ['programme_director', 'finance_officer', 'board_secretary'],
  /** Certifying what somebody else prepared (R14). */
  certifyReport: ['s151_officer', 'programme_director'],
  /** Sending a prepared report back, or taking it back. */
  declineReport: ['programme_director', 'finance_officer', 's151_officer', 'board_secretary'],
  issueReport: ['programme_director', 'finance_officer', 'board_secretary'],
} as const satisfies Record<string, readonly Role[]>
export type Duty = keyof typeof duties

export const mayDo = (role: Role, duty: Duty): boolean => (duties[duty] as readonly Role[]).includes(role)
