import type { ReactNode } from 'react'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { assuranceTitles } from '../../../domain/businessCase/casePartWords.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import classes from './Meetings.module.css'
import type { ItemFacts } from './meetingFacts.ts'
import { quorumInWords, tallyInWords } from './meetingWords.ts'

/** What a member should know before they decide: who wrote it, what came before, what is open, and who has an interest. */
export function BeforeYouDecide({ facts }: { facts: ItemFacts }) {
  const { item, meeting, deciders } = facts
  const lines: ReactNode[] = []
  if (item.writers.length > 0)
    lines.push(
      `Written by ${item.writers.join(', ')}, who ${item.writers.length === 1 ? 'does' : 'do'} not decide on it.`,
    )
  lines.push(...linesOfCase(facts), ...linesOfRequest(facts))
  if (!item.isPaperCurrent && item.paperId !== null) {
    lines.push('It was changed since this paper was published. The agenda has to be published again first.')
  }
  for (const { title, description, withdrew } of item.interests) {
    lines.push(
      `${title} has an interest: ${description}. ${withdrew ? 'They leave for this item.' : 'They do not vote.'}`,
    )
  }
  if (meeting.status === 'agenda_published' && !item.isConfirmed) {
    lines.push(quorumInWords(item.quorum, meeting.kind))
    const answered = deciders.filter(({ hasAnswered }) => hasAnswered).length
    if (answered > 0) lines.push(`${answered} of ${deciders.length} have answered: ${tallyInWords(item.tally)}.`)
  }
  if (lines.length === 0) return null
  return (
    <section className={classes.paperPart} aria-labelledby="before">
      <h2 id="before">Before you decide</h2>
      <ul className={classes.list}>
        {lines.map((line) => (
          <li key={String(line)}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

const linesOfCase = ({ paper, untied }: ItemFacts): string[] => {
  if (paper?.kind !== 'business_case') return []
  const { assurance, conditions, hasInterest, interests } = paper.value
  const open = conditions.filter(({ dischargedBy }) => dischargedBy === null)
  const missing = assurance.filter(({ status }) => status !== 'complete' && status !== 'not_needed')
  return [
    recommendationOf(paper.value),
    ...open.map(({ text, owner, dueOn }) => `Condition not discharged: ${text} (${owner}, by ${formatDay(dueOn)}).`),
    ...(missing.length > 0
      ? [`Assurance not complete: ${missing.map(({ kind }) => withinSentence(assuranceTitles[kind])).join(', ')}.`]
      : []),
    ...untied.map(
      ({ startYear, nature, inCase, inPlan }) =>
        `${formatYear(startYear)}, ${nature}: the case says ${formatInSentence(inCase)}, the plan ${formatInSentence(inPlan)}.`,
    ),
    ...(hasInterest ? [`Its writers have declared an interest: ${interests}`] : []),
  ]
}

const recommendationOf = ({ recommendedOn, statedIn }: Pick<BusinessCase, 'recommendedOn' | 'statedIn'>): string => {
  const on = recommendedOn === null ? 'on a day that is not stated' : `on ${formatDay(recommendedOn)}`
  if (statedIn !== '') return `Recommended ${on}, before it was kept here. Where that is stated: ${statedIn}.`
  return recommendedOn === null ? 'No body has recommended it yet.' : `Recommended ${on}.`
}

const linesOfRequest = ({ paper }: ItemFacts): string[] => {
  if (paper?.kind !== 'authority_request') return []
  const { financeCheck, legalCheck, decisionTaker } = paper.value
  return [
    financeCheck ? `Finance check done on ${formatDay(financeCheck.on)}.` : 'Finance check: not recorded.',
    legalCheck
      ? `Legal and equality check done on ${formatDay(legalCheck.on)}.`
      : 'Legal and equality check: not recorded.',
    ...(decisionTaker === '' ? [] : [`Decision taker named in it: ${decisionTaker}.`]),
  ]
}

const withinSentence = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
