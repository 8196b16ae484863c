import type { FigureCheck } from './figureChecks.ts'

/** The text with a typed figure replaced by its token; null where the figure cannot be bound or no longer stands there. */
export const bindTyped = (
  text: string,
  { start, end, printed, token }: Pick<FigureCheck, 'start' | 'end' | 'printed' | 'token'>,
): string | null =>
  token === null || text.slice(start, end) !== printed ? null : `${text.slice(0, start)}{{${token}}}${text.slice(end)}`

/** The text with every figure that agrees replaced by its token. */
export const bindAgreeing = (text: string, checks: readonly FigureCheck[]): string =>
  checks
    .filter(({ verdict }) => verdict === 'agrees')
    // From the last on, so that those before keep their characters.
    .toSorted((one, other) => other.start - one.start)
    .reduce((bound, check) => bindTyped(bound, check) ?? bound, text)
