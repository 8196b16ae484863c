/** Why a token stands for no figure, with what is at fault in it. */
export const figureFaults = {
  unreadable: (about: string) =>
    `it cannot be read${about === '' ? ' to its end' : ` at “${about}”`}. Write it as in {{scheme("Mindwell").plan(2020) | k}}`,
  'bad-year': (about: string) => `“${about}” is no financial year. Write 2020 or 2020/21`,
  unknown: (about: string) => (about === '' ? 'it does not say of what' : `nothing here is called “${about}”`),
  'not-here': (about: string) => `this report is not about one ${about}. Name it, as in theme("Infrastructure")`,
  'not-narrowed': (about: string) => `${about} is more than it can be narrowed by`,
  'wrong-format': (about: string) => `it cannot be written as “${about}”`,
  'no-scheme': (about: string) => `no scheme is called “${about}”`,
  'no-theme': (about: string) => `no theme is called “${about}”`,
  'no-source': (about: string) => `no funding source is called “${about}”`,
  'no-decision': (about: string) => `no decision is called “${about}”`,
  several: (about: string) => `it could be ${about}`,
} as const
export type FigureFault = keyof typeof figureFaults
