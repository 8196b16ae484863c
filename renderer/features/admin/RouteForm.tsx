import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Board } from '../../../domain/board/board.ts'
import { subjectWords } from '../../../domain/route/changeInWords.ts'
import type { Route, StageAct } from '../../../domain/route/route.ts'
import { actWords } from '../../../domain/route/routeProblemWords.ts'
import { actsOf } from '../../../domain/route/routeRules.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { useSession } from '../../lib/session.ts'
import { Act } from '../../ui/Act.tsx'
import classes from './admin.module.css'
import { ProposalForm } from './ProposalForm.tsx'
import { doerOptions, draftOfRoute, readRoute, type StageDraft, stageField, stageOf } from './routeDraft.ts'
import { WholeNumberInput } from './WholeNumberInput.tsx'

interface RouteFormProps {
  subjectKind: Route['subjectKind']
  /** The route that is in force now. */
  before: Route | undefined
  boards: readonly Board[]
  forms: FormState
}

/** A route from a date on: its stages in order, and who does each of them. */
export function RouteForm({ subjectKind, before, boards, forms }: RouteFormProps) {
  const { today } = useSession()
  const [draft, setDraft] = useState(() => draftOfRoute(before, subjectKind, boards))
  const [added, setAdded] = useState(0)
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const setStage = (key: string, part: Partial<StageDraft>) =>
    set({ stages: draft.stages.map((stage) => (stage.key === key ? { ...stage, ...part } : stage)) })
  const move = (index: number, by: -1 | 1) => {
    const stages = [...draft.stages]
    const [stage] = stages.splice(index, 1)
    if (stage) stages.splice(index + by, 0, stage)
    set({ stages })
  }
  const acts = actsOf(subjectKind)
  const monitors = boards.filter(
    ({ functions, endedOn }) => endedOn === null && (functions.includes('monitor') || functions.includes('receive')),
  )

  return (
    <ProposalForm
      title={`Add a route from a date: ${subjectWords[subjectKind].toLowerCase()}`}
      firstField="route-name"
      change={readRoute(draft, subjectKind, boards, today)}
      forms={forms}
    >
      <TextInput
        id="route-name"
        label="Name"
        autoComplete="off"
        value={draft.name}
        error={errorAt(forms.errors, 'route-name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <ol className={classes.stages} aria-label="Stages">
        {draft.stages.map((stage, index) => (
          <li key={stage.key} className={classes.stage}>
            <StageFields
              stage={stage}
              acts={acts}
              boards={boards}
              forms={forms}
              onStage={(part) => setStage(stage.key, part)}
            />
            <span className={classes.acts}>
              {index > 0 && <Act words="Move up" name={stage.name} onDo={() => move(index, -1)} />}
              {index < draft.stages.length - 1 && (
                <Act words="Move down" name={stage.name} onDo={() => move(index, 1)} />
              )}
              <Act
                words="Remove"
                name={stage.name}
                onDo={() => set({ stages: draft.stages.filter(({ key }) => key !== stage.key) })}
              />
            </span>
          </li>
        ))}
      </ol>
      <div>
        <Button
          id="add-stage"
          size="compact-sm"
          variant="default"
          onClick={() => {
            const act = acts.find((each) => !draft.stages.some((stage) => stage.act === each)) ?? acts[0]
            if (act) set({ stages: [...draft.stages, stageOf(act, boards, `added-${added}`)] })
            setAdded(added + 1)
          }}
        >
          Add a stage
        </Button>
        {errorAt(forms.errors, 'add-stage') && <p className={classes.bad}>{errorAt(forms.errors, 'add-stage')}</p>}
      </div>
      <Checkbox
        id="route-single"
        label="This place has a single board, which does what others leave to two"
        checked={draft.isSingleBoard}
        error={errorAt(forms.errors, 'route-single')}
        onChange={(event) => set({ isSingleBoard: event.currentTarget.checked })}
      />
      {monitors.length > 0 && (
        <fieldset className={classes.choices}>
          <legend>Told of it, without a say</legend>
          {monitors.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={draft.monitoredBy.includes(id)}
              onChange={(event) =>
                set({
                  monitoredBy: event.currentTarget.checked
                    ? [...draft.monitoredBy, id]
                    : draft.monitoredBy.filter((each) => each !== id),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </ProposalForm>
  )
}

interface StageFieldsProps {
  stage: StageDraft
  acts: readonly StageAct[]
  boards: readonly Board[]
  forms: FormState
  onStage: (part: Partial<StageDraft>) => void
}

function StageFields({ stage: { key, act, name, by, deadline }, acts, boards, forms, onStage }: StageFieldsProps) {
  const options = doerOptions(act, boards)
  const at = (part: Parameters<typeof stageField>[1]) => ({
    id: stageField(key, part),
    error: errorAt(forms.errors, stageField(key, part)),
  })
  return (
    <div className={classes.row}>
      <NativeSelect
        {...at('act')}
        label="What is done"
        value={act}
        onChange={(event) => {
          const chosen = acts.find((each) => each === event.currentTarget.value)
          if (chosen) onStage(stageOf(chosen, boards, key))
        }}
      >
        {acts.map((each) => (
          <option key={each} value={each}>
            {actWords[each]}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        {...at('by')}
        label="By"
        value={by}
        onChange={(event) => onStage({ by: event.currentTarget.value })}
      >
        <option value="">{options.length === 0 ? 'No board has this function yet' : 'Choose'}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        {...at('name')}
        label="Called"
        autoComplete="off"
        value={name}
        onChange={(event) => onStage({ name: event.currentTarget.value })}
      />
      <WholeNumberInput
        {...at('deadline')}
        label="Within working days"
        text={deadline}
        onText={(text) => onStage({ deadline: text })}
      />
    </div>
  )
}
