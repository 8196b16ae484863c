import { Button } from '@mantine/core'

interface WorkProgressProps {
  /** Such as `Checking 412 of 1,200 events`. */
  words: (done: string, of: string) => string
  progress: { done: number; of: number } | null
  onCancel: () => void
}

/** How far long work has come, and the way to stop it; nothing for work that is over before it could say so. */
export function WorkProgress({ words, progress, onCancel }: WorkProgressProps) {
  if (!progress) return null
  const [done, of] = [progress.done.toLocaleString('en-GB'), progress.of.toLocaleString('en-GB')]
  return (
    <>
      {/* Not a live region: a count that is read out at every step drowns everything else. */}
      <span>{words(done, of)}</span>
      <Button variant="default" size="compact-md" onClick={onCancel}>
        Cancel
      </Button>
    </>
  )
}
