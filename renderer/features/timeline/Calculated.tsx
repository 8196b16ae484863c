import { Button } from '@mantine/core'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import type { SpendStep } from '../../../domain/authority/lawfulSpend.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { copyText } from '../../lib/copyText.ts'
import { messageOf } from '../../lib/failure.ts'
import { formatDeadline } from '../../lib/format.ts'
import { saveFile } from '../../lib/saveFile.ts'
import { useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { client, type trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { Act } from '../../ui/Act.tsx'
import { LawfulSteps } from '../../ui/LawfulSteps.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { MonthBar } from './MonthBar.tsx'
import { monthBarOf } from './monthBar.ts'
import { lateNotice, nextWords } from './spendWords.ts'
import classes from './Timeline.module.css'
import type { SpendQuestion, TimelineSearch } from './timelineSearch.ts'

interface CalculatedProps {
  spend: inferOutput<typeof trpc.clock.calculate>
  question: SpendQuestion
  onQuestion: (change: TimelineSearch) => void
}

const startOf: Partial<Record<SpendStep['step'], SpendQuestion['from']['kind']>> = {
  notice: 'notice',
  decision: 'decision',
  first_spend: 'spend',
}

/** The days, each with its reason, over a bar of months, and what of the year would come before authority. */
export function Calculated({ spend, question, onQuestion }: CalculatedProps) {
  const { today } = useSession()
  const [problem, setProblem] = useState('')
  const { key, steps, beforeAuthority, forYearStart, unsureFrom } = spend
  const sheet = monthBarOf({ steps, holidays: spend.holidays, today })
  const name = `${formatInSentence(question.amount)}, decision on ${formatDay(spend.decisionOn)}`
  const save = async () => {
    try {
      const { fileName, contentType, text } = await client.clock.calendarFile.query({ ...question, name })
      saveFile(new Blob([text], { type: contentType }), fileName)
      announce(`Saved ${fileName}`)
      setProblem('')
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  const copy = () =>
    announce(copyText(spend.sentences.join(' ')) ? 'Copied as sentences' : 'The browser did not take the copy')
  useAction('main', () => void save(), { words: 'Calendar file' })
  const late = lateNotice(spend, question, today)
  return (
    <>
      <NextStep
        action={
          late && (
            <Button variant="default" size="compact-sm" onClick={() => onQuestion({ start: 'notice', on: today })}>
              Start from a notice today
            </Button>
          )
        }
      >
        {late ?? nextWords(spend, today)}
      </NextStep>
      <p>
        <strong>Key decision: {key.isKey ? 'yes' : 'no'}.</strong>{' '}
        {key.isOverThreshold
          ? `${formatInSentence(key.amount)} is over ${formatInSentence(key.threshold)}.`
          : key.isForWards
            ? 'It is significant for communities in two or more wards.'
            : `${formatInSentence(key.amount)} is not over ${formatInSentence(key.threshold)}.`}
      </p>
      {problem && (
        <p role="alert" className={classes.bad}>
          {problem}
        </p>
      )}
      <div className={classes.days2}>
        <LawfulSteps
          steps={steps}
          action={({ step, on }) => {
            const kind = startOf[step]
            if (!kind) return null
            if (kind === question.from.kind && on === question.from.on)
              return <span className={classes.muted}>You set this day</span>
            return (
              <Act
                words="Start from this day"
                name={formatDeadline(on)}
                onDo={() => {
                  onQuestion({ start: kind, on })
                  document.getElementById('start-on')?.focus()
                }}
              />
            )
          }}
        />
        {sheet && <MonthBar sheet={sheet} holidays={spend.holidays} />}
      </div>
      {beforeAuthority && (
        <div className={classes.warning}>
          <p>
            {formatYear(beforeAuthority.startYear)} began on {formatDay(beforeAuthority.from)}. Spend from{' '}
            {formatDay(beforeAuthority.from)} to {formatDay(beforeAuthority.to)} ({beforeAuthority.days} days) is before
            authority.
          </p>
          {forYearStart && (
            <p>
              For {formatDay(forYearStart.on)}: decision by {formatDeadline(forYearStart.decisionBy)}
              {forYearStart.noticeBy && `, notice by ${formatDeadline(forYearStart.noticeBy)}`}.
            </p>
          )}
        </div>
      )}
      {steps.some(({ isUnsure }) => isUnsure) && (
        <p className={classes.warning}>
          Bank holidays are announced for the days before {formatDay(unsureFrom)}. From then on they are reckoned by
          rule, and a day may still move.
        </p>
      )}
      <div className={classes.acts}>
        <Button variant="default" onClick={() => void save()}>
          Calendar file
        </Button>
        <Button variant="default" onClick={copy}>
          Copy as sentence
        </Button>
      </div>
    </>
  )
}
