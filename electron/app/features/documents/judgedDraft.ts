import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { type Judged, judge } from '../../../../domain/reading/judge.ts'
import { knownNames } from '../../../../domain/reading/knownNames.ts'
import type { ReportReading } from '../../../../domain/reading/reportReading.ts'
import { understand } from '../../../../domain/reading/understand.ts'
import type { ReadingDraft } from './readingDrafts.ts'

type JudgedReading = Judged & { reading: ReportReading }

const byItself = new WeakMap<ReadingDraft, JudgedReading>()
const againstFacts = new WeakMap<ReadingDraft, WeakMap<ProgrammeFacts, JudgedReading>>()

/** A document understood with its reader's corrections, and held against a programme, or against itself alone. */
export const judgedDraft = (draft: ReadingDraft, against: ProgrammeFacts | null): JudgedReading => {
  const known = against === null ? byItself.get(draft) : againstFacts.get(draft)?.get(against)
  if (known) return known
  const { document, corrections, confirmations } = draft
  const reading = understand(document, { corrections, confirmations, known: against ? knownNames(against) : [] })
  const judged = { ...judge(reading, against), reading }
  if (against === null) byItself.set(draft, judged)
  else againstFacts.set(draft, (againstFacts.get(draft) ?? new WeakMap()).set(against, judged))
  return judged
}
