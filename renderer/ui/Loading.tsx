import { Skeleton, VisuallyHidden } from '@mantine/core'
import { useTimeout } from '@mantine/hooks'
import { useState } from 'react'
import classes from './Loading.module.css'

interface LoadingProps {
  /** What is being done, said after five seconds: "Adding up the programme". */
  doing: string
  rows?: number
}

const BRIEF = 150
const LONG = 5000

/** Nothing at first, because most reads are over before an eye sees them; then rows of the final height. */
export function Loading({ doing, rows = 8 }: LoadingProps) {
  const [phase, setPhase] = useState<'brief' | 'shown' | 'long'>('brief')
  useTimeout(() => setPhase('shown'), BRIEF, { autoInvoke: true })
  useTimeout(() => setPhase('long'), LONG, { autoInvoke: true })
  return (
    <div aria-busy="true" className={classes.loading}>
      {phase === 'long' ? <p>{doing}</p> : <VisuallyHidden>{doing}</VisuallyHidden>}
      {phase !== 'brief' &&
        Array.from({ length: rows }, (_, row) => `row ${row}`).map((row) => (
          <Skeleton key={row} height="1.75rem" radius={0} animate={false} />
        ))}
    </div>
  )
}
