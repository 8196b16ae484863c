import { Textarea } from '@mantine/core'
import { errorAt, refuseText } from '../../lib/readText.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'

interface ExemptReasonProps {
  reason: string
  errors: readonly FieldError[]
  onReason: (reason: string) => void
}

/** Why something is kept from the public. The reason itself is read by everybody. */
export function ExemptReason({ reason, errors, onReason }: ExemptReasonProps) {
  return (
    <Textarea
      id="exempt-reason"
      label="Why it is exempt"
      description="The paragraph of Schedule 12A, and why the public interest is in keeping it. Everybody reads this, with the title"
      maw="48rem"
      autosize
      minRows={2}
      value={reason}
      error={errorAt(errors, 'exempt-reason')}
      onChange={(event) => onReason(event.currentTarget.value)}
    />
  )
}

export const refuseExemptReason = (reason: string): FieldError | null =>
  refuseText('exempt-reason', reason, { label: 'Reason', ask: 'Enter why it is exempt', longest: 500 })
