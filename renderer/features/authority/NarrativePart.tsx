import { Textarea } from '@mantine/core'
import type { RequestNarrative } from '../../../domain/authority/authorityRequest.ts'
import { countOf } from '../../lib/format.ts'
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

/** The text of the report, part by part. Amounts in it are held against the tables. */
export function NarrativePart({ facts, desk }: WrittenPartProps) {
  const { narrative } = facts.request
  return (
    <div className={classes.narrative}>
      {parts.map(([part, heading, hint], index) => {
        const path = `narrative.${part}`
        const text = desk ? String(desk.valueAt(path) ?? '') : narrative[part]
        return desk ? (
          <Textarea
            key={part}
            id={path}
            label={`${index + 1} ${heading}`}
            description={[hint, wordCount(text)].filter(Boolean).join('. ')}
            autosize
            minRows={3}
            maxLength={20_000}
            value={text}
            onChange={(event) => desk.set(path, event.currentTarget.value)}
          />
        ) : (
          <section key={part} aria-labelledby={path}>
            <h3 id={path}>
              {index + 1} {heading}
            </h3>
            <p className={text.trim() ? classes.text : classes.muted}>{text.trim() || 'Nothing written'}</p>
          </section>
        )
      })}
    </div>
  )
}

const wordCount = (text: string): string => (text.trim() === '' ? '' : countOf(text.trim().split(/\s+/).length, 'word'))
