import type { Instant } from '../../domain/calendarDay.ts'
import { formatDay, formatMoment } from '../../domain/inWords.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { reportList } from '../../domain/report/reportList.ts'
import type { ReportOrder } from '../../domain/report/reportOrder.ts'
import type { ReportHeading } from './reportHeading.ts'
import type { ReportContent } from './reportModel.ts'

/** Who asks for a report, and when it is printed; the moment is left out where contents must repeat exactly. */
interface ReportMaker {
  madeBy: { role: string }
  /** Whoever opens the programme acts in any role, so that its maker is only as it was chosen. */
  isOpenToAll?: boolean | undefined
  printedAt?: Instant | undefined
}

/** The heading of a draft; issuing gives it its snapshot and status. */
export const headingOfReport = (
  { programme, asAt }: ProgrammeFacts,
  order: ReportOrder,
  { title, about, unit }: Pick<ReportContent, 'title' | 'about' | 'unit'>,
  { madeBy, isOpenToAll, printedAt }: ReportMaker,
): ReportHeading => {
  const known = reportList[order.report]
  return {
    order,
    number: known.number,
    title: title ?? known.title,
    about: about ?? '',
    programme: programme.name,
    schemeNumber: programme.capitalSchemeNumber,
    status: 'DRAFT',
    snapshotId: null,
    asAt,
    asAtInWords: `Figures as at ${formatDay(asAt.day)}, event ${asAt.seq} of ${formatMoment(asAt.recordedAt)}`,
    madeInWords: `Made by: ${madeBy.role}${printedAt === undefined ? '' : `, ${formatMoment(printedAt)}`}`,
    unit: order.unit ?? unit,
    demonstration: isOpenToAll ? 'DEMONSTRATION: nobody signs in' : '',
    note: [programme.isSample ? 'Sample programme.' : '', programme.note].filter(Boolean).join(' '),
  }
}
