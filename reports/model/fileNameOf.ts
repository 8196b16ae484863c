import type { ReportForm } from '../../domain/report/reportList.ts'
import { safeFileName } from '../../domain/reportFileName.ts'
import type { ReportHeading } from './reportHeading.ts'

/** In characters: what a report is about must not push its event out of the name. */
const LONGEST_ABOUT = 50

/** `decision-report Request 1 32210-000-000 2020-08-28 event 12.docx`, safe on every system. */
export const fileNameOf = ({ order, about, schemeNumber, asAt }: ReportHeading, form: ReportForm): string => {
  const version = order.version === 'public' ? 'public' : ''
  const words = [order.report, inShort(about), schemeNumber, version, asAt.day, `event ${asAt.seq}`]
  return safeFileName(words.filter((word) => word !== '').join(' '), form)
}

/** The words that fit, whole; of one that is longer than all of them its beginning. */
const inShort = (about: string): string => {
  if (about.length <= LONGEST_ABOUT) return about
  const lastSpace = about.lastIndexOf(' ', LONGEST_ABOUT)
  return about.slice(0, lastSpace > 0 ? lastSpace : LONGEST_ABOUT)
}
