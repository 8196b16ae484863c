import { Failure } from '../../domain/errors.ts'

/** The code and detail with which an act is refused; undefined when it is accepted. Anything unmeant is thrown on. */
export const refusalOf = (act: () => unknown): { code: string; detail: unknown } | undefined => {
  try {
    act()
    return undefined
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { code: error.code, detail: error.detail }
  }
}
