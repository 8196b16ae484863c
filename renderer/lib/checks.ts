import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from './trpc.ts'

/** Every finding, in words and with what people did about it, and the causes that group them. */
export type Checks = Pick<inferOutput<typeof trpc.checks.screen>, 'findings' | 'causes'>
export type Check = Checks['findings'][number]

/** The findings that come from one thing: the one that shows it best comes first. */
export interface Cause {
  key: string
  isArithmetic: boolean
  main: Check
  consequences: Check[]
}

export const causesOf = ({ findings, causes }: Checks): Cause[] => {
  const byId = new Map(findings.map((check) => [check.finding.id, check]))
  return causes.flatMap(({ key, isArithmetic, mainId, consequenceIds }) => {
    const main = byId.get(mainId)
    if (!main) return []
    return [{ key, isArithmetic, main, consequences: consequenceIds.flatMap((id) => byId.get(id) ?? []) }]
  })
}

export const allOf = ({ main, consequences }: Cause): Check[] => [main, ...consequences]

/** Open while one of its findings is, closed when all are. */
export const statusOf = (cause: Cause): Check['status'] => {
  const statuses = allOf(cause).map((check) => check.status)
  if (statuses.includes('open')) return 'open'
  return statuses.includes('answered') ? 'answered' : 'closed'
}

export const checkStatusWords: Record<Check['status'], string> = {
  open: 'Open',
  answered: 'Answered',
  closed: 'Closed',
}
