import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { bankHolidays } from '../../../../domain/bankHolidays.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'
import { holidaysInForce } from '../../../../domain/programme/holidayEdit.ts'
import { findFailure, messageOf } from '../../../lib/failure.ts'
import { useMayDo, useSession } from '../../../lib/session.ts'
import { announce } from '../../../lib/status.ts'
import { queryClient, trpc } from '../../../lib/trpc.ts'
import { useView } from '../../../lib/useView.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import type { FieldError } from '../../../ui/ErrorSummary.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Queried } from '../../../ui/Queried.tsx'
import { WhoMay } from '../../../ui/WhoMay.tsx'
import { type ProgrammeScreenFacts, useProgrammeFacts } from '../useProgrammeFacts.ts'
import { CheckDecision } from './CheckDecision.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { blankDecision, type DecisionInput, readDecision } from './decisionDraft.ts'
import { failureField } from './failureField.ts'
import { useKeptDraft } from './keptDraft.ts'

/** The form and the check page have an address each, so that Back goes from one to the other. */
export const NewDecisionSearch = z.object({ step: z.enum(['check']).optional().catch(undefined) })

const breadcrumbs = <Breadcrumbs to="/decisions" label="Decisions" />

/** Puts a decision on record: a form, a check page, and then the decision with what happens next. */
export function NewDecisionScreen() {
  const query = useProgrammeFacts()
  const mayRecord = useMayDo('money')
  if (!mayRecord)
    return (
      <Page title="Record a decision" breadcrumbs={breadcrumbs}>
        <WhoMay duty="money" what="Decisions are recorded" />
      </Page>
    )
  return (
    <Queried query={query} doing="Reading the programme">
      {(facts) => <NewDecision key={facts.programme.id} facts={facts} />}
    </Queried>
  )
}

function NewDecision({ facts }: { facts: ProgrammeScreenFacts }) {
  const { step }: z.infer<typeof NewDecisionSearch> = useSearch({ strict: false })
  const { today } = useSession()
  const { view } = useView()
  const navigate = useNavigate()
  const { draft, setDraft, forget, beginAgain } = useKeptDraft(facts.programme.id, () => blankDecision(view.unit))
  const [errors, setErrors] = useState<FieldError[]>([])
  const [checked, setChecked] = useState<{ input: DecisionInput; decision: Decision } | null>(null)
  const [isChecking, setChecking] = useState(false)
  const goal = useRef<string | null>(null)
  const record = useMutation(trpc.decisions.record.mutationOptions())
  const rules = { holidays: holidaysInForce(bankHolidays, facts.holidayEdits), ruleValues: facts.ruleValues }
  const isAtCheck = step === 'check' && checked !== null

  // The field that is to be changed takes the focus once the form is there again.
  useEffect(() => {
    if (isAtCheck || goal.current === null) return
    document.getElementById(goal.current)?.focus()
    goal.current = null
  }, [isAtCheck])

  const refuse = (error: unknown) => {
    const failure = findFailure(error)
    const fieldId = failure && failureField(failure.code, draft)
    setErrors([{ message: messageOf(error), ...(fieldId ? { fieldId } : {}) }])
  }

  const check = async () => {
    const { value, errors: found } = readDecision(draft, rules, today)
    setErrors(found ?? [])
    if (found) return
    setChecking(true)
    try {
      const options = trpc.decisions.preview.queryOptions(value)
      setChecked({ input: value, decision: await queryClient.fetchQuery(options) })
      await navigate({ to: '/decisions/new', search: (before) => ({ ...before, step: 'check' as const }) })
    } catch (error) {
      refuse(error)
    } finally {
      setChecking(false)
    }
  }

  if (isAtCheck) {
    return (
      <CheckDecision
        decision={checked.decision}
        stated={checked.input.statedTotals}
        names={facts}
        rules={rules}
        typedOn={checked.input.effectiveOn === null ? null : checked.decision.effectiveOn}
        errors={errors}
        isBusy={record.isPending}
        onChange={(fieldId) => {
          goal.current = fieldId
          setErrors([])
          void navigate({ to: '/decisions/new', search: (before) => ({ ...before, step: undefined }) })
        }}
        onRecord={() => {
          setErrors([])
          record.mutate(checked.input, {
            onError: refuse,
            onSuccess: ({ value }) => {
              if (!value) return
              forget()
              announce(`Decision recorded: ${value.reference}`)
              void navigate({
                to: '/decisions/$id',
                params: { id: value.id },
                search: (before) => ({ ...before, step: undefined, recorded: 'yes' as const }),
              })
            },
          })
        }}
      />
    )
  }

  return (
    <Page
      title="Record a decision"
      lead="Enter what the paper says. Nothing is posted before you have seen it once more."
      breadcrumbs={breadcrumbs}
      errors={errors}
    >
      <DecisionForm
        facts={facts}
        rules={rules}
        draft={draft}
        onDraft={setDraft}
        errors={errors}
        isBusy={isChecking}
        onSubmit={() => void check()}
        onBeginAgain={() => {
          beginAgain()
          setErrors([])
          document.getElementById('decision-reference')?.focus()
        }}
      />
    </Page>
  )
}
