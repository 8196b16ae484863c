import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type BoardFunction, VotingRule } from '../../../domain/board/board.ts'
import { findFailure } from '../../lib/failure.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './admin.module.css'
import {
  type BoardDraft,
  type BoardsData,
  blankSeat,
  draftOfBoard,
  functionWords,
  type ListedBoard,
  perOrganisationField,
  readBoard,
  votingWords,
} from './boardDraft.ts'
import { SeatFields } from './SeatFields.tsx'
import { WholeNumberInput } from './WholeNumberInput.tsx'

interface BoardFormProps {
  /** Null adds one. */
  board: ListedBoard | null
  data: BoardsData
  forms: FormState
}

/** Adds a board or changes one: what it does, its quorum, how it votes, and who sits on it from when. */
export function BoardForm({ board, data, forms }: BoardFormProps) {
  const { today } = useSession()
  const [draft, setDraft] = useState<BoardDraft>(() => draftOfBoard(board, today))
  const [added, setAdded] = useState(0)
  const onError = (error: unknown) => {
    const code = findFailure(error)?.code
    forms.refuse(code === 'never-quorate' ? 'quorum-members' : 'board-name')(error)
  }
  const add = useMutation(trpc.boards.add.mutationOptions({ onError }))
  const change = useMutation(trpc.boards.change.mutationOptions({ onError }))
  const set = (part: Partial<BoardDraft>) => setDraft({ ...draft, ...part })
  const toggle = <T,>(list: readonly T[], value: T, isIn: boolean): T[] =>
    isIn ? [...list, value] : list.filter((each) => each !== value)

  const onSubmit = () => {
    const { value, errors } = readBoard(draft)
    forms.setErrors(errors ?? [])
    if (errors) return
    const done = (words: string) => ({
      onSuccess: () => {
        announce(`Board ${words}: ${value.name}`)
        forms.close()
      },
    })
    if (board === null) add.mutate(value, done('added'))
    else change.mutate({ ...value, id: board.id, revision: board.revision }, done('changed'))
  }

  return (
    <InlineForm
      title={board === null ? 'Add a board' : `Change ${board.name}`}
      submit={board === null ? 'Add the board' : 'Save'}
      isBusy={add.isPending || change.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        <TextInput
          id="board-name"
          label="Name"
          autoComplete="off"
          value={draft.name}
          error={errorAt(forms.errors, 'board-name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <fieldset className={classes.choices}>
          <legend>What it does</legend>
          {(Object.keys(functionWords) as BoardFunction[]).map((each) => (
            <Checkbox
              key={each}
              id={`function-${each}`}
              label={functionWords[each]}
              checked={draft.functions.includes(each)}
              error={each === 'recommend' ? errorAt(forms.errors, 'function-recommend') : undefined}
              onChange={(event) => set({ functions: toggle(draft.functions, each, event.currentTarget.checked) })}
            />
          ))}
        </fieldset>
        <fieldset className={classes.choices}>
          <legend>Organisations on it</legend>
          {data.organisations.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={draft.organisationIds.includes(id)}
              onChange={(event) =>
                set({ organisationIds: toggle(draft.organisationIds, id, event.currentTarget.checked) })
              }
            />
          ))}
        </fieldset>
        <NativeSelect
          id="board-parent"
          label="Stands below"
          value={draft.parentId}
          onChange={(event) => set({ parentId: event.currentTarget.value })}
        >
          <option value="">No other board</option>
          {data.boards
            .filter(({ id }) => id !== board?.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </NativeSelect>
        <TextInput
          id="board-cadence"
          label="How often it meets"
          description="In words, for example “every two months”"
          autoComplete="off"
          value={draft.cadence}
          error={errorAt(forms.errors, 'board-cadence')}
          onChange={(event) => set({ cadence: event.currentTarget.value })}
        />
        <fieldset className={classes.choices}>
          <legend>Quorum</legend>
          <div className={classes.row}>
            <WholeNumberInput
              id="quorum-members"
              label="Members, at least"
              text={draft.minMembers}
              error={errorAt(forms.errors, 'quorum-members')}
              onText={(minMembers) => set({ minMembers })}
            />
            {data.organisations
              .filter(({ id }) => draft.organisationIds.includes(id))
              .map(({ id, name }) => (
                <WholeNumberInput
                  key={id}
                  id={perOrganisationField(id)}
                  label={`From ${name}, at least`}
                  text={draft.perOrganisation[id] ?? ''}
                  error={errorAt(forms.errors, perOrganisationField(id))}
                  onText={(text) => set({ perOrganisation: { ...draft.perOrganisation, [id]: text } })}
                />
              ))}
          </div>
          <Checkbox
            label="A chair must be there"
            checked={draft.isChairRequired}
            onChange={(event) => set({ isChairRequired: event.currentTarget.checked })}
          />
          <Checkbox
            label="Somebody with an interest in an item counts towards its quorum"
            checked={draft.countsConflicted}
            onChange={(event) => set({ countsConflicted: event.currentTarget.checked })}
          />
        </fieldset>
        <NativeSelect
          id="board-voting"
          label="A decision needs"
          value={draft.needs}
          onChange={(event) => set({ needs: VotingRule.shape.needs.parse(event.currentTarget.value) })}
        >
          {VotingRule.shape.needs.options.map((each) => (
            <option key={each} value={each}>
              {votingWords[each]}
            </option>
          ))}
        </NativeSelect>
        <Checkbox
          label="With votes equal the chair’s vote counts again"
          checked={draft.hasCastingVote}
          onChange={(event) => set({ hasCastingVote: event.currentTarget.checked })}
        />
        <fieldset className={classes.choices}>
          <legend>Seats</legend>
          {draft.seats.map((seat, index) => (
            <SeatFields
              key={seat.key}
              number={index + 1}
              seat={seat}
              data={data}
              errors={forms.errors}
              onSeat={(part) =>
                set({ seats: draft.seats.map((each) => (each.key === seat.key ? { ...each, ...part } : each)) })
              }
              onRemove={
                seat.id === null ? () => set({ seats: draft.seats.filter(({ key }) => key !== seat.key) }) : undefined
              }
            />
          ))}
          <div>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                set({ seats: [...draft.seats, blankSeat(`added-${added}`, today)] })
                setAdded(added + 1)
              }}
            >
              Add a seat
            </Button>
          </div>
        </fieldset>
      </div>
    </InlineForm>
  )
}
