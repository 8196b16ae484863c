import type { Instant } from '../domain/calendarDay.ts'
import { formatDay, formatMoment } from '../domain/inWords.ts'
import type { ProgrammeFacts } from '../domain/programme/facts.ts'

/** Who asks for a report, and when it is printed; the moment is left out where contents must repeat exactly. */
export interface ReportMaker {
  madeBy: { role: string }
  /** Whoever opens the programme acts in any role, so that its maker is only as it was chosen. */
  isOpenToAll?: boolean | undefined
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

/** What every export of a programme says in which nobody signs in. */
export const OPEN_TO_ALL = 'nobody signs in'

export const headingOf = (
  { programme, asAt }: ProgrammeFacts,
  { madeBy, isOpenToAll, printedAt }: ReportMaker,
): Heading => ({
  programme: programme.name,
  schemeNumber: programme.capitalSchemeNumber,
  status: 'DRAFT',
  asAt,
  asAtInWords: `Figures as at ${formatDay(asAt.day)}, event ${asAt.seq} of ${formatMoment(asAt.recordedAt)}`,
  madeInWords: `Made by: ${madeBy.role}${isOpenToAll ? ` (${OPEN_TO_ALL})` : ''}${printedAt === undefined ? '' : `, ${formatMoment(printedAt)}`}`,
  note: [programme.isSample ? 'Sample programme.' : '', programme.note].filter(Boolean).join(' '),
})
