import { useMutation, useQuery } from '@tanstack/react-query'
import { messageOf } from '../lib/failure.ts'
import { announce } from '../lib/status.ts'
import { trpc } from '../lib/trpc.ts'
import { changeInWords } from './ownChanges.ts'

/** The actor's own changes, and the way back and forth through them. */
export const useUndo = () => {
  const list = useQuery(trpc.undo.list.queryOptions()).data
  const wordsOf = (seq: number): string => changeInWords(list ?? { changes: [], next: null, redo: null }, seq)
  const onError = (error: unknown) => announce(messageOf(error))
  const undo = useMutation(
    trpc.undo.undo.mutationOptions({
      onSuccess: ({ value }) => value && announce(`Undone: ${wordsOf(value.seq)}`),
      onError,
    }),
  )
  const redo = useMutation(
    trpc.undo.redo.mutationOptions({
      onSuccess: ({ value }) => value && announce(`Redone: ${wordsOf(value.seq)}`),
      onError,
    }),
  )
  return {
    list,
    undo: () => undo.mutate({}),
    redo: () => redo.mutate({}),
    isBusy: undo.isPending || redo.isPending,
  }
}
