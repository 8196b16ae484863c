import { type Duty, duties, roleTitles } from '../../domain/roles.ts'

const words: Record<Duty, string> = {
  structure: 'programme, themes, sources, organisations, holidays, criteria of the pipeline',
  scheme: 'what is said of a scheme',
  plan: 'plan figures, scores and estimates of the pipeline',
  money: 'recorded decisions, policy order and terms of sources',
  forecast: 'forecasts of spend',
  highlight: 'highlight reports',
  delivery: 'benefits, risks, milestones, lessons, closing schemes',
  benefitActuals: 'what came of a benefit that is one’s own',
  period: 'closing periods, and opening them again as two people',
  closeYear: 'closing a financial year',
  spend: 'bringing in what was spent and ordered, taking it back',
  checks: 'answering checks',
  document: 'loading documents as stated figures',
  file: 'going back to a backup, the hour of the daily one, the folder of backups',
  undo: 'undoing one’s own changes',
  people: 'people, roles, first passwords',
  boards: 'boards and their members',
  rules: 'proposing a route, a limit or a rule',
  acceptRules: 'accepting such a proposal, as a second person',
  writeCase: 'writing and submitting business cases',
  handleCase: 'accepting or returning cases, discharging conditions',
  meeting: 'meetings, agendas, minutes',
  vote: 'voting',
  interest: 'declaring interests',
  confirm: 'confirming the record of a meeting',
  request: 'requests for authority to spend',
  financeCheck: 'the finance check of a request',
  legalCheck: 'its legal and equality check',
  notice: 'notices, reports, publication',
  decide: 'deciding on a request',
  callIn: 'calling a decision in',
  askWaiver: 'asking that a warning may pass',
  waive: 'letting a warning pass',
  raiseChange: 'asking for changes of the money, scenarios',
  approveChange: 'approving, refusing and reversing changes',
  prepareReport: 'writing and preparing reports',
  certifyReport: 'certifying reports, as a second person',
  declineReport: 'sending a prepared report back',
  issueReport: 'issuing reports',
}

/** The README's table of who may do what, made of the duties themselves. */
export const dutyTable = (): string =>
  [
    '| what | who |',
    '| --- | --- |',
    ...(Object.keys(duties) as Duty[]).map(
      (duty) => `| ${words[duty]} | ${duties[duty].map((role) => roleTitles[role].toLowerCase()).join(', ')} |`,
    ),
  ].join('\n')
