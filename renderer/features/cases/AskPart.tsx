import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { roleTitles } from '../../../domain/roles.ts'
import { beforeDeciding } from './beforeDeciding.ts'
import classes from './Cases.module.css'
import type { CaseFacts } from './caseFacts.ts'
import { ifAgreed } from './ifAgreed.ts'
import { Paragraphs } from './Paragraphs.tsx'
import { Part } from './Part.tsx'
import { yearsOf } from './yearsOf.ts'

/** What a reader is asked, what agreeing changes, and what they should know before. */
export function AskPart({ facts }: { facts: CaseFacts }) {
  const { businessCase, wait, actor, programme } = facts
  const stated = businessCase.costs.filter((line) => line.amount !== 0)
  const byYear = yearsOf(programme, stated).flatMap((year) => {
    const ofYear = stated.filter((line) => line.startYear === year)
    return ofYear.length === 0
      ? []
      : [`${formatInSentence(sum(ofYear.map((line) => line.amount)))} in ${formatYear(year)}`]
  })
  return (
    <>
      <Part anchor="asked" title="What you are asked">
        <p>
          {wait?.kind === 'board' && `${wait.name} is asked to ${wait.act} it. `}
          {formatInSentence(sum(stated.map((line) => line.amount)))}
          {byYear.length > 1
            ? `: ${byYear.join(', ')}.`
            : byYear.length === 1
              ? `, all of it ${inYear(byYear[0])}.`
              : ': no costs are stated.'}{' '}
          You are:{' '}
          {actor.title === roleTitles[actor.role]
            ? actor.title
            : `${actor.title}, ${roleTitles[actor.role].toLowerCase()}`}
          .
        </p>
        <Paragraphs text={businessCase.ask} />
      </Part>
      <Part anchor="agreed" title="If you agree">
        <ul className={classes.points}>
          {ifAgreed(facts).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Part>
      <Part anchor="before" title="Before you decide">
        <ul className={classes.points}>
          {beforeDeciding(facts).map(({ words, isQueried }) => (
            <li key={words}>
              {isQueried && <strong>Look at this: </strong>}
              {words}
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

const inYear = (words = ''): string => words.replace(/^.* in /, 'in ')
