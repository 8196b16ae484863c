import { Button } from '@mantine/core'
import { useState } from 'react'

interface WorkProgressProps {
  /** Such as `Checking 412 of 1,200 events`. */
  words: (done: string, of: string) => string
  progress: { done: number; of: number } | null
  /** How the figures are written; as whole numbers unless said. */
  format?: (amount: number) => string
  onCancel: () => void
}

const asCount = (amount: number): string => amount.toLocaleString('en-GB')

/** How far long work has come, and the way to stop it; nothing for work that is over before it could say so. */
export function WorkProgress({ words, progress, format = asCount, onCancel }: WorkProgressProps) {
  const [isStopping, setStopping] = useState(false)
  if (!progress) {
    if (isStopping) setStopping(false)
    return null
  }
  const cancel = () => {
    if (isStopping) return
    setStopping(true)
    onCancel()
  }
  return (
    <>
      {/* Not a live region: a count that is read out at every step drowns everything else. */}
      <span>{isStopping ? 'Stopping…' : words(format(progress.done), format(progress.of))}</span>
      {/* Not disabled while it stops, which would throw the focus out of it. */}
      <Button variant="default" size="compact-md" aria-disabled={isStopping} onClick={cancel}>
        Cancel
      </Button>
    </>
  )
}
