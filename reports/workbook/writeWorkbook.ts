import type { AppendixA } from '../appendixA/model.ts'
import type { Check } from '../check.ts'
import type { FundingAndCashFlow } from '../fundingAndCashFlow/model.ts'
import type { Heading } from '../heading.ts'
import type { SpendReport } from '../spend/model.ts'
import { addAppendixASheet } from './appendixASheet.ts'
import { addChecksSheet } from './checksSheet.ts'
import { addDictionarySheet } from './dictionarySheet.ts'
import { newWorkbook, toBytes } from './excel.ts'
import { addFundingSheet } from './fundingSheet.ts'
import { addSpendSheet } from './spendSheet.ts'

/** The models that a workbook lays out. */
export type WorkbookContent =
  | { report: 'funding-and-cash-flow'; fundingAndCashFlow: FundingAndCashFlow; appendixA: AppendixA }
  | { report: 'appendix-a'; appendixA: AppendixA }
  | { report: 'spend'; spend: SpendReport }

/** An .xlsx of the report's own sheets, then Checks and Data dictionary. */
export const writeWorkbook = async (
  title: string,
  content: WorkbookContent,
  checks: readonly Check[],
  heading: Heading,
): Promise<Uint8Array> => {
  const workbook = await newWorkbook(title, heading)
  switch (content.report) {
    case 'funding-and-cash-flow':
      addFundingSheet(workbook, content.fundingAndCashFlow, heading)
      addAppendixASheet(workbook, content.appendixA, heading)
      break
    case 'appendix-a':
      addAppendixASheet(workbook, content.appendixA, heading)
      break
    case 'spend':
      addSpendSheet(workbook, content.spend, heading, '£000')
      addSpendSheet(workbook, content.spend, heading, '£')
      break
  }
  addChecksSheet(workbook, checks, heading)
  addDictionarySheet(
    workbook,
    content.report === 'funding-and-cash-flow' ? ['funding', 'appendix-a'] : [content.report],
    heading,
  )
  return toBytes(workbook)
}
