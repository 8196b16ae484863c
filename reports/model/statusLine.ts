import type { ReportModel } from './reportModel.ts'

/** The words that nobody may overlook, for every page: the status, who may read it, and that nobody signs in. */
export const statusLine = ({ heading, parts }: Pick<ReportModel, 'heading' | 'parts'>): string => {
  const holdsExempt = parts.some(
    (part) =>
      ('exempt' in part && part.exempt !== null) ||
      (part.kind === 'table' && part.rows.some(({ exempt }) => exempt !== null)),
  )
  const readers = heading.order.version === 'public' ? 'Public version' : holdsExempt ? 'Holds exempt information' : ''
  return [heading.status, readers, heading.demonstration].filter((word) => word !== '').join(' · ')
}
