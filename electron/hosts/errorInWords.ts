import { Failure } from '../../domain/errors.ts'
import { type FailureReply, messageFor } from '../../domain/messages.ts'

/** One plain line for a terminal: the words of a failure that is meant, otherwise what the error says of itself. */
export const errorInWords = (error: unknown): string => {
  if (error instanceof Failure) return messageFor({ code: error.code, detail: error.detail } as FailureReply)
  return error instanceof Error ? error.message : String(error)
}
