import { Button, TextInput } from '@mantine/core'
import { focusLater } from '../../lib/focusLater.ts'
import { errorAt } from '../../lib/readText.ts'
import { DayField } from '../../ui/DayField.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { type ActionDraft, actionField, blankAction } from './actionDraft.ts'
import classes from './Meetings.module.css'

interface ActionRowsProps {
  drafts: readonly ActionDraft[]
  errors: readonly FieldError[]
  onDrafts: (drafts: ActionDraft[]) => void
}

/** What is to be done after the meeting, by whom and by when. */
export function ActionRows({ drafts, errors, onDrafts }: ActionRowsProps) {
  const set = (key: string, change: Partial<ActionDraft>) =>
    onDrafts(drafts.map((each) => (each.key === key ? { ...each, ...change } : each)))
  const add = () => {
    const draft = blankAction(`new-${Date.now()}-${drafts.length}`)
    onDrafts([...drafts, draft])
    focusLater(actionField(draft, 'text'))
  }
  return (
    <>
      {drafts.map((draft, at) => (
        <fieldset key={draft.key} className={classes.condition}>
          <legend>Action {at + 1}</legend>
          <TextInput
            id={actionField(draft, 'text')}
            label="What is to be done"
            autoComplete="off"
            value={draft.text}
            error={errorAt(errors, actionField(draft, 'text'))}
            onChange={(event) => set(draft.key, { text: event.currentTarget.value })}
          />
          <TextInput
            id={actionField(draft, 'owner')}
            label="Owner"
            autoComplete="off"
            value={draft.owner}
            error={errorAt(errors, actionField(draft, 'owner'))}
            onChange={(event) => set(draft.key, { owner: event.currentTarget.value })}
          />
          <DayField
            id={actionField(draft, 'due')}
            label="By"
            text={draft.dueOn}
            error={errorAt(errors, actionField(draft, 'due'))}
            onText={(dueOn) => set(draft.key, { dueOn })}
          />
          <div className={classes.acts}>
            <Button
              variant="default"
              size="compact-md"
              onClick={() => {
                onDrafts(drafts.filter(({ key }) => key !== draft.key))
                focusLater('add-action')
              }}
            >
              Remove action {at + 1}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className={classes.acts}>
        <Button id="add-action" variant="default" onClick={add}>
          Add an action
        </Button>
      </div>
    </>
  )
}
