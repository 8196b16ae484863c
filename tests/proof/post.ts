import type { Role } from '../../domain/roles.ts'
import type { App } from '../../electron/app/app.ts'

export interface Answer {
  data: unknown
  /** The code of the refusal, or null where the operation was carried out. */
  refusal: string | null
}

/** Asks the program for an operation as a page would. */
export const post = async (
  app: App,
  operation: string,
  input: unknown,
  role: Role = 'programme_director',
): Promise<Answer> => {
  const request = new Request(`http://bcf.test/api/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const response = await app.fetch(request, { session: 'proof', role })
  const { result, error } = (await response.json()) as {
    result?: { data?: unknown }
    error?: { data: { failure: { code: string } } }
  }
  return { data: result?.data, refusal: error?.data.failure.code ?? null }
}
