import type { ReportDraftStatus } from '../../../domain/report/reportDraft.ts'
import type { ReportGroup } from '../../../domain/report/reportList.ts'

export const groupWords: Record<ReportGroup, string> = {
  decide: 'Decide',
  'report-spend': 'Report spend',
  'tell-the-public': 'Tell the public',
  'return-to-government': 'Return to government',
  audit: 'Audit',
}

export const draftStatusWords: Record<ReportDraftStatus, string> = {
  draft: 'Draft',
  prepared: 'Prepared, waits for certification',
  certified: 'Certified, ready to issue',
  issued: 'Issued',
}
