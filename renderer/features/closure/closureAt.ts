import type { Closure } from '../../../domain/closure/closure.ts'
import type { FormState } from '../../lib/formState.ts'
import { announce } from '../../lib/status.ts'

/** The closure that a step is taken from. */
export const closureAt = (closure: Closure | null) => {
  if (closure === null) throw new Error('A step of a closure is offered once it has begun')
  return { id: closure.id, revision: closure.revision }
}

/** Says what was done and closes the form. */
export const done = (forms: Pick<FormState, 'close'>, words: string) => ({
  onSuccess: () => {
    announce(words)
    forms.close()
  },
})
