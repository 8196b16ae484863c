import { messages } from '../../domain/messages.ts'
import { SHORTEST_PASSWORD } from '../../domain/people/checkPassword.ts'
import type { FieldError } from '../ui/ErrorSummary.tsx'

/** Why a new password that is typed twice cannot be sent; the program has the last word on it. */
export const refuseRepeated = (password: string, again: string): FieldError[] => {
  if ([...password].length < SHORTEST_PASSWORD) {
    return [{ fieldId: 'new-password', message: messages['weak-password']({ why: 'short' }) }]
  }
  return password === again
    ? []
    : [{ fieldId: 'password-again', message: 'The two are not the same. Enter the new password again' }]
}
