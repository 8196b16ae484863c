import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { formatInSentence, pence } from '../../../../domain/money.ts'
import { Decision } from '../../../../domain/programme/decision.ts'
import { isKey } from '../../../../domain/programme/decisions.ts'
import { ruleOn } from '../../../../domain/route/rulesInForce.ts'
import { placeOptions } from '../../../lib/placeOptions.ts'
import { errorAt } from '../../../lib/readText.ts'
import { useSession } from '../../../lib/session.ts'
import { useView } from '../../../lib/useView.ts'
import { DayField } from '../../../ui/DayField.tsx'
import type { FieldError } from '../../../ui/ErrorSummary.tsx'
import classes from '../programme.module.css'
import type { ProgrammeScreenFacts } from '../useProgrammeFacts.ts'
import { type DecisionDraft, linesSoFar, readDays, totalSoFar, yearsOf } from './decisionDraft.ts'
import { allocationKindWords, decidedLevelWords, kindWords } from './decisionWords.ts'
import { effectiveWords, type LocalRules } from './effectiveWords.ts'
import { LinesGrid } from './LinesGrid.tsx'
import { RoomTable } from './RoomTable.tsx'

interface DecisionFormProps {
  facts: ProgrammeScreenFacts
  rules: LocalRules
  draft: DecisionDraft
  onDraft: (draft: DecisionDraft) => void
  errors: readonly FieldError[]
  isBusy: boolean
  onSubmit: () => void
  onBeginAgain: () => void
}

/** What is decided, by whom and when; what it allocates and authorises; and what is left, worked out while it is typed. */
export function DecisionForm(props: DecisionFormProps) {
  const { facts, rules, draft, onDraft, errors, isBusy, onSubmit, onBeginAgain } = props
  const { today } = useSession()
  const { view } = useView()
  const set = (part: Partial<DecisionDraft>) => onDraft({ ...draft, ...part })
  const days = readDays(draft, rules, today)
  const day = days.effectiveOn ?? today
  const years = yearsOf(draft, facts.programme, view)
  const grid = {
    draft,
    onDraft,
    errors,
    years,
    closedYears: facts.years.filter((year) => year.status === 'closed').map((year) => year.startYear),
    places: placeOptions(facts, day),
    sources: facts.sources.filter((source) => source.retiredOn === null || source.retiredOn > day),
    unit: view.unit,
  }
  const authority = totalSoFar(draft, 'authority')
  const decidedOn = days.madeOn ?? today
  const isUnderstated = draft.kind !== 'key' && isKey(authority, decidedOn, rules.ruleValues)
  const context = {
    balances: facts.balances,
    programmes: [facts.programme],
    themes: facts.themes,
    schemes: facts.schemes,
    memberships: facts.memberships,
    sources: facts.sources,
    years: facts.years,
    periods: facts.periods,
    day,
  }
  const text = (key: 'reference' | 'title' | 'decisionTaker' | 'note', id: string) => ({
    id,
    autoComplete: 'off',
    value: draft[key],
    error: errorAt(errors, id),
    onChange: (event: { currentTarget: { value: string } }) => set({ [key]: event.currentTarget.value }),
  })

  return (
    <form
      className={classes.section}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <section className={classes.part} aria-labelledby="decision-what">
        <h2 id="decision-what" className={classes.heading}>
          What is decided, and by whom
        </h2>
        <div className={classes.columns}>
          <div className={classes.fields}>
            <TextInput {...text('reference', 'decision-reference')} label="Reference" maw="16rem" />
            <TextInput {...text('title', 'decision-title')} label="What is decided" />
            <TextInput
              {...text('decisionTaker', 'decision-taker')}
              label="Decision taker"
              description="The role or the body, never a person’s name"
            />
            <NativeSelect
              id="decision-kind"
              label="Kind"
              value={draft.kind}
              onChange={(event) => set({ kind: Decision.shape.kind.parse(event.currentTarget.value) })}
            >
              {Decision.shape.kind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {kindWords[kind]}
                </option>
              ))}
            </NativeSelect>
            {isUnderstated && (
              <p className={classes.effective}>
                Note: {formatInSentence(authority)} is over{' '}
                {formatInSentence(pence(ruleOn(rules.ruleValues, 'key_decision_threshold', decidedOn)))}, from which a
                decision is a key decision.
              </p>
            )}
          </div>
          <div className={classes.fields}>
            <div className={classes.row}>
              <DayField
                id="decision-made"
                label="Made"
                text={draft.madeOn}
                error={errorAt(errors, 'decision-made')}
                onText={(madeOn) => set({ madeOn })}
              />
              <DayField
                id="decision-published"
                label="Published"
                hint={draft.isCallInEligible ? 'The call-in window begins here' : 'Leave it empty if it is not stated'}
                text={draft.publishedOn}
                error={errorAt(errors, 'decision-published')}
                onText={(publishedOn) => set({ publishedOn })}
              />
            </div>
            <Checkbox
              label="It can be called in"
              checked={draft.isCallInEligible}
              onChange={(event) => set({ isCallInEligible: event.currentTarget.checked })}
            />
            <p className={classes.effective} aria-live="polite">
              {effectiveWords({ ...days, isCallInEligible: draft.isCallInEligible }, rules)}
            </p>
            <DayField
              id="decision-effective"
              label="Effective from a later day"
              hint="Only if the decision states one"
              text={draft.effectiveOn}
              error={errorAt(errors, 'decision-effective')}
              onText={(effectiveOn) => set({ effectiveOn })}
            />
          </div>
        </div>
      </section>

      <section className={classes.part} aria-labelledby="decision-allocation">
        <h2 id="decision-allocation" className={classes.heading}>
          {decidedLevelWords.allocation}
        </h2>
        <NativeSelect
          id="decision-allocation-kind"
          label="What the allocation lines do"
          maw="30rem"
          value={draft.allocationKind}
          onChange={(event) => set({ allocationKind: Decision.shape.allocationKind.parse(event.currentTarget.value) })}
        >
          {Decision.shape.allocationKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {allocationKindWords[kind]}
            </option>
          ))}
        </NativeSelect>
        <LinesGrid {...grid} level="allocation" />
      </section>

      <section className={classes.part} aria-labelledby="decision-authority">
        <h2 id="decision-authority" className={classes.heading}>
          {decidedLevelWords.authority}
        </h2>
        <LinesGrid {...grid} level="authority" />
        <RoomTable lines={linesSoFar(draft)} context={context} decisions={facts.decisions} unit={view.unit} />
      </section>

      <div className={classes.part}>
        <div className={classes.fields}>
          <Textarea
            {...text('note', 'decision-note')}
            label="Note"
            description="What is assumed or not known, if anything"
            autosize
            minRows={2}
          />
        </div>
      </div>

      <div className={classes.acts}>
        <Button type="submit" loading={isBusy}>
          Check before recording
        </Button>
        <Button variant="default" onClick={onBeginAgain}>
          Clear the form
        </Button>
      </div>
    </form>
  )
}
