import { type Dispatch, useState } from 'react'
import { messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { announce } from '../../lib/status.ts'
import type { GridAction } from './gridState.ts'
import type { MoneyGridChange } from './moneyGridRow.ts'
import { refusedInWords } from './pasteInWords.ts'
import type { WritePlan } from './writePlan.ts'

/** Writing several cells as one change: what is pasted says itself why it failed, what is filled or cleared says it above the grid. */
export const usePlanWrites = (
  onWrite: ((changes: MoneyGridChange[]) => Promise<unknown>) | undefined,
  dispatch: Dispatch<GridAction>,
) => {
  const [problem, setProblem] = useState('')

  /** Writes a plan as one change, and throws why it was not written. */
  const write = async ({ writes }: WritePlan, done: string) => {
    dispatch({ kind: 'send', changes: writes, next: null })
    try {
      await onWrite?.(writes)
      announce(`${countOf(writes.length, 'cell')} ${done}`)
    } finally {
      dispatch({ kind: 'settle', changes: writes })
    }
  }

  const writeAtOnce = async (plan: WritePlan, done: string) => {
    const { writes, refused } = plan
    const [first] = refused
    if (writes.length === 0) {
      const same = done === 'cleared' ? 'no amount other than 0 is here' : 'the cells hold this already'
      const why = plan.cells === 0 ? 'there is no amount here' : same
      return announce(`Nothing ${done}: ${first ? refusedInWords(first) : why}`)
    }
    const left = first
      ? `, ${countOf(refused.length, 'cell')} passed over${refused.length > 1 ? ', the first' : ''}: ${refusedInWords(first)}`
      : ''
    setProblem('')
    try {
      await write(plan, `${done}${left}`)
    } catch (error) {
      setProblem(`Nothing ${done}. ${messageOf(error)}`)
    }
  }

  return { problem, clearProblem: () => setProblem(''), write, writeAtOnce }
}
