import { useMutation, useQuery } from '@tanstack/react-query'
import { messageFor } from '../../domain/messages.ts'
import { messageOf } from '../lib/failure.ts'
import { announce } from '../lib/status.ts'
import { queryClient, trpc } from '../lib/trpc.ts'
import { changeInWords } from './ownChanges.ts'

/** The actor's own changes, and the way back and forth through them. */
export const useUndo = () => {
  const list = useQuery(trpc.undo.list.queryOptions()).data
  // As the list was before: a thing whose making is taken back has no name in the one that follows.
  const onMutate = ({ seq }: { seq?: number | undefined }): string =>
    changeInWords(
      queryClient.getQueryData(trpc.undo.list.queryKey()) ?? { changes: [], next: null, redo: null },
      seq ?? 0,
    )
  const onError = (error: unknown) => {
    announce(messageOf(error))
    // Refused because the list was not as it is: the reader chooses again from what is there.
    void queryClient.invalidateQueries()
  }
  const undo = useMutation(
    trpc.undo.undo.mutationOptions({
      onMutate,
      onSuccess: ({ value }, _seen, words) => value && announce(`Undone: ${words}`),
      onError,
    }),
  )
  const redo = useMutation(
    trpc.undo.redo.mutationOptions({
      onMutate,
      onSuccess: ({ value }, _seen, words) => value && announce(`Redone: ${words}`),
      onError,
    }),
  )
  const step = async (way: 'next' | 'redo', takeBack: (seen: { seq: number }) => void) => {
    await ownChangesSaved()
    // Never the last whatever it is: only what this page has shown, so that nothing unseen is taken back.
    const seq = queryClient.getQueryData(trpc.undo.list.queryKey())?.[way]
    if (seq === undefined || seq === null) announce(messageFor({ code: 'nothing-to-undo', detail: {} }))
    else takeBack({ seq })
  }
  return {
    list,
    undo: () => void step('next', undo.mutate),
    redo: () => void step('redo', redo.mutate),
    isBusy: undo.isPending || redo.isPending,
  }
}

/** Who presses Ctrl+Z while a change is still being saved means that one: it is waited for, and for the list with it in it. */
const ownChangesSaved = async (): Promise<void> => {
  const areSaved = () =>
    queryClient.isMutating({ predicate: ({ meta }) => !meta?.changesNothing && !meta?.leavesProgramme }) === 0
  if (areSaved()) return
  await new Promise<void>((resolve) => {
    const stop = queryClient.getMutationCache().subscribe(() => {
      if (!areSaved()) return
      stop()
      resolve()
    })
  })
}
