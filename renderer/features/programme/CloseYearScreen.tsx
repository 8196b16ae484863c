import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatYear, StartYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { total } from '../../../domain/ledger/balance.ts'
import { Level } from '../../../domain/ledger/entry.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { messageOf } from '../../lib/failure.ts'
import { levelWords } from '../../lib/levelWords.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './programme.module.css'
import { useProgrammeFacts } from './useProgrammeFacts.ts'
import { yearRowOf } from './yearRows.ts'

/** The check before a financial year is closed, because that cannot be undone. */
export function CloseYearScreen() {
  const { year: text } = useParams({ strict: false })
  const query = useProgrammeFacts()
  const mayClose = useMayDo('money')
  const navigate = useNavigate()
  const [errors, setErrors] = useState<FieldError[]>([])
  const close = useMutation(
    trpc.programme.closeYear.mutationOptions({ onError: (error) => setErrors([{ message: messageOf(error) }]) }),
  )
  const year = StartYear.safeParse(Number(text))
  const breadcrumbs = <Breadcrumbs to="/programme" label="Programme details" />
  if (!year.success)
    return (
      <Page title="There is no such year" breadcrumbs={breadcrumbs}>
        <p>Choose a year from the programme’s details.</p>
      </Page>
    )
  const startYear = year.data
  const name = formatYear(startYear)

  return (
    <Queried query={query} doing="Reading the year">
      {(facts) => {
        const { status, lastOn } = yearRowOf(startYear, facts)
        const canClose = status === 'ended'
        return (
          <Page title={canClose ? `Check before you close ${name}` : name} breadcrumbs={breadcrumbs} errors={errors}>
            {status === 'closed' && <p>{name} is closed. Record an adjustment in an open year instead.</p>}
            {(status === 'running' || status === 'to-come') && (
              <p>
                {name} can be closed after its last day, {formatDay(lastOn)}.
              </p>
            )}
            <WhoMay duty="money" what="Financial years are closed" />
            <CheckAnswers
              answers={Level.options.map((level) => ({
                label: `${levelWords[level]}, ${name}`,
                value: formatInSentence(total(facts.balances, { level, fromYear: startYear, throughYear: startYear })),
              }))}
            />
            {canClose && mayClose && (
              <>
                <p className="reading">
                  You are about to close {name}. After that nothing can be posted to it, and this cannot be undone. A
                  mistake found later is recorded as an adjustment, dated in an open year.
                </p>
                <div className={classes.acts}>
                  <Button
                    loading={close.isPending}
                    onClick={() => {
                      setErrors([])
                      close.mutate(
                        { startYear },
                        {
                          onSuccess: () => {
                            announce(`${name} is closed`)
                            void navigate({ to: '/programme' })
                          },
                        },
                      )
                    }}
                  >
                    Close {name}
                  </Button>
                  <Link to="/programme">Keep it open</Link>
                </div>
              </>
            )}
          </Page>
        )
      }}
    </Queried>
  )
}
