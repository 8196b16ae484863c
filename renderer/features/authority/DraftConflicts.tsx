import { Button } from '@mantine/core'
import { requestField } from '../../../domain/authority/requestDraft.ts'
import { findFailure, messageOf } from '../../lib/failure.ts'
import { fieldWords } from '../../lib/fieldWords.ts'
import type { DraftDesk } from '../../lib/useDraft.ts'
import classes from './Request.module.css'
import type { RequestFacts } from './requestFacts.ts'

/** Where somebody else wrote in the same field: both texts, and the choice between them. */
export function DraftConflicts({ desk, facts }: { desk: DraftDesk; facts: RequestFacts }) {
  if (desk.refusal === null) return null
  const failure = findFailure(desk.refusal)
  const fields = failure?.code === 'text-changed' ? failure.detail.fields : []
  const shown = (value: unknown) =>
    value === null ? 'nothing' : Array.isArray(value) ? value.join(', ') : String(value)
  return (
    <div className={classes.conflicts} role="alert">
      <p>{messageOf(desk.refusal)}</p>
      {fields.map(({ field, yours }) => (
        <div key={field} className={classes.conflict}>
          <h3>{fieldWords(field.split('.').at(-1) ?? field)}</h3>
          <p>
            <strong>Yours:</strong> {yours || 'nothing'}
          </p>
          <p>
            <strong>Theirs:</strong> {shown(requestField(facts.request, field)) || 'nothing'}
          </p>
          <div className={classes.acts}>
            <Button size="compact-sm" onClick={() => desk.keepMine(field)}>
              Keep mine
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => desk.keepTheirs(field)}>
              Keep theirs
            </Button>
          </div>
        </div>
      ))}
      {fields.length === 0 && (
        <Button size="compact-sm" variant="default" onClick={() => void desk.flush().catch(() => undefined)}>
          Save again
        </Button>
      )}
    </div>
  )
}
