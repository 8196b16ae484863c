import type { FigureCheck } from './figureChecks.ts'

/** The text with a typed figure replaced by its token; null where the figure cannot be bound or no longer stands there. */
export const bindTyped = (
  text: string,
  { start, end, printed, token }: Pick<FigureCheck, 'start' | 'end' | 'printed' | 'token'>,
): string | null =>
  token === null || text.slice(start, end) !== printed ? null : `${text.slice(0, start)}{{${token}}}${text.slice(end)}`
