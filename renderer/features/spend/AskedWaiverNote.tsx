import type { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { WaiverActs } from '../../ui/WaiverActs.tsx'
import classes from './Spend.module.css'
import type { AskedWaiver } from './spendFacts.ts'

interface AskedWaiverNoteProps {
  waiver: AskedWaiver
  schemes: readonly { id: Id; name: string }[]
  onErrors: (errors: readonly FieldError[]) => void
}

/** Spend before its authority that somebody asks to be let pass. */
export function AskedWaiverNote({ waiver, schemes, onErrors }: AskedWaiverNoteProps) {
  const { asker, subjectId, expiresOn, reason } = waiver
  const name = schemes.find(({ id }) => id === subjectId)?.name ?? ''
  return (
    <div className={classes.note}>
      <p>
        {asker} asks that spend on {name} before its authority be let pass until {formatDay(expiresOn)}: {reason}
      </p>
      <WaiverActs waiver={waiver} passed="The earlier spend is let pass" onErrors={onErrors} />
    </div>
  )
}
