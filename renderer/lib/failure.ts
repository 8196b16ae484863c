import { type FailureReply, messageFor, messages } from '../../domain/messages.ts'
import { programChange } from './programUpdate.ts'

/** The failure that an error of a call carries; undefined when the program could not be reached or did not answer so. */
export const findFailure = (error: unknown): FailureReply | undefined => {
  const data = isRecord(error) && isRecord(error.data) ? error.data.failure : undefined
  if (!isRecord(data) || typeof data.code !== 'string' || !isRecord(data.detail)) return undefined
  return data.code in messages || data.code === 'unexpected' ? (data as FailureReply) : undefined
}

/** Whether the program does not know what this page sends: the two are made together, so one of them was updated since. */
export const isOfOtherVersion = (error: unknown): boolean => {
  const failure = findFailure(error)
  if (failure?.code === 'unknown-operation') return true
  return failure?.code === 'bad-request' && failure.detail.fields.some(({ message }) => message === 'unrecognized_keys')
}

/** One sentence for anything that went wrong with a call. */
export const messageOf = (error: unknown): string => {
  const failure = findFailure(error)
  // What another version asks of a field, or answers, says nothing to the reader of this page.
  const isOdd = failure === undefined || failure.code === 'bad-request' || failure.code === 'unexpected'
  if (isOfOtherVersion(error) || (isOdd && programChange() === 'updated'))
    return 'The program was updated after this page was loaded, so this was not done. Copy what you have typed, then load the page again'
  if (failure) return messageFor(failure)
  return programChange() === 'restarted'
    ? 'The program was started again after this page was loaded, so this was not done. Copy what you have typed, then open the program again'
    : 'The program does not answer. What was saved before is safe. Check that it is still running, then try again'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
