import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { messageOf } from '../../lib/failure.ts'
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
import type { YearEndFacts } from './periodFacts.ts'
import { yearEndNextStep } from './yearEndNextStep.ts'

/** The check before a financial year is closed, because that cannot be undone. */
export function CheckYearClosing({ facts }: { facts: YearEndFacts }) {
  const navigate = useNavigate()
  const mayClose = useMayDo('closeYear')
  const [errors, setErrors] = useState<FieldError[]>([])
  const close = useMutation(
    trpc.programme.closeYear.mutationOptions({ onError: (error) => setErrors([{ message: messageOf(error) }]) }),
  )
  const year = formatYear(facts.startYear)
  const next = formatYear(facts.next.startYear)
  const { amounts } = facts.report.totals
  const isReady = facts.obstacles.length === 0 && facts.hasEnded
  const leave = () => void navigate({ to: '/spend/year-end', search: { year: facts.startYear } })
  const money = (label: string, amount: typeof amounts.budget) => ({ label, value: formatInSentence(amount) })
  const submit = () => {
    setErrors([])
    close.mutate(
      { startYear: facts.startYear },
      {
        onSuccess: () => {
          announce(`${year} is closed, and ${next} is open`)
          leave()
        },
      },
    )
  }
  return (
    <Page
      title={isReady ? `Check before you close ${year}` : year}
      breadcrumbs={<Breadcrumbs to="/spend/year-end" label="Year end" />}
      errors={errors}
    >
      <NextStep>{yearEndNextStep(facts)}</NextStep>
      {facts.lines.length === 0 ? (
        <p className="reading">No spend is recorded for {year}: how it ended is not known, and nothing is explained.</p>
      ) : (
        <CheckAnswers
          answers={[
            money(`Budget, ${year}`, amounts.budget),
            money('Outturn', amounts.outturn),
            money('Slippage, carried forward', amounts.slippage),
            money('Saving', amounts.saving),
            money('Funding not received', amounts.notReceived),
            money('Error', amounts.error),
            money('Overspend', amounts.overspend),
            money(`Budget, ${next}`, facts.next.budget),
          ]}
        />
      )}
      <p className="reading">
        After that nothing can be posted to {year}, and this cannot be undone. A mistake found later is recorded as an
        adjustment, dated in an open year. What was spent to March {facts.startYear + 1} is kept, and held against the
        ledger from then on.
      </p>
      <WhoMay duty="closeYear" what="Financial years are closed" />
      {isReady && mayClose && (
        <div className={classes.acts}>
          <MainButton loading={close.isPending} onClick={submit}>{`Close ${year}`}</MainButton>
          <Button variant="default" onClick={leave}>
            Keep it open
          </Button>
        </div>
      )}
    </Page>
  )
}
