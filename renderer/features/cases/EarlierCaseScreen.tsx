import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { CaseStage } from '../../../domain/businessCase/businessCase.ts'
import { guidance, sectionOrder, stageTitles } from '../../../domain/businessCase/guidance.ts'
import { findFailure } from '../../lib/failure.ts'
import { errorAt } from '../../lib/readText.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Cases.module.css'
import type { EntryFacts } from './caseFacts.ts'
import { EarlierCosts } from './EarlierCosts.tsx'
import { blankEarlier, type EarlierDraft, readEarlier } from './earlierDraft.ts'

/** Enters a case that a board had recommended on paper before the programme was kept here. */
export function EarlierCaseScreen() {
  const { view } = useView()
  const query = useQuery(trpc.cases.entry.queryOptions({ asAt: view.asAt }))
  return (
    <Queried query={query} doing="Reading schemes and people">
      {(facts) => <EarlierCase facts={facts} />}
    </Queried>
  )
}

function EarlierCase({ facts }: { facts: EntryFacts }) {
  const mayEnter = useMayDo('handleCase')
  const forms = useForm()
  return (
    <Page
      title="Enter a recommended case"
      errors={forms.errors}
      breadcrumbs={<Breadcrumbs to="/cases" label="Business cases" />}
      lead="For a case that a board recommended on paper, before the programme was kept here."
    >
      <NextStep>
        {facts.waitsFor === null
          ? 'an administrator proposes a route on which a board recommends. Until then nothing can be entered.'
          : `it waits for: ${facts.waitsFor}. Nothing is entered as approved: where that was done on paper too, a chair confirms it at a meeting that is held here.`}
      </NextStep>
      <WhoMay duty="handleCase" what="Recommended cases are entered" />
      {mayEnter && <EarlierForm facts={facts} forms={forms} />}
    </Page>
  )
}

function EarlierForm({ facts, forms }: { facts: EntryFacts; forms: ReturnType<typeof useForm> }) {
  const [draft, setDraft] = useState<EarlierDraft>(blankEarlier)
  const navigate = useNavigate()
  const enter = useMutation(trpc.cases.recordEarlier.mutationOptions())
  const { errors } = forms
  const set = (part: Partial<EarlierDraft>) => setDraft((before) => ({ ...before, ...part }))
  const chooseScheme = (schemeId: string) => {
    const named = (id: string) => facts.schemes.find((scheme) => scheme.id === id)?.name ?? ''
    // Until somebody enters a title of its own it is called as its scheme is.
    const isOwn = draft.title !== '' && draft.title !== named(draft.schemeId)
    set({ schemeId, title: isOwn ? draft.title : named(schemeId) })
  }

  const onSubmit = () => {
    const read = readEarlier(draft)
    forms.setErrors(read.errors ?? [])
    if (read.errors) return
    enter.mutate(read.value, {
      onError: (error) => forms.refuse(fieldOfFailure[findFailure(error)?.code ?? ''])(error),
      onSuccess: ({ value }) => {
        if (!value) return
        announce(`Entered as recommended: ${value.title}`)
        void navigate({ to: '/cases/$id', params: { id: value.id } })
      },
    })
  }

  return (
    <InlineForm
      title="What its source says"
      submit="Enter it as recommended"
      isBusy={enter.isPending}
      onSubmit={onSubmit}
      takesFocus={false}
    >
      <div className={classes.fields}>
        <NativeSelect
          id="earlier-scheme"
          label="Scheme"
          maw="36rem"
          value={draft.schemeId}
          error={errorAt(errors, 'earlier-scheme')}
          onChange={(event) => chooseScheme(event.currentTarget.value)}
          data={[
            { value: '', label: 'Choose a scheme' },
            ...facts.schemes.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
        />
        <NativeSelect
          label="Stage"
          maw="22rem"
          value={draft.stage}
          onChange={(event) => set({ stage: CaseStage.parse(event.currentTarget.value) })}
          data={CaseStage.options.map((stage) => ({ value: stage, label: stageTitles[stage] }))}
        />
        <TextInput
          id="earlier-stated"
          label="Where it is stated"
          description="The document and the place in it, for example Report of 20 August 2020, paragraph 3.2"
          autoComplete="off"
          value={draft.statedIn}
          error={errorAt(errors, 'earlier-stated')}
          onChange={(event) => set({ statedIn: event.currentTarget.value })}
        />
        <DayField
          id="earlier-day"
          label="Recommended on"
          hint="Leave it empty if the day is not stated"
          text={draft.recommendedOn}
          error={errorAt(errors, 'earlier-day')}
          onText={(recommendedOn) => set({ recommendedOn })}
        />
        <Checkbox.Group
          id="earlier-writers"
          label="Who wrote it"
          description="None of them decides on it, or enters it here"
          value={[...draft.writers]}
          error={errorAt(errors, 'earlier-writers')}
          onChange={(writers) => set({ writers })}
        >
          <div className={classes.choices}>
            {facts.writers.map(({ id, title }) => (
              <Checkbox key={id} value={id} label={title} />
            ))}
          </div>
        </Checkbox.Group>
        <TextInput
          id="earlier-title"
          label="Title"
          autoComplete="off"
          value={draft.title}
          error={errorAt(errors, 'earlier-title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Textarea
          id="earlier-ask"
          label="What it asks for"
          autosize
          minRows={2}
          value={draft.ask}
          error={errorAt(errors, 'earlier-ask')}
          onChange={(event) => set({ ask: event.currentTarget.value })}
        />
        <EarlierCosts facts={facts} costs={draft.costs} errors={errors} onCosts={(costs) => set({ costs })} />
        {sectionOrder.map((name) => (
          <Textarea
            key={name}
            id={`earlier-${name}`}
            label={guidance[name].title}
            description="As far as the source says it"
            autosize
            minRows={2}
            value={draft.sections[name]}
            error={errorAt(errors, `earlier-${name}`)}
            onChange={(event) => set({ sections: { ...draft.sections, [name]: event.currentTarget.value } })}
          />
        ))}
      </div>
    </InlineForm>
  )
}

const fieldOfFailure: Partial<Record<string, string>> = {
  'own-item': 'earlier-writers',
  'date-order': 'earlier-day',
  'duplicate-case': 'earlier-scheme',
}
