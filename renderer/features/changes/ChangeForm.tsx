import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { type FormEvent, useRef } from 'react'
import { ChangeKind, MOST_WORDS } from '../../../domain/change/changeRequest.ts'
import { changeKindMeaning, changeKindWords } from '../../../domain/change/changeWords.ts'
import { placeOptions } from '../../lib/placeOptions.ts'
import { errorAt } from '../../lib/readText.ts'
import { useAction } from '../../lib/useAction.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { ChangeLines } from './ChangeLines.tsx'
import classes from './Changes.module.css'
import { blankMove, type ChangeDraft, type MoveDraft, yearChoices } from './changeDraft.ts'
import type { ChangeFormFacts } from './changeFacts.ts'
import { MoveFields } from './MoveFields.tsx'

interface ChangeFormProps {
  facts: ChangeFormFacts
  draft: ChangeDraft
  onDraft: (draft: ChangeDraft) => void
  errors: readonly FieldError[]
  isBusy: boolean
  onSubmit: () => void
}

/** What kind of change it is, what moves, and why. The lines at every level follow from the moves. */
export function ChangeForm({ facts, draft, onDraft, errors, isBusy, onSubmit }: ChangeFormProps) {
  const form = useRef<HTMLFormElement>(null)
  useAction('main', () => form.current?.requestSubmit(), { words: 'Check the change before sending' })
  const set = (part: Partial<ChangeDraft>) => onDraft({ ...draft, ...part })
  const setMove = (next: MoveDraft) => set({ moves: draft.moves.map((each) => (each.key === next.key ? next : each)) })
  const { day } = facts.asAt
  const sources = facts.sources.filter(({ retiredOn }) => retiredOn === null || retiredOn > day)
  const words = (id: string, field: 'whatChanges' | 'reason' | 'impact') => ({
    id,
    autosize: true,
    minRows: 2,
    value: draft[field],
    error: errorAt(errors, id),
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  })

  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (!isBusy) onSubmit()
      }}
    >
      <div className={classes.fields}>
        <NativeSelect
          id="change-kind"
          label="Kind of change"
          description={changeKindMeaning[draft.kind]}
          value={draft.kind}
          onChange={(event) => set({ kind: ChangeKind.parse(event.currentTarget.value) })}
        >
          {ChangeKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {changeKindWords[kind]}
            </option>
          ))}
        </NativeSelect>
      </div>

      <section className={classes.part} aria-labelledby="change-moves">
        <h2 id="change-moves" className={classes.heading}>
          What moves
        </h2>
        {draft.lines ? (
          <>
            <ChangeLines caption="Lines taken over" lines={draft.lines} names={facts} />
            <div>
              <Button variant="default" onClick={() => set({ lines: null, moves: [blankMove('1')] })}>
                Enter other lines
              </Button>
            </div>
          </>
        ) : (
          <>
            {draft.moves.map((move, index) => (
              <MoveFields
                key={move.key}
                kind={draft.kind}
                move={move}
                title={draft.moves.length === 1 ? 'Money' : `Money ${index + 1}`}
                places={placeOptions({ ...facts, programme: facts.programme }, day)}
                years={yearChoices(facts)}
                sources={sources}
                unit={draft.unit}
                errors={errors}
                onMove={setMove}
                onRemove={
                  draft.moves.length === 1
                    ? undefined
                    : () => set({ moves: draft.moves.filter(({ key }) => key !== move.key) })
                }
              />
            ))}
            <Checkbox
              label="Authority to spend goes along"
              description="The funding always does. Leave it out where only the plan and its funding change."
              checked={draft.withAuthority}
              onChange={(event) => set({ withAuthority: event.currentTarget.checked })}
            />
            <div>
              <Button
                variant="default"
                onClick={() => {
                  const last = draft.moves.at(-1)
                  const key = String(Math.max(...draft.moves.map((each) => Number(each.key))) + 1)
                  set({
                    moves: [...draft.moves, blankMove(key, { year: last?.year ?? '', source: last?.source ?? '' })],
                  })
                }}
              >
                Move more money
              </Button>
            </div>
          </>
        )}
      </section>

      <section className={classes.part} aria-labelledby="change-why">
        <h2 id="change-why" className={classes.heading}>
          In words
        </h2>
        <div className={classes.fields}>
          <Textarea
            {...words('change-what', 'whatChanges')}
            label="What changes"
            description={`${MOST_WORDS} words at most${draft.lines ? '' : '; left empty, the figures say it'}`}
          />
          <Textarea {...words('change-reason', 'reason')} label="Reason" description={`${MOST_WORDS} words at most`} />
          <Textarea
            {...words('change-impact', 'impact')}
            label="What it means for the work"
            description="Only if it means something for dates, scope or benefits"
          />
        </div>
      </section>

      <div className={classes.acts}>
        <Button type="submit" loading={isBusy}>
          Check before sending
        </Button>
      </div>
    </form>
  )
}
