import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { type Judged, judge } from '../../../../domain/reading/judge.ts'
import { knownNames } from '../../../../domain/reading/knownNames.ts'
import type { ReadDocument } from '../../../../domain/reading/readDocument.ts'
import type { Confirmation, Correction, ReportReading } from '../../../../domain/reading/reportReading.ts'
import { understand } from '../../../../domain/reading/understand.ts'

export interface DocumentToJudge {
  document: ReadDocument
  corrections: Correction[]
  confirmations: Confirmation[]
  /** The programme that it is held against; null for the document by itself. */
  against: ProgrammeFacts | null
}

/** A document as it was understood, and what does not tie in it. */
export type JudgedDocument = Judged & { reading: ReportReading }

export const judgeDocument = ({ document, corrections, confirmations, against }: DocumentToJudge): JudgedDocument => {
  const reading = understand(document, { corrections, confirmations, known: against ? knownNames(against) : [] })
  return { ...judge(reading, against), reading }
}
