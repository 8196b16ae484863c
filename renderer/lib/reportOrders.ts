import { type ReportForm, type ReportName, reportList } from '../../domain/report/reportList.ts'
import { plainOrder, type ReportOrder, type ReportScope } from '../../domain/report/reportOrder.ts'

export interface NamedOrder {
  label: string
  order: ReportOrder
  form: ReportForm
}

/** The forms in words. */
export const formWords: Record<ReportForm, string> = {
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
}

/** A report in each of some forms, named by its title. */
export const ordersOf = (
  report: ReportName,
  {
    scope = { kind: 'programme' },
    forms = reportList[report].forms,
  }: { scope?: ReportScope; forms?: readonly ReportForm[] } = {},
): NamedOrder[] =>
  forms.map((form) => ({
    label: `${reportList[report].title}, ${formWords[form]}`,
    order: { ...plainOrder(report), scope },
    form,
  }))

/** What a screen with figures saves at once; the other forms are saved from the report's own page. */
export const tables = { forms: ['xlsx', 'csv'] } as const satisfies { forms: readonly ReportForm[] }
