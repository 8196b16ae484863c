import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import { remarkWords } from '../../../domain/reading/remarkWords.ts'
import { type Cause, causesOf } from '../../lib/checks.ts'
import { findFailure, messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { useSession } from '../../lib/session.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { Cover } from './Cover.tsx'
import classes from './Documents.module.css'
import { KeepPart } from './KeepPart.tsx'
import { isToConfirm, NamesPart } from './NamesPart.tsx'
import { ReadingSteps, stepsOf } from './ReadingSteps.tsx'
import type { ReadingFacts } from './readingFacts.ts'
import type { ReadingSearch, ReadingStep } from './readingSearch.ts'
import { SaveFindings } from './SaveFindings.tsx'
import { SideBySide } from './SideBySide.tsx'

/** A document beside what was read of it, step by step: its tables, its names, what does not tie, and what is to become of it. */
export function ReadingScreen() {
  const { id } = useParams({ strict: false }) as { id: Id }
  const search: ReadingSearch = useSearch({ strict: false })
  const { programme } = useSession()
  const isAgainst = search.fresh !== true && programme !== null
  const query = useQuery(trpc.documents.reading.queryOptions({ id, isAgainst }))
  if (findFailure(query.error)?.code === 'document-closed')
    return (
      <Page title="Read a document">
        <EmptyState action={<Link to="/documents/new">Choose a document</Link>}>{messageOf(query.error)}.</EmptyState>
      </Page>
    )
  return (
    <Queried query={query} doing="Reading the document">
      {(facts) => <Reading facts={facts} isAgainst={isAgainst} isFramed={programme !== null} search={search} />}
    </Queried>
  )
}

interface ReadingProps {
  facts: ReadingFacts
  isAgainst: boolean
  /** Whether the status line of an open programme says what was done. */
  isFramed: boolean
  search: ReadingSearch
}

function Reading({ facts, isAgainst, isFramed, search }: ReadingProps) {
  const { id, name, size, document, reading, keptAs } = facts
  const navigate = useNavigate()
  const forms = useForm<{ opener: string }>()
  const [said, setSaid] = useState('')
  const step = search.step ?? 'tables'
  const causes = causesOf(facts.checks)
  const go = (to: ReadingStep) =>
    void navigate({ to: '/documents/$id', params: { id }, search: { fresh: search.fresh, step: to } })
  const show = (finding: string | undefined) =>
    void navigate({
      to: '/documents/$id',
      params: { id },
      search: { fresh: search.fresh, step: search.step, show: finding },
      replace: true,
      // The reader stays where the list is; the document beside it moves.
      resetScroll: false,
    })
  const tell = (words: string) => {
    announce(words)
    setSaid(words)
  }
  const confirm = useMutation(
    trpc.documents.confirmName.mutationOptions({
      onSuccess: (_nothing, { printed }) => tell(`Confirmed: ${printed}`),
      onError: forms.refuse(),
    }),
  )
  const canChange = keptAs === null
  const unsure = reading.names.filter(isToConfirm).length
  const steps = stepsOf(canChange)
  const next = steps[steps.indexOf(step) + 1]
  return (
    <Page
      title={reading.cover.subject.value ?? name}
      windowTitle={`${name}, read`}
      breadcrumbs={
        <Breadcrumbs to="/documents/new" label={isAgainst ? 'Read a document' : 'Import a council report'} />
      }
      errors={forms.errors}
      lead={`${name}, ${sizeInWords(size)}: ${countsOf(facts)}`}
      actions={<SaveFindings id={id} isAgainst={isAgainst} onSaid={tell} onRefused={forms.refuse()} />}
    >
      <NextStep action={next && <MainButton onClick={() => go(next)}>{goOnWords(next, isAgainst)}</MainButton>}>
        {nextStepWords(facts, causes, isAgainst)}
      </NextStep>
      <ReadingSteps
        step={step}
        onStep={go}
        counts={{
          tables: countOf(reading.tables.length, 'table'),
          names: unsure === 0 ? 'nothing to confirm' : `${countOf(unsure, 'name')} to confirm`,
          findings: causes.length === 0 ? 'everything ties' : countOf(causes.length, 'cause'),
        }}
        steps={steps}
        keepWords={isAgainst ? 'Load' : 'Keep'}
      />
      {!isFramed && (
        <p className={classes.said} role="status">
          {said}
        </p>
      )}
      {step === 'tables' && (
        <>
          <Cover cover={reading.cover} />
          {document.remarks.length > 0 && (
            <ul className={classes.remarks} aria-label="How it was read">
              {document.remarks.map((remark) => (
                <li key={remark.kind}>{remarkWords(remark)}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {(step === 'tables' || step === 'findings') && (
        <SideBySide
          facts={facts}
          causes={causes}
          side={step === 'tables' ? 'reading' : 'findings'}
          shownId={search.show}
          onShow={show}
          onSaid={tell}
          onRefused={forms.refuse()}
        />
      )}
      {step === 'names' && (
        <NamesPart facts={facts} onConfirm={canChange ? (match) => confirm.mutate({ id, ...match }) : null} />
      )}
      {step === 'keep' && canChange && (
        <KeepPart facts={facts} isAgainst={isAgainst} causes={causes} onRefused={forms.refuse()} />
      )}
    </Page>
  )
}

const countsOf = ({ reading, corrections }: ReadingFacts): string => {
  const cells = reading.tables.flatMap(({ rows }) => rows.flatMap(({ cells: own }) => own))
  const amounts = cells.flatMap(({ amounts: own }) => own).length + reading.narrative.length
  return [
    countOf(reading.tables.length, 'table'),
    countOf(amounts, 'figure'),
    countOf(reading.names.length, 'name'),
    ...(corrections.length > 0 ? [`${countOf(corrections.length, 'correction')} of yours`] : []),
  ].join(', ')
}

const nextStepWords = ({ reading, keptAs }: ReadingFacts, causes: readonly Cause[], isAgainst: boolean): string => {
  if (keptAs !== null)
    return 'nothing. This document is kept, and its figures are held against the programme by the checks.'
  const unsure = reading.names.filter(isToConfirm).length
  const odd = reading.tables
    .flatMap(({ cells }) => cells)
    .filter(({ confidence }) => confidence === 'not-understood').length
  if (reading.tables.length === 0) return 'no table was understood. Look through the document, or choose another one.'
  if (odd > 0)
    return `${countOf(odd, 'cell')} ${odd === 1 ? 'was' : 'were'} not understood. Look at ${odd === 1 ? 'it' : 'them'} beside the original, and correct what was read wrongly.`
  if (unsure > 0)
    return `confirm ${countOf(unsure, 'name')} that ${unsure === 1 ? 'is' : 'are'} printed differently, or may be ${unsure === 1 ? 'another' : 'others'}.`
  if (causes.length > 0)
    return `look at ${countOf(causes.length, 'cause')} of what does not tie. Nothing is kept until you ${isAgainst ? 'load' : 'keep'} the document.`
  return `everything that was read ties. ${isAgainst ? 'Load' : 'Keep'} the document, or close it.`
}

const goOnWords = (step: ReadingStep, isAgainst: boolean): string => {
  if (step === 'names') return 'Go on to the names'
  if (step === 'findings') return 'Go on to what does not tie'
  return isAgainst ? 'Go on to loading' : 'Go on to keeping'
}
