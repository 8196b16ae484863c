import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ChangeRequest } from '../../../domain/change/changeRequest.ts'
import { oppositeChange } from '../../../domain/change/oppositeChange.ts'
import type { Id } from '../../../domain/id.ts'
import { messageOf } from '../../lib/failure.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { queryClient, trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { CheckChange } from './CheckChange.tsx'
import { type ChangeDraft, firstMove, readChange } from './changeDraft.ts'
import type { ChangeFormFacts, ChangePreview, ChosenScenario } from './changeFacts.ts'
import type { NewChangeSearch } from './changeSearch.ts'

const breadcrumbs = <Breadcrumbs to="/changes" label="Changes" />

/** What was typed and not sent, by what it began with, so that a look at another page loses nothing. It goes with the window. */
let kept: { key: string; draft: ChangeDraft } | null = null

/** Asks for a change of the money: a form, a check page with effect and route, and then the change with what happens next. */
export function NewChangeScreen() {
  const search: NewChangeSearch = useSearch({ strict: false })
  const mayRaise = useMayDo('raiseChange')
  const form = useQuery(trpc.changes.form.queryOptions())
  const copied = useQuery({
    ...trpc.changes.screen.queryOptions({ asAt: null, id: (search.copy ?? '') as Id }),
    enabled: search.copy !== undefined,
  })
  const scenarios = useQuery({
    ...trpc.scenarios.screen.queryOptions({ asAt: null, id: search.scenario ?? null }),
    enabled: search.scenario !== undefined,
  })
  if (!mayRaise) {
    return (
      <Page title="Change the money" breadcrumbs={breadcrumbs}>
        <WhoMay duty="raiseChange" what="Changes are asked for" />
      </Page>
    )
  }
  const begin = (facts: ChangeFormFacts, scenario: ChosenScenario | null) =>
    search.copy === undefined ? (
      <NewChange facts={facts} scenario={scenario} copy={null} />
    ) : (
      <Queried query={copied} doing="Reading the change">
        {({ change }) => (
          <NewChange
            facts={facts}
            scenario={scenario}
            copy={search.opposite ? { ...blankWords, ...oppositeChange(change) } : change}
          />
        )}
      </Queried>
    )
  return (
    <Queried query={form} doing="Reading the programme">
      {(facts) =>
        search.scenario === undefined ? (
          begin(facts, null)
        ) : (
          // What is only to be tried is never sent instead: without its scenario there is no form.
          <Queried query={scenarios} doing="Reading the scenario">
            {({ chosen }) => begin(facts, chosen)}
          </Queried>
        )
      }
    </Queried>
  )
}

const blankWords = { whatChanges: '', reason: '', impact: '' }

type Copied = Pick<ChangeRequest, 'kind' | 'lines' | keyof typeof blankWords>

interface NewChangeProps {
  facts: ChangeFormFacts
  /** Set where it is tried and not sent. */
  scenario: ChosenScenario | null
  copy: Copied | null
}

function NewChange({ facts, scenario, copy }: NewChangeProps) {
  const search: NewChangeSearch = useSearch({ strict: false })
  const { kind, at, year, source, copy: copiedId, opposite, step } = search
  const { view } = useView()
  const navigate = useNavigate()
  const key = JSON.stringify([facts.programme.id, kind, at, year, source, scenario?.id, copiedId, opposite])
  const [draft, setShown] = useState<ChangeDraft>(() =>
    kept?.key === key
      ? kept.draft
      : {
          kind: copy?.kind ?? kind ?? (at ? 'reprofile' : 'virement'),
          moves: [firstMove({ at, year, source }, facts)],
          lines: copy?.lines ?? null,
          withAuthority: true,
          whatChanges: copy?.whatChanges ?? '',
          reason: copy?.reason ?? '',
          impact: copy?.impact ?? '',
          unit: view.unit,
        },
  )
  const [errors, setErrors] = useState<FieldError[]>([])
  const [checked, setChecked] = useState<{
    input: NonNullable<ReturnType<typeof readChange>['value']>
    preview: ChangePreview
  } | null>(null)
  const [isChecking, setChecking] = useState(false)
  const goal = useRef<string | null>(null)
  const raise = useMutation(trpc.changes.raise.mutationOptions())
  const attempt = useMutation(trpc.scenarios.try.mutationOptions())
  const isAtCheck = step === 'check' && checked !== null

  // The field that is to be changed takes the focus once the form is there again.
  useEffect(() => {
    if (isAtCheck || goal.current === null) return
    document.getElementById(goal.current)?.focus()
    goal.current = null
  }, [isAtCheck])

  const setDraft = (next: ChangeDraft) => {
    kept = { key, draft: next }
    setShown(next)
  }

  const check = async () => {
    const { value, errors: found } = readChange(draft, facts)
    setErrors(found ?? [])
    if (found) return
    setChecking(true)
    try {
      const options = trpc.changes.preview.queryOptions({
        kind: value.kind,
        lines: value.lines,
        scenarioId: scenario?.id ?? null,
      })
      setChecked({ input: value, preview: await queryClient.fetchQuery(options) })
      await navigate({ to: '/changes/new', search: (before) => ({ ...before, step: 'check' as const }) })
    } catch (error) {
      setErrors([{ message: messageOf(error) }])
    } finally {
      setChecking(false)
    }
  }

  const refuse = (error: unknown) => setErrors([{ message: messageOf(error) }])
  const send = () => {
    if (!checked) return
    setErrors([])
    if (scenario) {
      const input = { id: scenario.id, revision: scenario.revision, change: checked.input }
      attempt.mutate(input, {
        onError: refuse,
        onSuccess: () => {
          kept = null
          announce(`Tried in ${scenario.name}`)
          void navigate({ to: '/scenarios', search: { id: scenario.id } })
        },
      })
      return
    }
    raise.mutate(checked.input, {
      onError: refuse,
      onSuccess: ({ value }) => {
        if (!value) return
        kept = null
        announce(`Change ${value.number} sent`)
        void navigate({
          to: '/changes/$id',
          params: { id: value.id },
          search: { sent: 'yes' },
        })
      },
    })
  }

  if (isAtCheck) {
    return (
      <CheckChange
        change={checked.input}
        preview={checked.preview}
        facts={facts}
        isTrial={scenario !== null}
        errors={errors}
        isBusy={raise.isPending || attempt.isPending}
        onSend={send}
        onChange={(fieldId) => {
          goal.current = fieldId
          setErrors([])
          void navigate({ to: '/changes/new', search: (before) => ({ ...before, step: undefined }) })
        }}
      />
    )
  }
  return (
    <Page
      title={scenario === null ? 'Change the money' : 'Try a change'}
      lead={
        scenario === null
          ? 'Say what moves. Spend carries its funding; the route and the effect are shown before anything is sent.'
          : 'Say what moves. It is tried on a copy, and no money is touched.'
      }
      breadcrumbs={breadcrumbs}
      errors={errors}
    >
      <ChangeForm
        facts={facts}
        draft={draft}
        onDraft={setDraft}
        errors={errors}
        isBusy={isChecking}
        onSubmit={() => void check()}
      />
    </Page>
  )
}
