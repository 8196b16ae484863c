import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'

/** Whether a report of the programme takes longer than starting a thread for it. */
export const isLongReport = ({ balances }: Pick<ProgrammeFacts, 'balances'>): boolean => balances.length > LONG

/** In balances. */
const LONG = 1000
