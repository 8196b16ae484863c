import { Button } from '@mantine/core'

interface WorkProgressProps {
  /** Such as `Checking 412 of 1,200 events`. */
  words: (done: string, of: string) => string
  progress: { done: number; of: number } | null
  /** How the figures are written; as whole numbers unless said. */
  format?: (amount: number) => string
  isStopping: boolean
  stop: () => void
}

const asCount = (amount: number): string => amount.toLocaleString('en-GB')

/** How far long work has come, and the way to stop it; nothing for work that is over before it could say so. */
export function WorkProgress({ words, progress, format = asCount, isStopping, stop }: WorkProgressProps) {
  if (!progress) return null
  return (
    <>
      {/* Not a live region: a count that is read out at every step drowns everything else. */}
      <span>{isStopping ? 'Stopping…' : words(format(progress.done), format(progress.of))}</span>
      {/* Not disabled while it stops, which would throw the focus out of it. */}
      <Button variant="default" size="compact-md" aria-disabled={isStopping} onClick={stop}>
        Cancel
      </Button>
    </>
  )
}
