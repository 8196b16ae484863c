import type { ExemptionLacks } from './exemptMark.ts'

/** What keeps a report from being issued until somebody deals with it. */
export type ReportStop =
  /** A Stop check that nobody has answered or closed. */
  | { kind: 'check'; rule: string; place: string; explanation: string }
  /** A typed figure that the ledger does not have (R06, R07); it is bound, corrected or waived with a reason. */
  | { kind: 'figure'; section: string; heading: string; typed: string; why: string }
  /** A token that means nothing. */
  | { kind: 'token'; section: string; heading: string; token: string }
  /** An exempt figure that the public version gives away. */
  | { kind: 'leak'; id: string; cell: string; how: string; isArguable: boolean }
  /** An exempt mark without its paragraph or public interest (R29). */
  | { kind: 'mark'; part: string; lacks: ExemptionLacks[] }
  /** An exempt mark on something that the report does not have: it would keep nothing back. */
  | { kind: 'lost-mark'; part: string }

export const stopInWords = (stop: ReportStop): string => {
  switch (stop.kind) {
    case 'check':
      return `check ${stop.rule} is open at ${stop.place}: ${stop.explanation}`
    case 'figure':
      return `“${stop.typed}” in “${stop.heading}”: ${stop.why}`
    case 'token':
      return `“{{${stop.token}}}” in “${stop.heading}” stands for nothing`
    case 'leak':
      return `the public version gives away ${stop.cell}: ${stop.how}`
    case 'mark':
      return `an exempt mark lacks its ${stop.lacks.map((each) => lackWords[each]).join(' and its ')}`
    case 'lost-mark':
      return 'an exempt mark stands on something that the report does not have. Take it off, or prepare as at its moment'
  }
}

const lackWords: Record<ExemptionLacks, string> = {
  paragraph: 'paragraph of Schedule 12A',
  'public-interest': 'reason why that is in the public interest',
}
