import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import type { FormState } from '../../lib/formState.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { ListedBoard } from './boardDraft.ts'

const dayField = 'board-ends'

/** Ends a board on a day; what it recommended, approved and decided stays. */
export function EndBoardForm({ board, forms }: { board: ListedBoard; forms: FormState }) {
  const [text, setText] = useState('')
  const end = useMutation(trpc.boards.end.mutationOptions({ onError: forms.refuse(dayField) }))
  const onSubmit = () => {
    const { day, error } = readFormDay(dayField, text, { isNeeded: true })
    forms.setErrors(error ? [error] : [])
    if (day === null) return
    end.mutate(
      { id: board.id, revision: board.revision, endedOn: day },
      {
        onSuccess: () => {
          announce(`${board.name} ends on ${formatDay(day)}`)
          forms.close()
        },
      },
    )
  }
  return (
    <InlineForm
      title={`End ${board.name}`}
      submit="End the board"
      isBusy={end.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <p className="reading">It stays in the list and in what it decided. Give its routes another board first.</p>
      <DayField id={dayField} label="Last day" text={text} error={errorAt(forms.errors, dayField)} onText={setText} />
    </InlineForm>
  )
}
