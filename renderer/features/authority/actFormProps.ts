import type { FieldError } from '../../ui/ErrorSummary.tsx'
import type { RequestFacts } from './requestFacts.ts'

/** What every form of an act gets: the request, how it is refused, and what happens once it is done. */
export interface ActFormProps {
  facts: RequestFacts
  errors: readonly FieldError[]
  onErrors: (errors: readonly FieldError[]) => void
  onRefused: (error: unknown, fieldId?: string) => void
  /** Says what was done, and goes on to the page of the request or of its next version. */
  onDone: (words: string, id?: string) => void
  onCancel: () => void
  /** The check page of an act that cannot be taken back. */
  isCheck: boolean
  onCheck: (isCheck: boolean) => void
}
