import { Failure } from '../../domain/errors.ts'
import { type FailureReply, messageFor } from '../../domain/messages.ts'

/** The sentence with which a rule of the domain refuses an act; undefined when it does not. Anything unmeant is thrown on. */
export const findRefusal = (act: () => unknown): string | undefined => {
  try {
    act()
    return undefined
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return messageFor({ code: error.code, detail: error.detail } as FailureReply)
  }
}
