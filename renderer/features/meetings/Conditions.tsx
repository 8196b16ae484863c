import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { focusLater } from '../../lib/focusLater.ts'
import { errorAt } from '../../lib/readText.ts'
import { DayField } from '../../ui/DayField.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './Meetings.module.css'
import { blankCondition, type ConditionDraft, conditionField, type OutcomeDraft } from './outcomeDraft.ts'

interface ConditionsProps {
  draft: OutcomeDraft
  errors: readonly FieldError[]
  onDraft: (draft: OutcomeDraft) => void
}

/** What has to be met, by whom and by when. */
export function Conditions({ draft, errors, onDraft }: ConditionsProps) {
  const { conditions } = draft
  const set = (key: string, change: Partial<ConditionDraft>) =>
    onDraft({ ...draft, conditions: conditions.map((each) => (each.key === key ? { ...each, ...change } : each)) })
  const add = () => {
    const condition = blankCondition(String(Math.max(0, ...conditions.map(({ key }) => Number(key))) + 1))
    onDraft({ ...draft, conditions: [...conditions, condition] })
    focusLater(conditionField(condition, 'text'))
  }
  const remove = (key: string) => {
    onDraft({ ...draft, conditions: conditions.filter((each) => each.key !== key) })
    focusLater('add-condition')
  }
  return (
    <>
      {conditions.map((condition, at) => (
        <fieldset key={condition.key} className={classes.condition}>
          <legend>Condition {at + 1}</legend>
          <Textarea
            id={conditionField(condition, 'text')}
            label="What has to be met"
            autosize
            minRows={2}
            value={condition.text}
            error={errorAt(errors, conditionField(condition, 'text'))}
            onChange={(event) => set(condition.key, { text: event.currentTarget.value })}
          />
          <TextInput
            id={conditionField(condition, 'owner')}
            label="Owner"
            description="An office, for example Scheme lead"
            inputWrapperOrder={['label', 'description', 'error', 'input']}
            autoComplete="off"
            value={condition.owner}
            error={errorAt(errors, conditionField(condition, 'owner'))}
            onChange={(event) => set(condition.key, { owner: event.currentTarget.value })}
          />
          <DayField
            id={conditionField(condition, 'due')}
            label="By"
            text={condition.dueOn}
            error={errorAt(errors, conditionField(condition, 'due'))}
            onText={(dueOn) => set(condition.key, { dueOn })}
          />
          <Checkbox
            label="The money may be released before it is met"
            checked={condition.isAfterRelease}
            onChange={(event) => set(condition.key, { isAfterRelease: event.currentTarget.checked })}
          />
          <div className={classes.acts}>
            <Button variant="default" size="compact-md" onClick={() => remove(condition.key)}>
              Remove condition {at + 1}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className={classes.acts}>
        <Button id="add-condition" variant="default" onClick={add}>
          Add a condition
        </Button>
      </div>
    </>
  )
}
