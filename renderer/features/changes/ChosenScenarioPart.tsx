import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { approverWords, changeKindWords, changeStatusWords } from '../../../domain/change/changeWords.ts'
import type { Id } from '../../../domain/id.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf, needsPence } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './Changes.module.css'
import type { ChosenScenario } from './changeFacts.ts'
import { EffectTable } from './EffectTable.tsx'
import { statusTint } from './statusTint.ts'

/** One scenario: its changes with the route of each, the live programme beside it, and asking for the chosen ones. */
export function ChosenScenarioPart({ chosen }: { chosen: ChosenScenario }) {
  const { view } = useView()
  const navigate = useNavigate()
  const mayTry = useMayDo('raiseChange')
  const [picked, setPicked] = useState<readonly Id[]>([])
  const [errors, setErrors] = useState<FieldError[]>([])
  const onError = (error: unknown) => setErrors([{ message: messageOf(error) }])
  const raise = useMutation(
    trpc.scenarios.raise.mutationOptions({
      onSuccess: (_result, { changeIds }) => {
        setPicked([])
        announce(`${countOf(changeIds.length, 'change')} sent for approval`)
      },
      onError,
    }),
  )
  const drop = useMutation(trpc.scenarios.drop.mutationOptions({ onError }))
  const remove = useMutation(
    trpc.scenarios.remove.mutationOptions({
      // The page of the scenario goes with it, so the list is opened before that page reads again.
      onSuccess: async () => {
        announce(`Scenario put away: ${chosen.name}`)
        await navigate({ to: '/scenarios', search: (before) => ({ ...before, id: undefined }) })
      },
      onError,
    }),
  )
  const { id, revision, changes, comparison } = chosen
  const open = changes.filter(({ changeId }) => changeId === null)
  const chosenIds = picked.filter((each) => open.some((change) => change.id === each))
  const pence = needsPence(
    changes.map(({ route }) => route.amount),
    view.unit,
  )

  return (
    <Page
      title={chosen.name}
      lead={chosen.note || 'Changes tried on a copy. No money moves by them.'}
      breadcrumbs={<Breadcrumbs to="/scenarios" label="Scenarios" />}
      errors={errors}
      actions={
        mayTry && (
          <>
            <Button renderRoot={(props) => <Link to="/changes/new" search={{ scenario: id }} {...props} />}>
              Try a change
            </Button>
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({ id, revision })}>
              Put the scenario away
            </Button>
          </>
        )
      }
    >
      <NextStep
        action={
          mayTry &&
          chosenIds.length > 0 && (
            <Button
              loading={raise.isPending}
              onClick={() => {
                setErrors([])
                raise.mutate({ id, revision, changeIds: [...chosenIds] })
              }}
            >
              Send {countOf(chosenIds.length, 'change')} for approval
            </Button>
          )
        }
      >
        {changes.length === 0
          ? 'try a change in this scenario.'
          : open.length === 0
            ? 'every change of this scenario has been sent.'
            : 'choose the changes that are wanted, and send them for approval.'}
      </NextStep>
      <DataTable
        caption={`${countOf(changes.length, 'change')} tried, amounts in ${view.unit}`}
        rows={changes}
        keyOf={(change) => change.id}
        empty="Nothing tried yet. Try a change, and its effect stands here beside the live programme."
        columns={[
          {
            id: 'pick',
            heading: 'Send',
            cell: (change) =>
              change.changeId === null && mayTry ? (
                <Checkbox
                  aria-label={`Send: ${change.whatChanges}`}
                  checked={chosenIds.includes(change.id)}
                  onChange={(event) =>
                    setPicked(
                      event.currentTarget.checked
                        ? [...chosenIds, change.id]
                        : chosenIds.filter((each) => each !== change.id),
                    )
                  }
                />
              ) : (
                ''
              ),
          },
          {
            id: 'what',
            heading: 'What changes',
            isRowHeading: true,
            cell: ({ whatChanges, kind }) => (
              <>
                {whatChanges} <span className={classes.muted}>{changeKindWords[kind]}</span>
              </>
            ),
          },
          {
            id: 'amount',
            heading: 'Amount',
            align: 'right',
            cell: ({ route }) => <Figure value={route.amount} unit={view.unit} pence={pence} />,
          },
          {
            id: 'route',
            heading: 'Approved by',
            cell: ({ route }) => approverWords[route.approver].replace(/^the /, ''),
          },
          {
            id: 'request',
            heading: 'Request',
            cell: ({ request }) =>
              request ? (
                <>
                  <Link to="/changes/$id" params={{ id: request.id }}>
                    Change {request.number}
                  </Link>{' '}
                  <StatusTag words={changeStatusWords[request.status]} tint={statusTint[request.status]} />
                </>
              ) : (
                'Not sent'
              ),
          },
          ...(mayTry
            ? [
                {
                  id: 'drop',
                  heading: 'Act',
                  cell: (change: (typeof changes)[number]) =>
                    change.changeId === null ? (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={`Leave out: ${change.whatChanges}`}
                        loading={drop.isPending && drop.variables.changeId === change.id}
                        onClick={() => {
                          setErrors([])
                          drop.mutate({ id, revision, changeId: change.id })
                        }}
                      >
                        Leave out
                      </Button>
                    ) : (
                      ''
                    ),
                },
              ]
            : []),
        ]}
      />
      <section className={classes.part} aria-labelledby="scenario-comparison">
        <h2 id="scenario-comparison" className={classes.heading}>
          Beside the live programme
        </h2>
        <EffectTable
          caption="Live and scenario, scheme by scheme"
          rows={comparison.rows}
          programme={comparison.programme}
          words={{ before: 'Live', after: 'Scenario' }}
        />
      </section>
    </Page>
  )
}
