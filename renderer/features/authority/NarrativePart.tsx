import type { RequestNarrative } from '../../../domain/authority/authorityRequest.ts'
import { countOf } from '../../lib/format.ts'
import { FigureText } from '../../ui/figures/FigureText.tsx'
import { useFigureChecks } from '../../ui/figures/useFigureChecks.ts'
import classes from './Request.module.css'
import type { WrittenPartProps } from './requestFacts.ts'

/** The parts of the council's report, in its order. */
const parts: readonly [keyof RequestNarrative, string, string][] = [
  ['summary', 'Summary of main issues', 'What is asked for and why, in a few paragraphs'],
  ['background', 'Background information', 'What was decided before, and by whom'],
  ['mainIssues', 'Main issues', 'What the money buys, by theme and scheme'],
  ['consultation', 'Consultation and engagement', 'Who was asked, and what they said'],
  ['equality', 'Equality and diversity, cohesion and integration', 'What screening has shown'],
  ['policies', 'Council policies and the best council plan', 'Which of them this serves'],
  ['resources', 'Resources, procurement and value for money', 'What it costs by year and what pays for it'],
  [
    'legal',
    'Legal implications, access to information and call-in',
    'The power to decide, and whether it can be called in',
  ],
  ['risks', 'Risk management', 'What may go wrong, and what is done about it'],
  ['conclusions', 'Conclusions', ''],
  [
    'recommendations',
    'Recommendations',
    'What the decision taker is asked to approve, with the amount. It has to be there',
  ],
]

/** The text of the report, part by part. Amounts in it are held against the tables and the ledger. */
export function NarrativePart({ facts, desk }: WrittenPartProps) {
  return desk ? <WrittenParts facts={facts} desk={desk} /> : <ReadParts facts={facts} />
}

function WrittenParts({ facts, desk }: WrittenPartProps & { desk: NonNullable<WrittenPartProps['desk']> }) {
  const order = { report: 'decision-report' as const, scope: { kind: 'request' as const, id: facts.request.id } }
  const texts = parts.map(([part]) => ({ section: part, text: String(desk.valueAt(`narrative.${part}`) ?? '') }))
  const { checks, isCurrent } = useFigureChecks(order, texts)
  return (
    <div className={classes.narrative}>
      {parts.map(([part, heading, hint], index) => {
        const path = `narrative.${part}`
        const text = texts[index]?.text ?? ''
        return (
          <FigureText
            key={part}
            id={path}
            label={`${index + 1} ${heading}`}
            description={[hint, wordCount(text)].filter(Boolean).join('. ')}
            rows={3}
            longest={20_000}
            value={text}
            onChange={(words) => desk.set(path, words)}
            order={order}
            checks={checks.filter(({ section }) => section === part)}
            isCurrent={isCurrent}
            // What is decided on is frozen as it was read, so that its figures are those of the day.
            inserts="value"
          />
        )
      })}
    </div>
  )
}

function ReadParts({ facts }: Pick<WrittenPartProps, 'facts'>) {
  const { narrative } = facts.request
  return (
    <div className={classes.narrative}>
      {parts.map(([part, heading], index) => (
        <section key={part} aria-labelledby={`narrative.${part}`}>
          <h3 id={`narrative.${part}`}>
            {index + 1} {heading}
          </h3>
          <p className={narrative[part].trim() ? classes.text : classes.muted}>
            {narrative[part].trim() || 'Nothing written'}
          </p>
        </section>
      ))}
    </div>
  )
}

const wordCount = (text: string): string => (text.trim() === '' ? '' : countOf(text.trim().split(/\s+/).length, 'word'))
