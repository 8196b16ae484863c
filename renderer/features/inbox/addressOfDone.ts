/** The page of a thing that somebody has done something to; null where it has none of its own. */
export const addressOfDone = ({
  subjectKind,
  subjectId,
}: {
  subjectKind: string
  subjectId: string
}): string | null => {
  switch (subjectKind) {
    case 'business_case':
      return `/cases/${subjectId}`
    case 'authority_request':
      return `/authority/${subjectId}`
    case 'meeting':
      return `/meetings/${subjectId}`
    case 'change_request':
      return `/changes/${subjectId}`
    case 'report_draft':
      return `/reports/drafts/${subjectId}`
    case 'issued_report':
      return `/reports/issued/${subjectId}`
    case 'period_status':
      return '/spend/periods'
    default:
      return null
  }
}
