import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './Periods.module.css'
import type { YearEndFacts } from './periodFacts.ts'
import { obstacleInWords } from './yearEndNextStep.ts'

/** What is to be done before the year is closed, in its order, and how far each is. */
export function YearEndTasks({ facts }: { facts: YearEndFacts }) {
  const year = formatYear(facts.startYear)
  const open = (...kinds: string[]) => facts.obstacles.filter(({ kind }) => kinds.includes(kind))
  const isReady = facts.obstacles.length === 0 && facts.hasEnded
  const isEmpty = facts.lines.length === 0
  const tasks: { id: string; words: ReactNode; left: YearEndFacts['obstacles']; none?: boolean }[] = [
    {
      id: 'periods',
      words: (
        <Link to="/spend/periods" search={{ year: facts.startYear }}>
          Close every period
        </Link>
      ),
      left: open('periods', 'reopening-asked'),
    },
    { id: 'explain', words: 'Explain every underspend', left: open('unexplained', 'no-reason'), none: isEmpty },
    {
      id: 'carry',
      words: 'Carry slippage forward with its funding',
      left: open('not-asked', 'request-open'),
      none: isEmpty,
    },
  ]
  return (
    <ol className={classes.tasks} aria-label={`Before ${year} is closed`}>
      {tasks.map(({ id, words, left, none }) => (
        <li key={id}>
          <span>{words}</span>
          {none ? (
            <span className={classes.note}>No spend is recorded</span>
          ) : left.length === 0 ? (
            <span>Completed</span>
          ) : (
            <span>
              <span className={classes.note}>{left.map(obstacleInWords).join('; ')} </span>
              <StatusTag tint="blue" words="To do" />
            </span>
          )}
        </li>
      ))}
      <li>
        {isReady ? (
          <Link to="/spend/year-end" search={{ year: facts.startYear, part: 'close' }}>
            Check and close {year}
          </Link>
        ) : (
          <span>Check and close {year}</span>
        )}
        <StatusTag tint={isReady ? 'blue' : 'grey'} words={isReady ? 'Ready' : 'Cannot start yet'} />
      </li>
    </ol>
  )
}
