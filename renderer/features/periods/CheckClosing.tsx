import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Periods.module.css'
import type { PeriodFacts, PeriodLine } from './periodFacts.ts'

interface CheckClosingProps {
  facts: PeriodFacts
  /** The last of the periods that are closed together. */
  through: PeriodLine
  onLeave: () => void
}

/** The check before periods are closed: what they hold, and what closing does. */
export function CheckClosing({ facts, through, onLeave }: CheckClosingProps) {
  const mayClose = useMayDo('period')
  const [errors, setErrors] = useState<FieldError[]>([])
  const close = useMutation(
    trpc.periods.close.mutationOptions({ onError: (error) => setErrors([{ message: messageOf(error) }]) }),
  )
  const closing = facts.periods.filter(({ status, period }) => status === 'open' && period <= through.period)
  const year = formatYear(facts.startYear)
  const names = closing.length === 1 ? through.name : `${closing[0]?.name} to ${through.name}`
  const amountOf = (amounts: readonly (number | null)[]) => {
    const recorded = amounts.filter((amount) => amount !== null)
    return recorded.length === 0 ? 'none recorded' : formatInSentence(sum(recorded))
  }
  const submit = () => {
    setErrors([])
    close.mutate(
      { startYear: facts.startYear, through: through.period, periods: closing.map(({ period }) => period) },
      {
        onSuccess: () => {
          announce(closing.length === 1 ? `${through.name}, is closed` : `${closing.length} periods are closed`)
          onLeave()
        },
      },
    )
  }
  return (
    <Page
      title={`Check before you close ${names}`}
      breadcrumbs={<Breadcrumbs to="/spend/periods" label="Period close" />}
      errors={errors}
    >
      <NextStep>
        a finance officer or the section 151 officer checks that all spend of {closing.length === 1 ? 'it' : 'them'} is
        in, and closes.
      </NextStep>
      <CheckAnswers
        answers={[
          { label: 'Financial year', value: year },
          { label: closing.length === 1 ? 'Period' : 'Periods', value: names },
          { label: 'Month ended', value: formatDay(through.endsOn) },
          { label: 'Spent', value: amountOf(closing.map(({ spent }) => spent)) },
          { label: 'Orders placed less invoiced', value: amountOf(closing.map(({ ordered }) => ordered)) },
          {
            label: 'Changes of the money that wait for approval',
            value:
              facts.waitingChanges === 0 ? (
                'none'
              ) : (
                <Link to="/changes">{countOf(facts.waitingChanges, 'request')}</Link>
              ),
          },
        ]}
      />
      <p className="reading">
        After that no spend and no order is entered in {closing.length === 1 ? 'it' : 'them'}. What is found later is
        recorded as an adjustment, dated in an open period, so that what was reported stays true. To open a closed
        period again somebody asks and somebody else agrees.
      </p>
      <WhoMay duty="period" what="Periods are closed" />
      {mayClose && (
        <div className={classes.acts}>
          <MainButton loading={close.isPending} onClick={submit}>
            {closing.length === 1 ? `Close P${through.period}` : `Close ${closing.length} periods`}
          </MainButton>
          <Button variant="default" onClick={onLeave}>
            Keep {closing.length === 1 ? 'it' : 'them'} open
          </Button>
        </div>
      )}
    </Page>
  )
}
