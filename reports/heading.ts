import type { Instant } from '../domain/calendarDay.ts'
import { formatDay, formatMoment } from '../domain/inWords.ts'
import type { ProgrammeFacts } from '../domain/programme/facts.ts'

/** Who asks for a report, and when it is printed; the moment is left out where contents must repeat exactly. */
export interface ReportMaker {
  madeBy: { role: string }
  printedAt?: Instant | undefined
}

/** What stands above every table of a report. */
export interface Heading {
  programme: string
  schemeNumber: string
  status: 'DRAFT'
  asAt: ProgrammeFacts['asAt']
  asAtInWords: string
  madeInWords: string
  /** What the reader should know of where the figures come from. */
  note: string
}

export const headingOf = ({ programme, asAt }: ProgrammeFacts, { madeBy, printedAt }: ReportMaker): Heading => ({
  programme: programme.name,
  schemeNumber: programme.capitalSchemeNumber,
  status: 'DRAFT',
  asAt,
  asAtInWords: `Figures as at ${formatDay(asAt.day)}, event ${asAt.seq} of ${formatMoment(asAt.recordedAt)}`,
  madeInWords: `Made by: ${madeBy.role}${printedAt === undefined ? '' : `, ${formatMoment(printedAt)}`}`,
  note: [programme.isSample ? 'Sample programme.' : '', programme.note].filter(Boolean).join(' '),
})
