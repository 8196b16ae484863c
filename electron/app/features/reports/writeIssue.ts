import type { OnProgress } from '../../../../db/queries/verify.ts'
import { canonicalJson } from '../../../../domain/canonicalJson.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import type { Pictures } from '../../../../reports/writers.ts'
import { type WrittenForm, writeForm } from './writeForm.ts'

/** The versions of an issue with their charts drawn, and the forms that each is written in. */
export interface IssueToWrite {
  versions: readonly { model: ReportModel; pictures: Pictures }[]
  forms: readonly WrittenForm[]
}

/** By version: its model as the text by which it is kept and hashed, and its bytes in each form. */
export type WrittenIssue = { text: Uint8Array; forms: Uint8Array[] }[]

/** Writes all that an issue hands out. */
export const writeIssue = async ({ versions, forms }: IssueToWrite, tell: OnProgress): Promise<WrittenIssue> => {
  const written: WrittenIssue = []
  const of = versions.length * forms.length
  for (const { model, pictures } of versions) {
    const own: Uint8Array[] = []
    for (const form of forms) {
      tell(written.length * forms.length + own.length, of)
      own.push(await writeForm(model, pictures, form))
    }
    written.push({ text: modelText(model), forms: own })
  }
  return written
}

/** A field that is absent is the same as one without a value. */
const modelText = (model: ReportModel): Uint8Array =>
  new TextEncoder().encode(canonicalJson(JSON.parse(JSON.stringify(model))))
