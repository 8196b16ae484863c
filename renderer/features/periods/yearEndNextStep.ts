import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence, pence } from '../../../domain/money.ts'
import { countOf } from '../../lib/format.ts'
import type { YearEndFacts } from './periodFacts.ts'

type Obstacle = YearEndFacts['obstacles'][number]

/** What an obstacle asks for, as the end of a sentence. */
export const obstacleInWords = (obstacle: Obstacle): string => {
  switch (obstacle.kind) {
    case 'periods':
      return `close ${countOf(obstacle.periods.length, 'period')}`
    case 'reopening-asked':
      return `agree that ${countOf(obstacle.periods.length, 'period')} is opened again, or refuse`
    case 'unexplained':
      return obstacle.amount < 0
        ? `lower explanations that say ${formatInSentence(pence(-obstacle.amount))} too much`
        : `explain ${countOf(obstacle.count, 'underspend')} of ${formatInSentence(obstacle.amount)}`
    case 'no-reason':
      return `give the reason of ${countOf(obstacle.count, 'underspend')}`
    case 'not-asked':
      return obstacle.amount < 0
        ? `withdraw or reverse ${formatInSentence(pence(-obstacle.amount))} that is asked for beyond the slippage`
        : `ask to carry ${formatInSentence(obstacle.amount)} of slippage forward`
    case 'request-open':
      return `wait for ${countOf(obstacle.count, 'request')} to carry money forward`
  }
}

/** The one line that says what happens next at the end of a year, and who does it. */
export const yearEndNextStep = (facts: YearEndFacts): string => {
  const year = formatYear(facts.startYear)
  const next = formatYear(facts.next.startYear)
  if (facts.isClosed) return `${next} is open with a budget of ${formatInSentence(facts.next.budget)}.`
  if (!facts.hasEnded) return `the year runs to 31 March ${facts.startYear + 1}. It is closed after that.`
  const [first] = facts.obstacles.filter(({ kind }) => kind !== 'periods' && kind !== 'reopening-asked')
  if (first?.kind === 'request-open') {
    return 'somebody else approves the request to carry money forward, on Changes. Then it is posted and the year can be closed.'
  }
  if (first?.kind === 'unexplained' || first?.kind === 'no-reason') {
    return `the scheme lead, the programme director or a finance officer has to ${obstacleInWords(first)}.`
  }
  if (first) return `the programme director or a finance officer has to ${obstacleInWords(first)}.`
  const [periods] = facts.obstacles
  if (periods) return `a finance officer or the section 151 officer has to ${obstacleInWords(periods)} of ${year}.`
  return `the programme director, a finance officer or the section 151 officer closes ${year}, and ${next} is opened.`
}
