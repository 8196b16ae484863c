import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from './trpc.ts'

const LOOK_EVERY_MS = 300

/** Long work that this part of the page starts: the name to start it under, how far it has come, and the way to stop it once. */
export const useWork = (isRunning: boolean) => {
  const [work] = useState(() => crypto.randomUUID())
  const { data } = useQuery(
    trpc.work.progress.queryOptions({ work }, { enabled: isRunning, refetchInterval: LOOK_EVERY_MS, gcTime: 0 }),
  )
  const [isStopping, setStopping] = useState(false)
  if (isStopping && !isRunning) setStopping(false)
  const { mutate } = useMutation(trpc.work.cancel.mutationOptions({ meta: { changesNothing: true } }))
  const stop = () => {
    if (isStopping) return
    setStopping(true)
    mutate({ work })
  }
  return { work, progress: isRunning ? (data ?? null) : null, isStopping, stop }
}
