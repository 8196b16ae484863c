import { formatDay } from '../../../domain/inWords.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Confidence } from './Confidence.tsx'
import type { ReadingFacts } from './readingFacts.ts'

type ReportCover = ReadingFacts['reading']['cover']

/** What the first page says, as far as it was read. */
export function Cover({ cover }: { cover: ReportCover }) {
  const { questions } = cover
  return (
    <Facts
      facts={[
        ['Report of', shown(cover.reportOf)],
        ['Report to', shown(cover.reportTo)],
        ['Date', shown(cover.datedOn, formatDay)],
        ['Scheme number', shown(cover.capitalSchemeNumber)],
        ['Key decision', shown(cover.isKeyDecision, yesOrNo)],
        ['Wards affected', shown(questions.wards, yesOrNo)],
        ['Equality implications', shown(questions.equality, yesOrNo)],
        ['Eligible for call-in', shown(questions.callIn, yesOrNo)],
        ['Exempt', shown(questions.exempt, yesOrNo)],
      ]}
    />
  )
}

type ReadValue<Value> = { value: Value | null; text: string; confidence: 'read' | 'inferred' | 'not-understood' }

const shown = <Value,>({ value, text, confidence }: ReadValue<Value>, inWords: (value: Value) => string = String) =>
  value === null && text === '' ? null : (
    <>
      {value === null ? `“${text}”` : inWords(value)} {confidence !== 'read' && <Confidence value={confidence} />}
    </>
  )

const yesOrNo = (value: boolean): string => (value ? 'Yes' : 'No')
